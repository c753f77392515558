import MotionCore

/// The scale of a signal of three axes, fitted to what happens in a part of it.
struct PlotScale {
  /// Picking up and putting down are often far larger than the movement that is to be counted, so
  /// that the scale takes what the most of the set stays within and the rest is cut off.
  private static let scaledFractions = (low: 0.02, high: 0.98)
  /// Room above and below, as a share of the scaled range.
  private static let marginFraction = 0.25
  /// The height of a panel whose signal stands still, in the panel's unit.
  private static let leastRange = 0.1

  /// The least and the greatest value that is shown.
  let range: ClosedRange<Double>
  /// Values of each axis, counted from the middle of the scaled part.
  let axes: [[Double]]
  /// Which axis moves most.
  let strongest: Int

  /// - Parameters:
  ///   - values: one for each of the times.
  ///   - seconds: the times.
  ///   - set: the seconds that the scale fits; where nothing is in them, all.
  init(_ values: [Vector3], at seconds: [Double], set: ClosedRange<Double>) {
    let inside = seconds.indices.filter { set.contains(seconds[$0]) }
    let scaled = inside.isEmpty ? Array(seconds.indices) : inside
    axes = [\Vector3.x, \.y, \.z].map { axis in
      let middle = Self.fraction(0.5, of: scaled.map { values[$0][keyPath: axis] })
      return values.map { $0[keyPath: axis] - middle }
    }
    let ranges = axes.map { axis in
      let shown = scaled.map { axis[$0] }
      let low = Self.fraction(Self.scaledFractions.low, of: shown)
      return low...max(low, Self.fraction(Self.scaledFractions.high, of: shown))
    }
    let widths = ranges.map { $0.upperBound - $0.lowerBound }
    strongest = widths.indices.max { widths[$0] < widths[$1] } ?? 0
    let low = ranges.map(\.lowerBound).min() ?? 0
    let high = ranges.map(\.upperBound).max() ?? 0
    let margin = max((high - low) * Self.marginFraction, Self.leastRange / 2)
    range = (low - margin)...(high + margin)
  }

  /// The value below which this share of the values lies; 0 of none.
  private static func fraction(_ fraction: Double, of values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted[Int((fraction * Double(sorted.count - 1)).rounded())]
  }
}
