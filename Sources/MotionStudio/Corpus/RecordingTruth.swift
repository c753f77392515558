import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// What people noted of one recording: in its labels, or in its row of the manifest.
package struct RecordingTruth: Sendable {
  private let entry: Manifest.Entry
  private let path: String
  private let labels: [LabelFile.Line]?

  /// Reads the labels beside the recording, where there are any.
  package init(_ entry: Manifest.Entry) throws(InputError) {
    self.entry = entry
    path = LabelFile.path(forRecording: entry.path)
    guard FileManager.default.fileExists(atPath: path) else {
      labels = nil
      return
    }
    labels = try LabelFile.lines(path)
  }

  /// The truth of each planned set; nil where nothing was noted.
  package func sets(of plan: SessionPlan) throws(InputError) -> [SetTruth]? {
    let labels = self.labels?.map(\.label)
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

  /// What the labels name.
  package var exercises: Set<String> { Set((labels ?? []).map(\.label.exercise)) }

  /// False where a recording is to be checked as an exercise and its labels name others only.
  package func names(_ exercise: Exercise) -> Bool {
    entry.reps != nil || exercise.dose == nil || exercises.isEmpty
      || exercises.contains(exercise.id)
  }

  /// A labelled set, and where it lies.
  package struct Part: Sendable, Hashable {
    /// The set and what happens around it, up to the sets beside it, in seconds; nil for the whole
    /// recording.
    package var seconds: ClosedRange<Double>?
    /// What truly happened in it, in seconds from where it begins.
    package var truth: SetTruth
    /// What is asked of it.
    package var target: Target?
  }

  /// How much of what happens before and after a set is looked at with it, in seconds.
  private static let surroundingSeconds = 15.0

  /// The labelled sets of an exercise in a session of a programme, in the programme's order.
  func parts(of program: Program, exercise: Exercise) -> [Part] {
    let labels = self.labels?.map(\.label) ?? []
    let sets = labels.filter { $0.kind == .set }
    return zip(program.sets, SetTruth.labelledSets(program.sets, labels: labels))
      .compactMap { planned, label in
        guard let label, let target = planned.target, planned.exercise.id == exercise.id else {
          return nil
        }
        let earlier = sets.map(\.end).filter { $0 <= label.start }.max() ?? 0
        let later = sets.map(\.start).filter { $0 >= label.end }.min() ?? .infinity
        let begin = max(earlier, label.start - Self.surroundingSeconds)
        return Part(
          seconds: begin...min(later, label.end + Self.surroundingSeconds),
          truth: SetTruth(of: label, labels: labels), target: target)
      }
  }

  /// Compares the labels with one another and with the recording.
  ///
  /// - Throws: `InputError` that names the line of the first that cannot be true.
  package func check(recordingSeconds: Double) throws(InputError) {
    guard let labels,
      let fault = LabelFault.first(
        in: labels.map(\.label), recordingSeconds: recordingSeconds)
    else { return }
    throw .document(
      path: path, line: labels[fault.position].number, found: fault.found,
      expected: fault.expected)
  }
}

extension Manifest.Entry {
  /// What the manifest calls an execution that is to be listed as partial.
  private static let partialKind = "low-amplitude"

  /// The labelled executions of the column events, "kind start end" separated by '|'; nil where
  /// there are none.
  fileprivate var events: [Label]? {
    get throws(InputError) {
      guard let text = others["events"] else { return nil }
      var labels: [Label] = []
      for part in text.split(separator: "|") {
        let words = part.split(separator: " ")
        guard words.count == 3, let start = Double(words[1]), let end = Double(words[2]),
          start.isFinite, end.isFinite, start <= end
        else {
          throw wrong(
            "events", text, expected: "'kind start end' in seconds, separated by '|'")
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
