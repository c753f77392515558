import MotionCore

/// Three axes of a signal over one time line, drawn to the size of what happens in the set.
struct PlotPanel {
  private static let colours = ["#1b6ca8", "#c4461f", "#3c8d40"]
  /// Picking up and putting down are often far larger than the movement that is to be counted, so
  /// that the scale takes what the most of the set stays within and the rest is cut off.
  private static let scaledPercents = (low: 2.0, high: 98.0)
  /// Room above and below, as a share of the scaled range.
  private static let marginFraction = 0.25
  /// The height of a panel whose signal stands still, in the panel's unit.
  private static let leastRange = 0.1

  let title: String
  private let signal: PlotSignal
  private let axes: [[Double]]
  private let scale: ClosedRange<Double>
  private let strongest: Int

  /// - Parameters:
  ///   - title: what is drawn, with its unit.
  ///   - values: one for each point of the signal.
  ///   - set: the seconds that the scale fits; where nothing was found, all.
  init(title: String, _ values: [Vector3], of signal: PlotSignal, set: ClosedRange<Double>) {
    self.title = title
    self.signal = signal
    let inside = signal.seconds.indices.filter { set.contains(signal.seconds[$0]) }
    let scaled = inside.isEmpty ? Array(signal.seconds.indices) : inside
    axes = [\Vector3.x, \.y, \.z].map { axis in
      let median = Distribution(scaled.map { values[$0][keyPath: axis] }).median ?? 0
      return values.map { $0[keyPath: axis] - median }
    }
    let ranges = axes.map { axis in
      let shown = Distribution(scaled.map { axis[$0] })
      let low = shown.percentile(Self.scaledPercents.low) ?? 0
      return low...max(low, shown.percentile(Self.scaledPercents.high) ?? 0)
    }
    strongest = ranges.indices.max { ranges[$0].width < ranges[$1].width } ?? 0
    let low = ranges.map(\.lowerBound).min() ?? 0
    let high = ranges.map(\.upperBound).max() ?? 0
    let margin = max((high - low) * Self.marginFraction, Self.leastRange / 2)
    scale = (low - margin)...(high + margin)
  }

  /// The largest and smallest value that is shown.
  var bounds: (low: Double, high: Double) { (scale.lowerBound, scale.upperBound) }

  /// The lines of the axes, the one that moves most drawn thick.
  ///
  /// - Parameters:
  ///   - x: where a time stands.
  ///   - y: where a share of the panel's height, from the bottom, stands.
  func lines(x: (Double) -> Double, y: (Double) -> Double) -> [String] {
    axes.indices.flatMap { axis in
      signal.segments.map { segment in
        let points = segment.map { point in
          let share = (axes[axis][point] - scale.lowerBound) / scale.width
          return "\(x(signal.seconds[point]).fixed(1)),\(y(share).fixed(1))"
        }
        return """
          <polyline fill="none" stroke="\(Self.colours[axis])" \
          stroke-width="\(axis == strongest ? 2 : 1)" points="\(points.joined(separator: " "))"/>
          """
      }
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var width: Double { upperBound - lowerBound }
}
