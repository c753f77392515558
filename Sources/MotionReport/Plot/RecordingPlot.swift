import MotionCore

/// A drawing of a whole recording: three axes of force and, where there are, of rotation.
package struct RecordingPlot {
  /// Values of three axes over time, drawn one below the other.
  package struct Panel {
    /// What is drawn, with its unit.
    package var title: String
    /// Seconds from the first sample, with the values.
    package var points: [(seconds: Double, value: Vector3)]

    /// A panel from its parts.
    package init(title: String, points: [(seconds: Double, value: Vector3)]) {
      self.title = title
      self.points = points
    }
  }

  private let title: String
  private let plot: Plot

  /// A drawing of panels over `seconds`, with gaps in grey.
  package init(title: String, panels: [Panel], seconds: Double, gaps: [Gap]) {
    self.title = title
    let length = "\(Wording.duration(seconds)), \(Wording.count(gaps.count, "gap"))"
    plot = Plot(
      title: length, axis: .time(0...max(seconds, .leastNormalMagnitude)),
      panels: panels.map { Self.panel($0, gaps) }, gaps: gaps)
  }

  /// The drawing.
  package var svg: String { PlotSheet(title, plots: [plot]).svg }

  private static func panel(_ panel: Panel, _ gaps: [Gap]) -> Plot.Panel {
    let values = panel.points.flatMap { [$0.value.x, $0.value.y, $0.value.z] }
    let curves = zip(["x", "y", "z"], [\Vector3.x, \.y, \.z]).map { name, axis in
      let points = panel.points.map { (x: $0.seconds, y: Optional($0.value[keyPath: axis])) }
      let breaks = gaps.map { (x: $0.start, y: Double?.none) }
      return Plot.Curve(
        (points + breaks).enumerated().sorted {
          ($0.element.x, $0.offset) < ($1.element.x, $1.offset)
        }.map(\.element), isMain: false, name: name)
    }
    return Plot.Panel(title: panel.title, axis: .around(values, unit: ""), curves: curves)
  }
}
