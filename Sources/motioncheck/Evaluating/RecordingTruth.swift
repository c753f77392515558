import Foundation
import MotionCore
import MotionInput
import MotionTuning

/// What people noted of one recording: in its labels, or in its row of the manifest.
struct RecordingTruth {
  private let entry: Manifest.Entry
  private let path: String
  private let labels: [LabelFile.Line]?

  /// Reads the labels beside the recording, where there are any.
  init(_ entry: Manifest.Entry) throws(InputError) {
    self.entry = entry
    path = LabelFile.path(forRecording: entry.path)
    guard FileManager.default.fileExists(atPath: path) else {
      labels = nil
      return
    }
    labels = try LabelFile.lines(path)
  }

  /// The truth of each planned set; nil where nothing was noted.
  func sets(of plan: SessionPlan) throws(InputError) -> [SetTruth]? {
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

  /// Holds the labels against one another and against the recording.
  ///
  /// - Throws: `InputError` that names the line of the first that cannot be true.
  func check(recordingSeconds: Double) throws(InputError) {
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
        guard words.count == 3, let start = Double(words[1]), let end = Double(words[2]) else {
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
