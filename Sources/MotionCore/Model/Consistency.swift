/// How much the counted movements of a set differ from each other.
public struct Consistency: Sendable, Hashable {
  /// Fewer movements say nothing about it.
  public static let fewestMovements = 3

  /// Standard deviation of the range as a share of its mean; nil if not measurable.
  public var rangeVariationFraction: Double?
  /// The same of the seconds that a repetition moves or a hold is held.
  public var secondsVariationFraction: Double?

  init(ranges: [Double], seconds: [Double]) {
    func variation(_ values: [Double]) -> Double? {
      values.count < Self.fewestMovements ? nil : values.variationFraction
    }
    rangeVariationFraction = variation(ranges)
    secondsVariationFraction = variation(seconds)
  }
}

extension SetReport {
  /// How much the counted movements differ from each other.
  public var consistency: Consistency {
    Consistency(ranges: countedRanges, seconds: countedSeconds)
  }
}
