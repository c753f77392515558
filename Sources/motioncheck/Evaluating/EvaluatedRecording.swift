import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// A labelled recording and what the session found in it.
struct EvaluatedRecording: Sendable {
  let entry: Manifest.Entry
  let sets: [SetComparison]
  /// True for a whole session of a programme.
  let isProgram: Bool

  /// Runs the recording through the session of live and replay; nil when nobody noted what is in
  /// it.
  init?(_ entry: Manifest.Entry, _ plan: SessionPlan) throws(EvaluationError) {
    guard let truths = try Self.truths(of: entry, plan) else { return nil }
    self.entry = entry
    if case .program = plan { isProgram = true } else { isProgram = false }
    do throws(InputError) {
      let (report, events) = try Self.result(of: entry, plan)
      sets = report.sets.indices.map {
        SetComparison(
          report.sets[$0], told: events.told(ofSet: $0), truth: truths[$0],
          gaps: report.quality.gaps)
      }
    } catch {
      throw .input(error)
    }
  }

  private static func result(
    of entry: Manifest.Entry, _ plan: SessionPlan
  ) throws(InputError) -> (SessionReport, [SessionEvent]) {
    let source = try RecordingSource(path: entry.path)
    var session = Session(
      plan: plan, placement: entry.placement ?? source.metadata.placement ?? .upperArm)
    var events: [SessionEvent] = []
    while let readings = try source.next() {
      for reading in readings { events += session.process(reading) }
    }
    events += session.finish()
    return (session.report, events)
  }
}

// MARK: - What to look for

extension Manifest.Entry {
  /// What the recording is checked as, with these thresholds.
  func plan(_ parameters: ParameterFile?) throws(EvaluationError) -> SessionPlan {
    do throws(InputError) {
      if var program = Program.named(checkAs) {
        for line in program.lines.indices {
          try parameters?.apply(to: &program.lines[line].exercise)
        }
        return .program(program)
      }
      if var exercise = Exercise.named(checkAs) {
        try parameters?.apply(to: &exercise)
        return .single(PlannedSet(exercise: exercise, target: exercise.dose))
      }
    } catch {
      throw .input(error)
    }
    throw .unknownCheck(id: checkAs, file: file)
  }
}

// MARK: - What truly happened

extension EvaluatedRecording {
  /// The truth of each planned set; nil where nothing was noted.
  private static func truths(
    of entry: Manifest.Entry, _ plan: SessionPlan
  ) throws(EvaluationError) -> [SetTruth]? {
    let labels = try labels(of: entry)
    switch plan {
    case .program(let program):
      return labels.map { SetTruth.ofSets(program.sets, labels: $0) }
    case .single(let set):
      if entry.reps == 0 { return [.notDone] }
      let labelled = labels.map {
        SetTruth.ofRecording(checkedAs: set.exercise, labels: $0)
      }
      let noted = try entry.events
      guard let count = entry.reps ?? labelled?.count else { return nil }
      return [SetTruth(count: count, events: labelled?.events ?? noted)]
    }
  }

  private static func labels(of entry: Manifest.Entry) throws(EvaluationError) -> [Label]? {
    let path = LabelFile.path(forRecording: entry.path)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do throws(InputError) {
      return try LabelFile.load(path)
    } catch {
      throw .input(error)
    }
  }
}

extension Manifest.Entry {
  /// What the manifest calls an execution that is to be listed as partial.
  private static let partialKind = "low-amplitude"

  /// The labelled executions of the column events, "kind start end" separated by '|'; nil where
  /// there are none.
  fileprivate var events: [Label]? {
    get throws(EvaluationError) {
      guard let text = others["events"] else { return nil }
      var labels: [Label] = []
      for part in text.split(separator: "|") {
        let words = part.split(separator: " ")
        guard words.count == 3, let start = Double(words[1]), let end = Double(words[2]) else {
          throw .badEvents(text: text, file: file)
        }
        labels.append(
          Label(
            start: start, end: end, exercise: checkAs, kind: .rep,
            count: words[0] == Self.partialKind ? 0 : nil))
      }
      return labels
    }
  }
}
