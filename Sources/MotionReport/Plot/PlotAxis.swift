/// A range of values along one side of a plot.
package struct PlotAxis: Sendable, Hashable {
  /// The values at both ends.
  package let range: ClosedRange<Double>
  /// What is written behind a value, such as ` s` or `°`.
  package let unit: String
  /// How a value is written, without its unit; nil for a plain figure.
  private let isClock: Bool

  /// An axis over these values, in a unit.
  package init(_ range: ClosedRange<Double>, unit: String) {
    self.init(range, unit: unit, isClock: false)
  }

  /// An axis of time in seconds, written as minutes and seconds where it reaches a minute.
  package static func time(_ range: ClosedRange<Double>) -> PlotAxis {
    PlotAxis(range, unit: range.upperBound < 60 ? " s" : "", isClock: range.upperBound >= 60)
  }

  /// An axis that has all values in it, with some room above and below.
  package static func around(_ values: some Sequence<Double>, unit: String) -> PlotAxis {
    let known = values.filter(\.isFinite)
    let low = known.min() ?? 0
    let high = max(known.max() ?? 1, low + leastWidth)
    let room = (high - low) * roomFraction
    return PlotAxis(low - room...high + room, unit: unit)
  }

  /// The smallest axis from zero to a round end that has all values in it.
  package static func fromZero(_ values: some Sequence<Double>, unit: String) -> PlotAxis {
    let high = max(values.filter(\.isFinite).max() ?? 1, leastWidth)
    let step = PlotAxis(0...high, unit: unit).step(atMost: usualTicks)
    return PlotAxis(0...(high / step).rounded(.up) * step, unit: unit)
  }

  private static let roomFraction = 0.06
  /// How high a plot of a signal that stands still is.
  private static let leastWidth = 0.1
  /// Lines across a plot: enough to read a value from, and not more.
  private static let usualTicks = 5

  private init(_ range: ClosedRange<Double>, unit: String, isClock: Bool) {
    let width = max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
    self.range = range.lowerBound...max(range.upperBound, range.lowerBound + width)
    self.unit = unit
    self.isClock = isClock
  }

  /// Where a value lies, from 0 to 1; values beyond the ends lie at them.
  func share(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return share.isFinite ? min(max(share, 0), 1) : 0
  }

  /// Round values within the range, never more than `count` and one.
  func ticks(atMost count: Int = usualTicks) -> [Double] {
    let step = step(atMost: count)
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard first.isFinite, last >= first else { return [] }
    return (0...min(Int(last - first), count + 1)).map { (first + Double($0)) * step }
  }

  /// A value as it is written, with its unit.
  package func label(_ value: Double) -> String {
    if isClock { return Wording.clock(value) }
    let decimals = (0...3).first { place in
      let scaled = value * [1, 10, 100, 1000][place]
      return abs(scaled - scaled.rounded()) < 1e-6
    }
    return Wording.fixed(value, decimals: decimals ?? 3) + unit
  }

  /// The smallest round step that makes no more than `count` of them.
  private func step(atMost count: Int) -> Double {
    let rough = (range.upperBound - range.lowerBound) / Double(count)
    if isClock, let step = Self.clockSteps.first(where: { $0 >= rough }) { return step }
    var size = 1.0
    while size > rough, size > .leastNormalMagnitude * 10 { size /= 10 }
    while size * 10 < rough { size *= 10 }
    return size * ([1, 2, 5].first { size * $0 >= rough } ?? 10)
  }

  private static let clockSteps: [Double] = [
    1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200,
  ]
}
