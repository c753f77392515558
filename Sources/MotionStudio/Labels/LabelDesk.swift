import Glibc
import MotionCore
import MotionInput
import MotionReport
import MotionTuning
import Synchronization

/// Reads and writes the label files of a library, beside whoever else writes them.
final class LabelDesk: Sendable {
  /// So many states of a file are remembered: an editor that has not looked for longer reads anew.
  private static let mostStates = 64

  /// What is wanted of a file.
  struct Change: Sendable, Hashable {
    /// The number of the state that the editor began with.
    var base: Int
    var labels: [Label]
    /// True where no label means that nothing was done, false where nothing was noted yet.
    var isNothingDone = false
    /// True to write over what others have made of the same labels meanwhile.
    var isForced = false
  }

  /// What came of it.
  enum Answer: Sendable, Hashable {
    case saved(State)
    /// Others changed the same labels: `theirs` is how they stand.
    case conflict(theirs: State, [Label])
    /// They cannot be true.
    case refused(LabelFault)
  }

  /// The labels of a recording at some time.
  struct State: Sendable, Hashable {
    /// Its number among the states of this file.
    var number: Int
    var labels: [Label]
    /// False where there is no file.
    var isNoted: Bool

    var json: JSON {
      [
        "state": .integer(number), "labels": .array(labels.map(\.json)), "isNoted": .bool(isNoted),
      ]
    }
  }

  /// The last states of a file, and the number of the first of them.
  private struct States {
    var first = 0
    var documents: [LabelDocument] = []

    subscript(number: Int) -> LabelDocument? {
      documents.indices.contains(number - first) ? documents[number - first] : nil
    }
  }

  private let states = Mutex<[String: States]>([:])
  private let writing = Mutex<Void>(())

  /// The labels of a recording as they stand.
  ///
  /// - Throws: `InputError` when they cannot be read.
  func state(of recording: String) throws(InputError) -> State {
    let path = LabelFile.path(forRecording: recording)
    return note(try LabelDocument(path: path), path)
  }

  /// Writes what an editor wants; what others wrote since is merged with it.
  ///
  /// - Parameter seconds: how long the recording is.
  /// - Throws: `InputError` when the file cannot be read or written.
  func save(
    _ change: Change, of recording: String, seconds: Double
  ) throws(InputError) -> Answer {
    let path = LabelFile.path(forRecording: recording)
    return try writing.withLock { _ throws(InputError) in
      let now = try LabelDocument(path: path)
      let merge = merge(change, with: now, path)
      guard let merge, merge.conflicts.isEmpty || change.isForced else {
        return .conflict(theirs: note(now, path), merge?.conflicts ?? now.labels)
      }
      if let fault = LabelFault.first(in: merge.labels, recordingSeconds: seconds) {
        return .refused(fault)
      }
      return .saved(try write(merge.labels, change, over: now, path))
    }
  }

  /// Nil where it is not known any more what the editor began with.
  private func merge(
    _ change: Change, with now: LabelDocument, _ path: String
  ) -> LabelMerge? {
    let base = states.withLock { $0[path]?[change.base] }?.labels
    guard let base = base ?? (change.isForced ? now.labels : nil) else { return nil }
    return LabelMerge(base: base, mine: change.labels, theirs: now.labels)
  }

  private func write(
    _ labels: [Label], _ change: Change, over document: LabelDocument, _ path: String
  ) throws(InputError) -> State {
    let empty = change.isNothingDone ? LabelFile.text(of: []) : nil
    let text = document.text(with: labels) ?? empty
    if let text {
      if text != document.text { try PendingFile.write(text, to: path) }
    } else if document.text != nil, unlink(path) != 0 {
      throw .system(action: "remove", path: path, code: errno)
    }
    return note(try LabelDocument(text, path: path), path)
  }

  private func note(_ document: LabelDocument, _ path: String) -> State {
    states.withLock { states in
      var known = states[path] ?? States()
      if known.documents.last != document { known.documents.append(document) }
      if known.documents.count > Self.mostStates {
        known.documents.removeFirst()
        known.first += 1
      }
      states[path] = known
      return State(
        number: known.first + known.documents.count - 1, labels: document.labels,
        isNoted: document.text != nil)
    }
  }
}
