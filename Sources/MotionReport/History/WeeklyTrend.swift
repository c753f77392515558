import Foundation

/// A straight line through values over time, with how sure its slope is.
///
/// Least squares; the uncertainty is that of independent values with one spread (Draper and Smith,
/// Applied Regression Analysis, 3rd edition, 1.4). Days in a row are more alike than that, so that
/// the truth may be wider; a reader sees every value beside the line.
struct WeeklyTrend: Equatable {
  /// Fewer values have no trend.
  static let fewestValues = 5

  /// The line at the first value's time, and its rise a week.
  let start: Double
  let slope: Double
  /// The slope lies within this distance with 95 % confidence.
  let slopeMargin: Double

  private let meanWeek: Double
  private let mean: Double
  private let spread: Double
  private let weekSquares: Double
  private let count: Double
  private let quantile: Double

  /// - Parameter values: weeks since the first session, with what was measured; nil is given for
  ///   too few, and where all are of one time.
  init?(_ values: [(week: Double, value: Double)]) {
    guard values.count >= Self.fewestValues else { return nil }
    let count = Double(values.count)
    let meanWeek = values.reduce(0) { $0 + $1.week } / count
    let mean = values.reduce(0) { $0 + $1.value } / count
    let squares = values.reduce(0) { $0 + ($1.week - meanWeek) * ($1.week - meanWeek) }
    guard squares > 0 else { return nil }
    let slope =
      values.reduce(0) { $0 + ($1.week - meanWeek) * ($1.value - mean) } / squares
    let rest = values.reduce(0) { sum, point in
      let error = point.value - mean - slope * (point.week - meanWeek)
      return sum + error * error
    }
    let freedom = count - 2
    (self.mean, self.meanWeek, self.count, weekSquares) = (mean, meanWeek, count, squares)
    self.slope = slope
    start = mean - slope * meanWeek
    spread = (rest / freedom).squareRoot()
    quantile = Self.studentQuantile(freedom)
    slopeMargin = quantile * spread / squares.squareRoot()
  }

  /// True where chance alone would hardly give the slope.
  var isClear: Bool { abs(slope) > slopeMargin }

  /// The line at a time, and how far it may be off with 95 % confidence.
  func value(at week: Double) -> (value: Double, margin: Double) {
    let from = week - meanWeek
    let error = spread * (1 / count + from * from / weekSquares).squareRoot()
    return (mean + slope * from, quantile * error)
  }

  /// The value that Student's t exceeds on either side in 5 % of cases (Abramowitz and Stegun 1964,
  /// 26.7.5; within 0.01 from three degrees of freedom on).
  private static func studentQuantile(_ freedom: Double) -> Double {
    let z = 1.959964
    let powers = (1...4).map { pow(z, Double(2 * $0 + 1)) }
    let first = (powers[0] + z) / 4
    let second = (5 * powers[1] + 16 * powers[0] + 3 * z) / 96
    let third = (3 * powers[2] + 19 * powers[1] + 17 * powers[0] - 15 * z) / 384
    let fourth =
      (79 * powers[3] + 776 * powers[2] + 1482 * powers[1] - 1920 * powers[0] - 945 * z) / 92_160
    return z + first / freedom + second / pow(freedom, 2) + third / pow(freedom, 3)
      + fourth / pow(freedom, 4)
  }
}
