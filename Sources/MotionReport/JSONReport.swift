import MotionCore

/// The report of a session for other programs: one JSON object on one line.
///
/// Facts that are not known are null; times are seconds from the recording's first sample.
package struct JSONReport: Sendable {
  /// Name and version of the format.
  package static let schema = "motioncheck.report/1"

  /// The whole report.
  package let json: JSON

  /// The report of a session.
  package init(_ report: SessionReport, context: ReportContext) {
    json = [
      "schema": .string(Self.schema),
      "recording": JSON(context.recording),
      "recordedAt": JSON(context.recordedAt),
      "patient": JSON(context.patient),
      "note": JSON(context.note),
      "effort": JSON(context.remark.effort),
      "remark": JSON(context.remark.note),
      "device": JSON(context.device),
      "placement": .string(report.placement.rawValue),
      "version": .string(context.version),
      "program": JSON(report.program),
      "parameters": JSON(context.parameters),
      "sets": .array(report.sets.map(Self.set)),
      "quality": Self.quality(report.quality),
      "warnings": .array(report.warnings.map(JSON.string)),
    ]
  }

  /// The line that is printed, without its end.
  package var line: String { json.rendered }

  private static func set(_ set: SetReport) -> JSON {
    [
      "exercise": .string(set.plan.exercise.id),
      "side": JSON(set.plan.side?.rawValue),
      "kind": .string(set.plan.exercise.kind.rawValue),
      "target": JSON(set.plan.target),
      "number": .integer(set.plan.number),
      "of": .integer(set.plan.of),
      "count": .integer(set.count),
      "targetMet": JSON(set.isTargetMet),
      "exceeded": JSON(set.excess.map { $0 > 0 }),
      "exceededBy": JSON(set.excess),
      "confidence": JSON(set.confidence?.probability),
      "outcome": .string(set.outcome.rawValue),
      "pain": JSON(set.pain),
      "start": JSON(set.start),
      "end": JSON(set.end),
      "consistency": [
        "rangeVariationFraction": JSON(set.consistency.rangeVariationFraction),
        "secondsVariationFraction": JSON(set.consistency.secondsVariationFraction),
      ],
      "trend": ["range": trend(set.rangeTrend), "seconds": trend(set.secondsTrend)],
      "pace": pace(set.pace),
      "reps": .array(set.reps.map(repetition)),
      "holds": .array(set.holds.map(hold)),
    ]
  }

  private static func trend(_ trend: Trend?) -> JSON {
    guard let trend else { return .null }
    return ["changeFraction": .number(trend.changeFraction), "clear": .bool(trend.isClear)]
  }

  private static func pace(_ pace: Pace?) -> JSON {
    guard let pace else { return .null }
    return [
      "slowRepSeconds": .number(pace.slowRepSeconds),
      "medianSeconds": .number(pace.medianSeconds),
      "fasterReps": .integer(pace.fasterReps),
      "fasterFraction": .number(pace.fasterFraction),
    ]
  }

  private static func repetition(_ repetition: Repetition) -> JSON {
    [
      "number": .integer(repetition.number),
      "start": .number(repetition.start),
      "end": .number(repetition.end),
      "counted": .bool(repetition.isCounted),
      "verdict": .string(repetition.verdict.rawValue),
      "reason": JSON(repetition.reason?.words),
      "rangeDegrees": JSON(repetition.rangeDegrees),
      "tempo": .array(repetition.tempo.map { JSON($0) }),
      "timeUnderTension": JSON(repetition.timeUnderTension),
      "smoothness": JSON(repetition.smoothness),
      "announcedAt": .number(repetition.announcedAt),
      "correctedAt": JSON(repetition.correctedAt),
    ]
  }

  private static func hold(_ hold: Hold) -> JSON {
    [
      "number": .integer(hold.number),
      "start": .number(hold.start),
      "end": .number(hold.end),
      "seconds": .number(hold.seconds),
      "counted": .bool(hold.isCounted),
      "verdict": .string(hold.verdict.rawValue),
      "reason": JSON(hold.reason?.words),
      "rangeDegrees": JSON(hold.rangeDegrees),
      "reachedAt": JSON(hold.reachedAt),
      "announcedAt": .number(hold.announcedAt),
      "correctedAt": JSON(hold.correctedAt),
    ]
  }

  private static func gap(_ gap: Gap) -> JSON {
    [
      "start": .number(gap.start), "end": .number(gap.end),
      "reason": JSON(gap.reason?.sentence),
    ]
  }

  private static func quality(_ quality: Quality) -> JSON {
    [
      "samples": .integer(quality.samples),
      "seconds": .number(quality.seconds),
      "rateHertz": JSON(quality.rateHertz),
      "gaps": .array(quality.gaps.map(gap)),
      "saturatedSamples": .integer(quality.saturatedSamples),
      "reorderedSamples": .integer(quality.reorderedSamples),
      "hasGyroscope": .bool(quality.hasGyroscope),
    ]
  }
}
