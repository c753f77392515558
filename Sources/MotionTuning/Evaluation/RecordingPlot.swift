import MotionCore

/// A drawing of a whole recording: three axes of force and, where there are, of rotation.
public struct RecordingPlot {
  /// Values of three axes over time, drawn one below the other.
  public struct Lane {
    /// What is drawn, with its unit.
    public var title: String
    /// Seconds from the first sample, with the values.
    public var points: [(seconds: Double, value: Vector3)]

    /// A lane from its parts.
    public init(title: String, points: [(seconds: Double, value: Vector3)]) {
      self.title = title
      self.points = points
    }
  }

  private static let width = 960.0
  private static let laneHeight = 180.0
  private static let margin = 44.0
  private static let colours = ["#1b6ca8", "#c4461f", "#3c8d40"]

  private let title: String
  private let lanes: [Lane]
  private let seconds: Double
  private let gaps: [Gap]

  /// A drawing of lanes over `seconds`, with gaps in grey.
  public init(title: String, lanes: [Lane], seconds: Double, gaps: [Gap]) {
    self.title = title
    self.lanes = lanes
    self.seconds = max(seconds, .leastNormalMagnitude)
    self.gaps = gaps
  }

  /// The drawing.
  public var svg: String {
    let height = Self.margin * 2 + Double(lanes.count) * Self.laneHeight
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
    let drawn = lanes.enumerated().flatMap { number, lane in
      draw(lane, top: Self.margin + Double(number) * Self.laneHeight)
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

  private func draw(_ lane: Lane, top: Double) -> [String] {
    let values = lane.points.flatMap { [$0.value.x, $0.value.y, $0.value.z] }
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = Self.laneHeight - 30
    func y(_ value: Double) -> Double {
      top + 20 + room * (1 - (value - low) / max(high - low, .leastNormalMagnitude))
    }
    let lines = zip([\Vector3.x, \.y, \.z], Self.colours).map { axis, colour in
      SVG.polyline(
        lane.points.map { "\(x($0.seconds).fixed(1)),\(y($0.value[keyPath: axis]).fixed(1))" },
        colour: colour)
    }
    let range = "\(lane.title): \(low.fixed(1)) to \(high.fixed(1)) (x blue, y red, z green)"
    return [SVG.text(range, x: Self.margin, y: top + 12)] + lines
  }
}
