/// The straight trend of values in a row, which single odd ones do not move.
///
/// Its slope is the median of the slopes between all pairs (Sen 1968,
/// doi:10.1080/01621459.1968.10480934). Whether it is more than chance tells Mann's test over the
/// same pairs (Mann 1945, doi:10.2307/1907187), by the normal approximation with a step of
/// continuity; ties are not corrected for, which errs towards chance.
/// Complexity: the square of the number of values.
struct TheilSenTrend: Sendable {
  /// So many standard deviations away from chance a trend is clear (5 % of the normal distribution
  /// lie beyond).
  static let clearDeviations = 1.96

  /// Where the line begins, at the first value.
  let first: Double
  /// Where it ends, at the last value.
  let last: Double
  /// True when chance alone would seldom do this.
  let isClear: Bool

  /// The trend of the values; nil for fewer than two, or where one is not finite.
  init?(_ values: [Double]) {
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    let slopes = values.indices.flatMap { from in
      values.indices[(from + 1)...].map { to in (values[to] - values[from]) / Double(to - from) }
    }
    let slope = slopes.median
    first = values.enumerated().map { $1 - slope * Double($0) }.median
    last = first + slope * Double(values.count - 1)
    let excess = abs(slopes.count { $0 > 0 } - slopes.count { $0 < 0 })
    let n = Double(values.count)
    let deviation = (n * (n - 1) * (2 * n + 5) / 18).squareRoot()
    isClear = Double(excess - 1) > Self.clearDeviations * deviation
  }
}
