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

  private static let width = 960.0
  private static let panelHeight = 180.0
  private static let margin = 44.0
  private static let colours = ["#1b6ca8", "#c4461f", "#3c8d40"]

  private let title: String
  private let panels: [Panel]
  private let seconds: Double
  private let gaps: [Gap]

  /// A drawing of panels over `seconds`, with gaps in grey.
  package init(title: String, panels: [Panel], seconds: Double, gaps: [Gap]) {
    self.title = title
    self.panels = panels
    self.seconds = max(seconds, .leastNormalMagnitude)
    self.gaps = gaps
  }

  /// The drawing.
  package var svg: String {
    let height = Self.margin * 2 + Double(panels.count) * Self.panelHeight
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(Self.width))\" "
      + "height=\"\(Int(height))\" font-family=\"sans-serif\" font-size=\"12\">"
    let background = SVG.rectangle(
      x: 0, y: 0, width: Self.width, height: height, colour: "white")
    let shades = gaps.map { gap in
      SVG.rectangle(
        x: x(gap.start), y: Self.margin, width: x(gap.end) - x(gap.start),
        height: height - 2 * Self.margin, colour: "#dddddd", note: gap.reason?.sentence ?? "gap")
    }
    let drawn = panels.enumerated().flatMap { number, panel in
      draw(panel, top: Self.margin + Double(number) * Self.panelHeight)
    }
    let axis = stride(from: 0, through: seconds, by: step).map { second in
      SVG.text("\(Int(second)) s", x: x(second), y: height - Self.margin / 2)
    }
    return
      ([head, background, SVG.text(title, x: Self.margin, y: 20)] + shades + drawn + axis
      + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Some eight marks over the time.
  private var step: Double {
    let rough = seconds / 8
    return [1.0, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200].first { $0 >= rough }
      ?? 86_400
  }

  private func x(_ second: Double) -> Double {
    Self.margin + second / seconds * (Self.width - 2 * Self.margin)
  }

  private func draw(_ panel: Panel, top: Double) -> [String] {
    let values = panel.points.flatMap { [$0.value.x, $0.value.y, $0.value.z] }
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = Self.panelHeight - 30
    func y(_ value: Double) -> Double {
      top + 20 + room * (1 - (value - low) / max(high - low, .leastNormalMagnitude))
    }
    let lines = zip([\Vector3.x, \.y, \.z], Self.colours).map { axis, colour in
      SVG.polyline(
        panel.points.map { "\(x($0.seconds).fixed(1)),\(y($0.value[keyPath: axis]).fixed(1))" },
        colour: colour)
    }
    let range = "\(panel.title): \(low.fixed(1)) to \(high.fixed(1)) (x blue, y red, z green)"
    return [SVG.text(range, x: Self.margin, y: top + 12)] + lines
  }
}
