import MotionCore

/// Lines over a common horizontal axis, in panels one below the other, with rows of marks above
/// them: what every drawing of the program is made of.
///
/// It fills the width that it is given: horizontal places are percentages, so that on a phone the
/// letters are as large as on a wide screen. The number of points drawn is bounded by
/// `mostColumns`, whatever the recording's length.
package struct Plot: Sendable {
  /// Joined points; a nil breaks the line.
  package struct Curve: Sendable {
    /// Places along the horizontal axis, rising, with values.
    package var points: [(x: Double, y: Double?)]
    /// True for the one to look at first.
    package var isMain: Bool
    /// What it is, where there are several in a panel.
    package var name: String?

    /// A curve from its parts.
    package init(_ points: [(x: Double, y: Double?)], isMain: Bool = true, name: String? = nil) {
      self.points = points
      self.isMain = isMain
      self.name = name
    }
  }

  /// A value that means something, as a line across a panel.
  package struct Level: Sendable {
    /// What it is.
    package var name: String
    /// The value.
    package var value: Double
    /// True for a line from top to bottom.
    package var isUpright: Bool

    /// A level from its parts.
    package init(_ name: String, _ value: Double, isUpright: Bool = false) {
      self.name = name
      self.value = value
      self.isUpright = isUpright
    }
  }

  /// Curves with a scale of their own.
  package struct Panel: Sendable {
    /// What is drawn, with its unit.
    package var title: String
    /// The scale.
    package var axis: PlotAxis
    /// What is drawn.
    package var curves: [Curve]
    /// What the values are compared with.
    package var levels: [Level]
    /// Values along the horizontal axis that are shaded: a range that was asked for.
    package var shade: ClosedRange<Double>?
    /// Single values, drawn as dots.
    package var points: [(x: Double, y: Double)]

    /// A panel from its parts.
    package init(
      title: String, axis: PlotAxis, curves: [Curve], levels: [Level] = [],
      shade: ClosedRange<Double>? = nil, points: [(x: Double, y: Double)] = []
    ) {
      self.points = points
      self.title = title
      self.axis = axis
      self.curves = curves
      self.levels = levels
      self.shade = shade
    }
  }

  /// Marks in one row.
  package struct Row: Sendable {
    /// What the row is, for a reader; empty where the marks say it.
    package var title: String
    /// The marks.
    package var marks: [PlotMark]

    /// A row from its parts.
    package init(title: String = "", _ marks: [PlotMark]) {
      self.title = title
      self.marks = marks
    }
  }

  /// What was counted, in a sentence.
  package var title: String
  /// The horizontal axis.
  package var axis: PlotAxis
  /// Rows of marks, above the panels.
  package var rows: [Row]
  /// What is drawn below them.
  package var panels: [Panel]
  /// Segments without signal.
  package var gaps: [Gap]
  /// No more values than this are written along the horizontal axis.
  package var mostTicks = 10

  /// A plot from its parts.
  package init(
    title: String, axis: PlotAxis, rows: [Row] = [], panels: [Panel], gaps: [Gap] = []
  ) {
    self.title = title
    self.axis = axis
    self.rows = rows
    self.panels = panels
    self.gaps = gaps
  }

  /// No curve has more columns than this, each with its least and its greatest value.
  static let mostColumns = 1600

  /// A figure as SVG writes it.
  static func figure(_ value: Double) -> String {
    let text = Wording.fixed(value, decimals: 2)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// The forms of marks that occur, in the order of the legend.
  package var forms: [PlotMark.Form] {
    let used = Set(rows.flatMap(\.marks).map(\.form))
    return PlotMark.Form.allCases.filter(used.contains)
  }
}
