import MotionCore

/// A recording as a drawing in which a person can count: three axes of the specific force and, with
/// a gyroscope, of the angle turned, smoothed and scaled to what happens between the first and the
/// last marked movement; the axis that moves most is thick. Above them stand rows of marks.
package struct SignalPlot: Sendable {
  private static let pixelsPerSecond = 24.0

  private let title: String
  private let plot: Plot

  /// A drawing of samples in the order of time.
  ///
  /// - Parameters:
  ///   - title: what was recorded.
  ///   - result: what was counted in it, in a sentence.
  ///   - rows: what was found, and what truly happened.
  package init(title: String, result: String, samples: [IMUSample], rows: [Plot.Row]) {
    self.title = title
    let signal = PlotSignal(samples)
    let seconds = signal.seconds.last ?? 0
    let counted = rows.flatMap(\.marks).filter(\.form.isCounted).map(\.span)
    let first = counted.map(\.lowerBound).min() ?? 0
    let set = first...max(first, counted.map(\.upperBound).max() ?? seconds)
    let panels =
      [Self.panel("specific force, m/s²", signal.force, signal, set)]
      + (signal.turned.map { [Self.panel("turned, degrees", $0, signal, set)] } ?? [])
    plot = Plot(title: result, axis: .time(0...max(seconds, 1)), rows: rows, panels: panels)
  }

  /// The drawing as an SVG document.
  package var svg: String {
    PlotSheet(title, plots: [plot], pixelsPerUnit: Self.pixelsPerSecond).svg
  }

  private static func panel(
    _ title: String, _ values: [Vector3], _ signal: PlotSignal, _ set: ClosedRange<Double>
  ) -> Plot.Panel {
    let scale = PlotScale(values, at: signal.seconds, set: set)
    let curves = scale.axes.indices.map { axis in
      Plot.Curve(
        signal.segments.flatMap { segment -> [(x: Double, y: Double?)] in
          segment.map { (signal.seconds[$0], scale.axes[axis][$0]) }
            + [(signal.seconds[segment.upperBound - 1], nil)]
        }, isMain: axis == scale.strongest, name: ["x", "y", "z"][axis])
    }
    return Plot.Panel(title: title, axis: PlotAxis(scale.range, unit: ""), curves: curves)
  }
}
