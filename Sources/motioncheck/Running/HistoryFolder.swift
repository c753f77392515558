import MotionCore
import MotionHistory
import MotionInput

/// The person's history, in its usual place.
enum HistoryFolder {
  static var path: String { DataFolder.path + "/history.db" }

  /// Opens it. One that is damaged is moved aside and made anew from the recordings, which is said.
  ///
  /// - Throws: `HistoryError`, or `InputError` where its folder cannot be made.
  static func open() throws -> HistoryStore {
    try DataFolder.make(DataFolder.path)
    do {
      return try HistoryStore(path: path)
    } catch HistoryError.damaged(_, let reason) {
      let aside = try HistoryStore.moveAside(path)
      let store = try HistoryStore(path: path)
      let count = try rebuild(store)
      TextStream.standardError().note(
        "Warning: the history was damaged (\(reason)); it is kept as \(aside), and \(count) "
          + "sessions were taken from the recordings again\n")
      return store
    }
  }

  /// Adds a session.
  static func save(
    _ result: SessionRun.Result, of check: Check, recording: String?
  ) throws {
    try add(result, of: check, recording: recording, to: open())
  }

  private static func add(
    _ result: SessionRun.Result, of check: Check, recording: String?,
    to store: borrowing HistoryStore
  ) throws(HistoryError) {
    let metadata = result.metadata
    let session = PastSession(
      result.report, recordedAt: metadata.start, recording: recording,
      timesPerWeek: check.timesPerWeek, remark: metadata.remark)
    _ = try store.save(session, isTimeNoted: metadata.recordedAt != nil)
  }

  /// Adds every recording of the usual folder; gives how many there were. One that cannot be used
  /// is named, and the next is taken.
  static func rebuild(_ store: borrowing HistoryStore) throws(HistoryError) -> Int {
    var count = 0
    for recording in RecordingsFolder.usual.recordings {
      do {
        let source = try RecordingSource(path: recording)
        let check = try Check(CheckOptions.parse([]), of: source.metadata, path: recording)
        let result = SessionRun(check: check).result(of: source)
        if let failure = result.failure { throw failure }
        try add(result, of: check, recording: recording, to: store)
        count += 1
      } catch let error as HistoryError {
        throw error
      } catch {
        TextStream.standardError().note("Error: \(error)\n")
      }
    }
    return count
  }
}
