import MotionCore

/// One movement on a plot: from when to when, what became of it, its number.
package struct PlotMark: Sendable, Hashable {
  /// How a mark looks. Each differs from the others in its form and not only in its colour.
  package enum Form: Sendable, Hashable, CaseIterable {
    /// Counted.
    case counted
    /// Counted, and faster or longer than asked for.
    case warned
    /// Part of the way, or not long enough.
    case partial
    /// Interrupted.
    case unfinished
    /// Not the exercise.
    case other
    /// Looked at, and not even listed.
    case unlisted
    /// What truly happened, as a person noted it.
    case label
  }

  /// Seconds from the first sample.
  package var span: ClosedRange<Double>
  /// How it looks.
  package var form: Form
  /// Its number among those counted, where it has one.
  package var number: Int?
  /// What is shown when it is pointed at.
  package var note: String

  /// A mark from its parts.
  package init(span: ClosedRange<Double>, form: Form, number: Int? = nil, note: String) {
    self.span = span
    self.form = form
    self.number = number
    self.note = note
  }
}

extension PlotMark.Form {
  /// What it means, for the legend.
  var meaning: String {
    switch self {
    case .counted: "counted"
    case .warned: "counted, too fast or too long"
    case .partial: "partial or too short, not counted"
    case .unfinished: "interrupted, not counted"
    case .other: "another movement, not counted"
    case .unlisted: "looked at, not listed"
    case .label: "as labelled"
    }
  }

  /// Its class in the style sheet.
  var style: String {
    switch self {
    case .counted: "counted"
    case .warned: "warned"
    case .partial: "partial"
    case .unfinished: "unfinished"
    case .other: "other"
    case .unlisted: "unlisted"
    case .label: "label"
    }
  }

  /// Where it begins below the top of a row, and how high it is, as shares of the row.
  private var extent: (top: Double, height: Double) {
    switch self {
    case .counted, .warned: (0, 1)
    case .partial, .unfinished: (0.5, 0.5)
    case .other, .unlisted: (0.75, 0.25)
    case .label: (0.25, 0.5)
    }
  }

  /// A bar in a row of `height` pixels that begins at `y`; `x` and `width` are written as SVG
  /// writes lengths.
  func bar(x: String, width: String, y: Double, height: Double, note: String? = nil) -> Markup {
    let title = note.map { [Markup.element("title", [:], $0)] } ?? []
    let (top, share) = extent
    let bar = Markup.element(
      "rect",
      [
        "class": "mark \(style)", "x": x, "y": Plot.figure(y + top * height), "width": width,
        "height": Plot.figure(share * height), "rx": "1.5",
      ], title)
    guard self == .warned else { return bar }
    // The white stripe is what tells it from the others in black and white.
    let stripe = Markup.element(
      "rect",
      [
        "class": "stripe", "x": x, "y": Plot.figure(y + height * 0.4), "width": width,
        "height": Plot.figure(height * 0.2),
      ])
    return Markup([bar, stripe])
  }
}

extension Verdict {
  /// How a movement of this verdict is drawn.
  package var form: PlotMark.Form {
    switch self {
    case .ok: .counted
    case .tooFast, .tooLong: .warned
    case .partial, .short: .partial
    case .unfinished: .unfinished
    case .notLikeTheOthers: .other
    }
  }
}
