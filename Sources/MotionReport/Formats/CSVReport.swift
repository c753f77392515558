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
    return CSVCell.line((sessionColumns + setColumns + figures).map(CSVCell.text))
  }

  /// One line a row, without line ends.
  package var lines: [String] {
    session.report.sets.enumerated().flatMap { index, set -> [String] in
      let head = sessionCells + Self.cells(of: set, number: index + 1)
      switch rows {
      case .sets: return [CSVCell.line(head + Self.result(set, worn: session.report.placement))]
      case .movements: return Self.movements(of: set).map { CSVCell.line(head + $0) }
      }
    }
  }

  // MARK: - Columns

  private static let sessionColumns = [
    "recording", "recordedAt", "patient", "note", "program", "placement", "effort", "said",
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

  private var sessionCells: [CSVCell] {
    let context = session.context
    return [
      .text(context.recording), .text(context.recordedAt), .text(context.patient),
      .text(context.note), .text(session.report.program),
      .text(session.report.placement.rawValue), .integer(context.remark.effort),
      .text(context.remark.note),
    ]
  }

  private static func cells(of set: SetReport, number: Int) -> [CSVCell] {
    [
      .integer(number), .text(set.plan.exercise.id), .text(set.plan.side?.rawValue),
      .text(set.plan.exercise.kind.rawValue),
    ]
  }

  private static func result(_ set: SetReport, worn: Placement) -> [CSVCell] {
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

  private static func movements(of set: SetReport) -> [[CSVCell]] {
    let repetitions = set.reps.map { repetition in
      let parts = repetition.tempo + [Double?](repeating: nil, count: Self.tempoParts)
      return [
        CSVCell.integer(repetition.number), .number(repetition.start), .number(repetition.end),
        .bool(repetition.isCounted), .text(repetition.verdict.rawValue),
        .text(repetition.reason?.words),
        .number(repetition.rangeDegrees), .empty,
      ] + parts.prefix(Self.tempoParts).map(CSVCell.number) + [.number(repetition.smoothness)]
    }
    let holds = set.holds.map { hold in
      [
        CSVCell.integer(hold.number), .number(hold.start), .number(hold.end), .bool(hold.isCounted),
        .text(hold.verdict.rawValue), .text(hold.reason?.words), .number(hold.rangeDegrees),
        .number(hold.seconds),
      ] + [CSVCell](repeating: .empty, count: Self.tempoParts + 1)
    }
    return repetitions + holds
  }
}
