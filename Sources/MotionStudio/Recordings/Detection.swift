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
  /// - Parameter isExplained: false for the report alone, as quickly as it can be had: of a session
  ///   only the sets whose thresholds were changed are looked for, each where it was found.
  init(
    _ item: Int, of library: Library, plan: SessionPlan, isExplained: Bool
  ) throws(InputError) {
    switch plan {
    case .single(let set):
      report = try library.report(item, for: set)
      let recording = try library.conditioned(item, for: set.exercise.parameters)
      let usualRange = report.sets[0].usualRangeDegrees
      explanations =
        isExplained ? [recording.explanation(for: set).fromRest(usualRange: usualRange)] : [nil]
    case .program:
      guard isExplained else {
        report = try Self.quick(item, of: library, plan)
        explanations = report.sets.map { _ in nil }
        return
      }
      report = try library.session(item, plan)
      explanations = try library.read(item).readings.explanations(of: report)
    }
  }

  /// Room before and after a set in which it is looked for again, in seconds: its rests are in it.
  private static let roomSeconds = 6.0

  /// A session with other thresholds as soon as a person can follow: what is not changed is as it
  /// was found, and each set that is is looked for where it was.
  private static func quick(
    _ item: Int, of library: Library, _ plan: SessionPlan
  ) throws(InputError) -> SessionReport {
    var report = try library.session(item, library.items[item].plan ?? plan)
    for (index, wanted) in plan.sets.enumerated() where report.sets[index].plan != wanted {
      guard let start = report.sets[index].start, let end = report.sets[index].end else { continue }
      let room = max(0, start - roomSeconds)...max(start, end) + roomSeconds
      if let found = try library.again(item, wanted, within: room) { report.sets[index] = found }
    }
    return report
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

extension SetReport {
  /// The same so many seconds later.
  func later(by seconds: Double) -> SetReport {
    var moved = self
    moved.start = start.map { $0 + seconds }
    moved.end = end.map { $0 + seconds }
    for index in reps.indices {
      moved.reps[index].start += seconds
      moved.reps[index].end += seconds
    }
    for index in holds.indices {
      moved.holds[index].start += seconds
      moved.holds[index].end += seconds
    }
    return moved
  }
}
