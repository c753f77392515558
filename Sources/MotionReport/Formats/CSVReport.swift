import MotionCore

/// A session as rows of a spreadsheet: RFC 4180, UTF-8, a unit in the name of each column.
package struct CSVReport {
  /// What a row is.
  package enum Rows: String, CaseIterable, Sendable {
    /// One listed repetition or hold.
    case movements
    /// One set.
    case sets
  }

  private let session: ReportedSession
  private let rows: Rows

  /// The rows of a session.
  package init(_ session: ReportedSession, rows: Rows) {
    self.session = session
    self.rows = rows
  }

  /// The names of the columns.
  package static func header(_ rows: Rows) -> String {
    let figures = rows == .sets ? resultColumns : movementColumns
    return line((sessionColumns + setColumns + figures).map(Cell.text))
  }

  /// One line a row, without line ends.
  package var lines: [String] {
    session.report.sets.enumerated().flatMap { index, set -> [String] in
      let head = sessionCells + Self.cells(of: set, number: index + 1)
      switch rows {
      case .sets: return [Self.line(head + Self.result(set, worn: session.report.placement))]
      case .movements: return Self.movements(of: set).map { Self.line(head + $0) }
      }
    }
  }

  // MARK: - Columns

  private static let sessionColumns = [
    "recording", "recordedAt", "patient", "note", "program", "placement",
  ]
  private static let setColumns = ["set", "exercise", "side", "kind"]
  private static let resultColumns = [
    "targetReps", "targetHold [s]", "targetHoldMax [s]", "count", "targetMet", "outcome", "remark",
    "confidence", "pain", "start [s]", "end [s]", "medianRange [deg]", "medianSeconds [s]",
  ]
  private static let movementColumns = [
    "number", "start [s]", "end [s]", "counted", "verdict", "reason", "range [deg]", "held [s]",
    "out [s]", "turn [s]", "back [s]", "rest [s]", "smoothness",
  ]

  private var sessionCells: [Cell] {
    let context = session.context
    return [
      .text(context.recording), .text(context.recordedAt), .text(context.patient),
      .text(context.note), .text(session.report.program),
      .text(session.report.placement.rawValue),
    ]
  }

  private static func cells(of set: SetReport, number: Int) -> [Cell] {
    [
      .integer(number), .text(set.plan.exercise.id), .text(set.plan.side?.rawValue),
      .text(set.plan.exercise.kind.rawValue),
    ]
  }

  private static func result(_ set: SetReport, worn: Placement) -> [Cell] {
    let target = set.plan.target
    return [
      .integer(target?.reps), .number(target?.holdSeconds), .number(target?.holdSecondsMax),
      .integer(set.count), .bool(set.isTargetMet), .text(set.outcome.rawValue),
      .text(SetSummary(set, worn: worn).remark), .number(set.confidence?.probability),
      .integer(set.pain), .number(set.start), .number(set.end),
      .number(set.usualRangeDegrees),
      .number(set.usualSeconds),
    ]
  }

  private static let tempoParts = 4

  private static func movements(of set: SetReport) -> [[Cell]] {
    let repetitions = set.reps.map { repetition in
      let parts = repetition.tempo + [Double?](repeating: nil, count: Self.tempoParts)
      return [
        Cell.integer(repetition.number), .number(repetition.start), .number(repetition.end),
        .bool(repetition.isCounted), .text(repetition.verdict.rawValue), .text(repetition.reason),
        .number(repetition.rangeDegrees), .empty,
      ] + parts.prefix(Self.tempoParts).map(Cell.number) + [.number(repetition.smoothness)]
    }
    let holds = set.holds.map { hold in
      [
        Cell.integer(hold.number), .number(hold.start), .number(hold.end), .bool(hold.isCounted),
        .text(hold.verdict.rawValue), .text(hold.reason), .number(hold.rangeDegrees),
        .number(hold.seconds),
      ] + [Cell](repeating: .empty, count: Self.tempoParts + 1)
    }
    return repetitions + holds
  }

  private static func line(_ cells: [Cell]) -> String {
    cells.map(\.rendered).joined(separator: ",")
  }
}

/// What stands between two commas.
private enum Cell {
  case empty
  case written(String)

  static func text(_ value: String?) -> Cell {
    value.map { .written(quoted($0.printable)) } ?? .empty
  }
  static func bool(_ value: Bool?) -> Cell { json(JSON(value)) }
  static func integer(_ value: Int?) -> Cell { json(JSON(value)) }
  static func number(_ value: Double?) -> Cell { json(JSON(value)) }

  /// Figures are written as in the JSON report, so that both say the same.
  private static func json(_ value: JSON) -> Cell {
    value.rendered == "null" ? .empty : .written(value.rendered)
  }

  var rendered: String {
    switch self {
    case .empty: ""
    case .written(let text): text
    }
  }

  /// Spreadsheets take a cell that begins with one of these for a formula, whatever its quotes say:
  /// a name could then run one. An apostrophe makes it text (OWASP, CSV injection).
  private static let formulaStarts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

  private static func quoted(_ text: String) -> String {
    let safe = text.first.map(formulaStarts.contains) == true ? "'\(text)" : text
    let needsQuotes = safe.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
  }
}
