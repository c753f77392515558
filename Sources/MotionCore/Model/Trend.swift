/// How a figure changed over a set, from the first to the last counted movement.
public struct Trend: Sendable, Hashable {
  /// Fewer movements show no trend: with four, even an unbroken row is chance in every twelfth set.
  public static let fewestMovements = 5

  /// Change along a straight line through all of them, as a share of where it begins.
  public var changeFraction: Double
  /// True when chance alone would seldom do this (5 %).
  public var isClear: Bool

  /// The trend of values in order of time; nil for too few.
  init?(_ values: [Double]) {
    guard values.count >= Self.fewestMovements, let trend = TheilSenTrend(values),
      trend.first > 0
    else { return nil }
    changeFraction = (trend.last - trend.first) / trend.first
    isClear = trend.isClear
  }
}

extension SetReport {
  /// How the range changed over the set; nil where there is too little of it.
  public var rangeTrend: Trend? { Trend(countedRanges) }

  /// How the seconds that a repetition moves, or a hold is held, changed over the set.
  public var secondsTrend: Trend? { Trend(countedSeconds) }
}
