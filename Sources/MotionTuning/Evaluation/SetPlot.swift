import MotionCore

/// A recording as a drawing in which a person can count: the signal, what was found, and what truly
/// happened.
///
/// The panels are the three axes of the specific force and, with a gyroscope, of the angle turned,
/// both smoothed and scaled to what happens between the first and the last counted movement; the
/// axis that moves most is thick. There is a line for each second. Above the panels stand the
/// listed events in the colour of their verdicts, the counted ones numbered; below them the labels.
package struct SetPlot: Sendable {
  private static let pixelsPerSecond = 24.0
  private static let leastWidth = 640.0
  private static let (margin, top, panelHeight, panelGap) = (40.0, 92.0, 180.0, 24.0)
  private static let (barHeight, secondsPerNumber) = (14.0, 5)

  private let title: String
  private let sets: [SetComparison]
  private let seconds: Double
  private let panels: [PlotPanel]

  /// A drawing of samples in the order of time.
  package init(title: String, samples: [IMUSample], sets: [SetComparison]) {
    self.title = title
    self.sets = sets
    let signal = PlotSignal(samples)
    seconds = signal.seconds.last ?? 0
    let counted = sets.flatMap(\.found).filter(\.verdict.isCounted).map(\.span)
    let first = counted.map(\.lowerBound).min() ?? 0
    let set = first...max(first, counted.map(\.upperBound).max() ?? seconds)
    panels =
      [PlotPanel(title: "specific force, m/s^2", signal.force, of: signal, set: set)]
      + (signal.turned.map { [PlotPanel(title: "turned, degrees", $0, of: signal, set: set)] } ?? [])
  }

  /// The drawing as an SVG document.
  package var svg: String {
    let width = max(Self.leastWidth, x(seconds) + Self.margin)
    let body =
      [text(title, x: 6, y: 16)] + key + grid + panels.indices.flatMap(drawing)
      + sets.flatMap(bars)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width.fixed(0))" \
      height="\((bottom + 50).fixed(0))" font-family="sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      \(body.joined(separator: "\n"))
      </svg>

      """
  }

  private var bottom: Double { panelTop(panels.count) - Self.panelGap }

  private func panelTop(_ panel: Int) -> Double {
    Self.top + Double(panel) * (Self.panelHeight + Self.panelGap)
  }

  private func x(_ seconds: Double) -> Double { Self.margin + seconds * Self.pixelsPerSecond }

  private func text(_ text: String, x: Double, y: Double, colour: String = "black") -> String {
    "<text x=\"\(x.fixed(1))\" y=\"\(y.fixed(1))\" fill=\"\(colour)\">\(text.escaped)</text>"
  }
}

// MARK: - Signal

extension SetPlot {
  /// A line each second, a darker one where a number stands.
  private var grid: [String] {
    (0...Int(seconds)).flatMap { second in
      let isNumbered = second.isMultiple(of: Self.secondsPerNumber)
      let place = x(Double(second))
      let line = """
        <line x1="\(place.fixed(1))" x2="\(place.fixed(1))" y1="\(Self.top.fixed(0))" \
        y2="\(bottom.fixed(0))" stroke="\(isNumbered ? "#bbb" : "#eee")"/>
        """
      guard isNumbered else { return [line] }
      return [line, text("\(second) s", x: place - 6, y: bottom + 40, colour: "#888")]
    }
  }

  private func drawing(of panel: Int) -> [String] {
    let (top, drawn) = (panelTop(panel), panels[panel])
    let end = x(seconds) - Self.margin
    let clip = """
      <clipPath id="panel\(panel)"><rect x="\(Self.margin.fixed(0))" y="\(top.fixed(0))" \
      width="\(end.fixed(0))" height="\(Self.panelHeight.fixed(0))"/></clipPath>
      <g clip-path="url(#panel\(panel))">
      """
    let lines = drawn.lines(x: x) { top + (1 - $0) * Self.panelHeight }
    return [clip] + lines + [
      "</g>", text(drawn.title, x: Self.margin, y: top - 4, colour: "#888"),
      text(drawn.bounds.high.fixed(1), x: 2, y: top + 10, colour: "#888"),
      text(drawn.bounds.low.fixed(1), x: 2, y: top + Self.panelHeight, colour: "#888"),
    ]
  }
}

// MARK: - Events

extension SetPlot {
  private var key: [String] {
    let listed = Set(sets.flatMap(\.found).map(\.verdict))
    return Verdict.allCases.filter(listed.contains).enumerated().flatMap { place, verdict in
      let left = Self.margin + Double(place) * 100
      return [
        """
        <rect x="\(left.fixed(0))" y="24" width="10" height="10" fill="\(verdict.colour)"/>
        """,
        text(verdict.rawValue, x: left + 14, y: 33, colour: "#555"),
      ]
    }
  }

  private func bars(of set: SetComparison) -> [String] {
    let above = Self.top - 18 - Self.barHeight
    let start = set.found.first?.span.lowerBound ?? set.truth.events?.first?.start ?? 0
    let summary = "\(set.plan.exercise.id): counted \(set.count), true \(set.truth.count)"
    var number = 0
    let found = set.found.flatMap { event in
      let why = event.reason.map { ": \($0)" } ?? ""
      let drawn = bar(
        event.span, y: above, colour: event.verdict.colour, note: event.verdict.rawValue + why)
      guard event.verdict.isCounted else { return [drawn] }
      number += 1
      return [drawn, text("\(number)", x: x(event.span.lowerBound) + 2, y: above + 11)]
    }
    let labels = (set.truth.events ?? []).map { label in
      bar(
        label.span, y: bottom + 8, colour: label.isCounted ? "#555" : "#bbb",
        note: label.isCounted ? "label" : "label, partial")
    }
    return [text(summary, x: x(start), y: above - 5)] + found + labels
  }

  private func bar(_ span: EventMatching.Span, y: Double, colour: String, note: String) -> String {
    let width = (span.upperBound - span.lowerBound) * Self.pixelsPerSecond
    return """
      <rect x="\(x(span.lowerBound).fixed(1))" y="\(y.fixed(1))" width="\(max(width, 1).fixed(1))" \
      height="\(Self.barHeight.fixed(0))" fill="\(colour)"><title>\(span.lowerBound.fixed(2)) to \
      \(span.upperBound.fixed(2)) s, \(note.escaped)</title></rect>
      """
  }
}

extension Verdict {
  /// How it is drawn.
  var colour: String {
    switch self {
    case .ok: "#2e9e4f"
    case .tooFast, .tooLong: "#8bc34a"
    case .partial, .short: "#f0a020"
    case .unfinished: "#b39ddb"
    case .notLikeTheOthers: "#e0b4b4"
    }
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
