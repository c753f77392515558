import MotionCore

/// A recording as a drawing: how the sensor tilts, what was found and what truly happened.
///
/// The lanes are the three components of the direction of the specific force, averaged over a
/// quarter of a second: what gravity alone shows of the movement. Above them stand the listed
/// events in the colour of their verdicts, below them the labels.
public struct SetPlot: Sendable {
  private static let averagedSeconds = 0.25
  private static let pixelsPerSecond = 12.0
  private static let (laneTop, laneHeight) = (60.0, 200.0)
  private static let (barHeight, tickSeconds) = (12.0, 10.0)
  private static let laneColours = ["#1b6ca8", "#c4461f", "#3c8d40"]

  private let title: String
  private let points: [(seconds: Double, direction: Vector3)]
  private let sets: [SetComparison]

  /// A drawing of samples in the order of time.
  public init(title: String, samples: [IMUSample], sets: [SetComparison]) {
    self.title = title
    self.sets = sets
    points = Self.averaged(samples)
  }

  /// The drawing as an SVG document.
  public var svg: String {
    let height = Self.laneTop + Self.laneHeight + 60
    let width = x(points.last?.seconds ?? 0) + 20
    let body = [SVG.text(title, x: 6, y: 16)] + ticks + lanes + sets.flatMap(bars)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width.fixed(0))" \
      height="\(height.fixed(0))" font-family="sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      \(body.joined(separator: "\n"))
      </svg>

      """
  }

  /// Means of the specific force over short stretches, as directions.
  private static func averaged(
    _ samples: [IMUSample]
  ) -> [(seconds: Double, direction: Vector3)] {
    guard let origin = samples.first?.nanoseconds else { return [] }
    let timed = samples.map {
      (Double($0.nanoseconds - origin) / Units.nanosecondsPerSecond, $0.specificForce)
    }
    let cells = timed.chunked { Int($0.0 / averagedSeconds) }
    return cells.map { cell in
      let sum = cell.reduce(Vector3.zero) { $0 + $1.1 }
      return (cell.reduce(0) { $0 + $1.0 } / Double(cell.count), sum.normalized)
    }
  }

  private func x(_ seconds: Double) -> Double { 10 + seconds * Self.pixelsPerSecond }

  private func y(_ value: Double) -> Double { Self.laneTop + (1 - value) / 2 * Self.laneHeight }

  private var ticks: [String] {
    stride(from: 0, through: points.last?.seconds ?? 0, by: Self.tickSeconds).flatMap { time in
      let place = x(time)
      return [
        SVG.line(
          x1: place, y1: Self.laneTop, x2: place, y2: Self.laneTop + Self.laneHeight,
          colour: "#ddd"),
        SVG.text(
          time.fixed(0), x: x(time) + 2, y: Self.laneTop + Self.laneHeight + 50,
          colour: "#888"),
      ]
    }
  }

  private var lanes: [String] {
    zip([\Vector3.x, \.y, \.z], Self.laneColours).map { axis, colour in
      let line = points.map {
        "\(x($0.seconds).fixed(1)),\(y($0.direction[keyPath: axis]).fixed(1))"
      }
      return SVG.polyline(line, colour: colour)
    }
  }

  private func bars(of set: SetComparison) -> [String] {
    let start = set.found.first?.span.lowerBound ?? set.truth.events?.first?.start ?? 0
    let summary = "\(set.plan.exercise.id): counted \(set.count), true \(set.truth.count)"
    let found = set.found.map { event in
      let why = event.reason.map { ": \($0)" } ?? ""
      return bar(
        event.span, y: Self.laneTop - 18, colour: event.verdict.colour,
        note: event.verdict.rawValue + why)
    }
    let labels = (set.truth.events ?? []).map { label in
      bar(
        label.span, y: Self.laneTop + Self.laneHeight + 10,
        colour: label.isCounted ? "#555" : "#bbb",
        note: label.isCounted ? "label" : "label, partial")
    }
    return [SVG.text(summary, x: x(start), y: Self.laneTop - 24)] + found + labels
  }

  private func bar(_ span: EventMatching.Span, y: Double, colour: String, note: String) -> String {
    let width = (span.upperBound - span.lowerBound) * Self.pixelsPerSecond
    return SVG.rectangle(
      x: x(span.lowerBound), y: y, width: max(width, 1), height: Self.barHeight, colour: colour,
      note: "\(span.lowerBound.fixed(2)) to \(span.upperBound.fixed(2)) s, \(note)")
  }
}

extension Verdict {
  /// How it is drawn.
  var colour: String {
    switch self {
    case .ok: "#2e9e4f"
    case .tooFast: "#8bc34a"
    case .partial, .short: "#f0a020"
    case .unfinished: "#b39ddb"
    case .notLikeTheOthers: "#e0b4b4"
    }
  }
}

extension Array {
  /// Runs of neighbours with the same key.
  fileprivate func chunked(by key: (Element) -> Int) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where key(self[index]) != key(self[start]) {
      chunks.append(self[start..<index])
      start = index
    }
    return isEmpty ? [] : chunks + [self[start...]]
  }
}
