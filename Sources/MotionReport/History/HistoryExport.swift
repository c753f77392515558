import MotionCore

/// The history for other programs.
package enum HistoryExport {
  /// Name and version of the format.
  package static let schema = "motioncheck.history/1"

  /// One JSON object a line for each session.
  package static func json(_ sessions: [PastSession]) -> [String] {
    sessions.map { session in
      let json: JSON = [
        "schema": .string(schema),
        "session": JSON(session.id),
        "recordedAt": JSON(session.recordedAt),
        "recording": JSON(session.recording),
        "program": JSON(session.program),
        "timesPerWeek": JSON(session.timesPerWeek),
        "placement": .string(session.placement.rawValue),
        "seconds": .number(session.seconds),
        "effort": JSON(session.remark.effort),
        "remark": JSON(session.remark.note),
        "sets": .array(session.sets.map(set)),
      ]
      return json.rendered
    }
  }

  private static func set(_ set: PastSet) -> JSON {
    [
      "exercise": .string(set.exercise),
      "side": JSON(set.side?.rawValue),
      "number": .integer(set.number),
      "of": .integer(set.of),
      "kind": .string(set.kind.rawValue),
      "prescribed": JSON(set.prescribed),
      "prescribedHoldSeconds": JSON(set.prescribedHoldSeconds),
      "count": .integer(set.count),
      "measured": .integer(set.measured),
      "corrected": JSON(set.corrected),
      "outcome": .string(set.outcome.rawValue),
      "done": .bool(set.isDone),
      "confidence": JSON(set.confidence),
      "rangeDegrees": JSON(set.rangeDegrees),
      "usualSeconds": JSON(set.usualSeconds),
      "pain": JSON(set.pain),
    ]
  }

  /// The columns of `csv`.
  package static let columns = [
    "session", "recorded_at", "program", "placement", "exercise", "side", "number", "of", "kind",
    "prescribed", "prescribed_hold_seconds", "count", "measured", "corrected", "outcome", "done",
    "confidence", "range_degrees", "usual_seconds", "pain",
    "effort", "remark",
  ]

  /// One row a set, under a header.
  package static func csv(_ sessions: [PastSession]) -> [String] {
    [columns.joined(separator: ",")]
      + sessions.flatMap { session in
        session.sets.map { set in
          CSVCell.line([
            .integer(session.id), .text(session.recordedAt), .text(session.program),
            .text(session.placement.rawValue), .text(set.exercise), .text(set.side?.rawValue),
            .integer(set.number), .integer(set.of), .text(set.kind.rawValue),
            .integer(set.prescribed), .number(set.prescribedHoldSeconds), .integer(set.count),
            .integer(set.measured), .integer(set.corrected), .text(set.outcome.rawValue),
            .bool(set.isDone), .number(set.confidence), .number(set.rangeDegrees),
            .number(set.usualSeconds), .integer(set.pain), .integer(session.remark.effort),
            .text(session.remark.note),
          ])
        }
      }
  }
}
