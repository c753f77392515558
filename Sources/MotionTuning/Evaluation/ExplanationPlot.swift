import MotionCore

/// The movement signal of a set as a drawing, with the thresholds and what was counted and what was
/// not. Pointing at a bar shows why.
package struct ExplanationPlot: Sendable {
  private static let pixelsPerSecond = 12.0
  private static let (left, top, height, barHeight) = (10.0, 66.0, 220.0, 12.0)
  private static let tickSeconds = 10.0
  private static let (curve, level) = ("#1b6ca8", "#c4461f")

  private let title: String
  private let explanation: SetExplanation
  private let lowest: Double
  private let highest: Double

  /// A drawing of an explanation.
  package init(title: String, _ explanation: SetExplanation) {
    self.title = title
    self.explanation = explanation
    let values =
      explanation.signal.compactMap(\.degrees) + explanation.levels.map(\.degrees)
    lowest = values.min() ?? 0
    highest = max(values.max() ?? 1, lowest + 1)
  }

  /// The drawing as an SVG document.
  package var svg: String {
    let end = explanation.signal.last?.seconds ?? 0
    let (width, height) = (x(end) + 230, Self.top + Self.height + 40)
    let legend =
      "movement signal in degrees or their equivalent; green: counted, orange: partial or short, "
      + "pink: not counted, grey: not listed"
    let parts =
      [
        SVG.text(title, x: Self.left, y: 18, size: 14),
        SVG.text(legend, x: Self.left, y: 34, colour: "#555"),
      ] + ticks(until: end) + explanation.movements.map(bar) + levels(until: end) + curves
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width.fixed(0))" \
      height="\(height.fixed(0))" font-family="sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  private func x(_ seconds: Double) -> Double { Self.left + seconds * Self.pixelsPerSecond }

  private func y(_ degrees: Double) -> Double {
    Self.top + (highest - degrees) / (highest - lowest) * Self.height
  }

  private func ticks(until end: Double) -> [String] {
    stride(from: 0, through: end, by: Self.tickSeconds).flatMap { time in
      [
        SVG.line(
          x1: x(time), y1: Self.top, x2: x(time), y2: Self.top + Self.height, colour: "#eee"),
        SVG.text(
          "\(time.fixed(0)) s", x: x(time) + 2, y: Self.top + Self.height + 16, colour: "#888"),
      ]
    }
  }

  private func bar(_ movement: ExplainedMovement) -> String {
    let why = "\(movement.verdict?.rawValue ?? "not listed"): \(movement.reason)"
    return SVG.rectangle(
      x: x(movement.start), y: Self.top - Self.barHeight - 6,
      width: max(1, (movement.end - movement.start) * Self.pixelsPerSecond),
      height: Self.barHeight, colour: movement.verdict?.colour ?? "#cccccc",
      note: "\(movement.start.fixed(2)) to \(movement.end.fixed(2)) s, \(why)")
  }

  private func levels(until end: Double) -> [String] {
    explanation.levels.flatMap { level in
      [
        SVG.line(
          x1: Self.left, y1: y(level.degrees), x2: x(end), y2: y(level.degrees),
          colour: Self.level),
        SVG.text(level.name, x: x(end) + 4, y: y(level.degrees) + 4, colour: Self.level),
      ]
    }
  }

  /// The signal, broken where it is missing.
  private var curves: [String] {
    explanation.signal.split { $0.degrees == nil }.map { segment in
      SVG.polyline(
        segment.map { "\(x($0.seconds).fixed(1)),\(y($0.degrees ?? 0).fixed(1))" },
        colour: Self.curve)
    }
  }
}
