import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// What the program's own session finds in a recording with some thresholds.
struct Detection: Sendable {
  /// What was found.
  let report: SessionReport
  /// Of each set why its movements were counted or not; nil where that was not asked for or nothing
  /// was found.
  let explanations: [SetExplanation?]

  /// Looks for a plan in a recording of the library.
  ///
  /// - Parameter isExplained: false for the report alone, which takes a third of the time.
  init(
    _ item: Int, of library: Library, plan: SessionPlan, isExplained: Bool
  ) throws(InputError) {
    switch plan {
    case .single(let set):
      let recording = try library.conditioned(item, for: set.exercise.parameters)
      report = recording.report(for: set)
      let usualRange = report.sets[0].usualRangeDegrees
      explanations =
        isExplained ? [recording.explanation(for: set).fromRest(usualRange: usualRange)] : [nil]
    case .program:
      let read = try library.read(item)
      var session = Session(plan: plan, placement: read.placement)
      for reading in read.readings { _ = session.process(reading) }
      _ = session.finish()
      report = session.report
      explanations =
        isExplained
        ? read.readings.explanations(of: report) : report.sets.map { _ in nil }
    }
  }

  /// As the page takes it.
  var json: JSON {
    [
      "sets": .array(zip(report.sets, explanations).map { DetectedSet($0, $1).json }),
      "seconds": .number(report.quality.seconds),
      "gaps": .array(report.quality.gaps.map(\.json)),
      "rate": JSON(report.quality.rateHertz), "hasGyroscope": .bool(report.quality.hasGyroscope),
      "warnings": .array(report.warnings.map(JSON.string)),
      "labels": .array(report.labels.map(\.json)),
    ]
  }
}

extension Gap {
  /// As the page takes it.
  fileprivate var json: JSON {
    ["start": .number(start), "end": .number(end), "reason": JSON(reason?.sentence)]
  }
}
