import CSQLite
import Foundation
import MotionCore
import Testing

@testable import MotionHistory

/// The history keeps what it was given, whatever happens to its file.
@Suite final class HistoryStoreTests {
  private let folder: URL
  private var path: String { folder.appending(path: "history.db").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "motioncheck-history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func session(_ day: Int = 1, counts: [Int] = [10, 3]) -> PastSession {
    PastSession(
      recordedAt: "2026-11-\(day < 10 ? "0" : "")\(day)T09:00:00Z", recording: "a, \"b\".csv",
      program: "upper-back", timesPerWeek: 3, placement: .wrist, seconds: 412.5,
      remark: SessionRemark(effort: 0, note: "it's \"fine\""),
      sets: [
        PastSet(
          exercise: "open-book", side: .left, number: 2, of: 3, kind: .cycle, prescribed: 10,
          measured: counts[0], outcome: .done, confidence: 0.93, rangeDegrees: 81.5,
          usualSeconds: 4.25, pain: 2),
        PastSet(
          exercise: "childs-pose", kind: .hold, prescribed: 3, prescribedHoldSeconds: 15,
          measured: counts[1], outcome: .notMeasured),
      ])
  }

  @Test func whatIsSavedIsThereAgain() throws {
    var expected = Self.session()
    do {
      let store = try HistoryStore(path: path)
      expected.id = try store.save(expected)
    }
    #expect(try HistoryStore(path: path).sessions() == [expected])
  }

  @Test func onlyItsOwnerCanReadIt() throws {
    _ = try HistoryStore(path: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func sessionsAreInOrderOfTime() throws {
    let store = try HistoryStore(path: path)
    for day in [3, 1, 2] { _ = try store.save(Self.session(day)) }
    #expect(
      try store.sessions().map(\.recordedAt) == [1, 2, 3].map { Self.session($0).recordedAt })
  }

  @Test func theSameSessionIsSavedOnceAndKeepsWhatWasCorrected() throws {
    let store = try HistoryStore(path: path)
    let id = try store.save(Self.session())
    try store.correct(session: id, set: 1, count: 9)
    #expect(try store.save(Self.session(counts: [11, 2])) == id)
    let sessions = try store.sessions()
    #expect(sessions.count == 1)
    #expect(sessions[0].sets.map(\.measured) == [11, 2])
    #expect(sessions[0].sets.map(\.count) == [9, 2])
    #expect(!sessions[0].sets[0].isDone)
    try store.correct(session: id, set: 1, count: nil)
    #expect(try store.sessions()[0].sets[0].corrected == nil)
  }

  /// Clocks that were never set, and the sensors of two arms, may say the same time.
  @Test func recordingsOfOneTimeThatNobodyNotedAreSeveralSessions() throws {
    let store = try HistoryStore(path: path)
    for recording in ["left.csv", "right.csv", "left.csv"] {
      var session = Self.session()
      session.recording = recording
      _ = try store.save(session, isTimeNoted: false)
    }
    let sessions = try store.sessions()
    #expect(Set(sessions.map(\.recording)) == ["left.csv", "right.csv"])
    #expect(sessions.count == 2)
    #expect(sessions[0].recordedAt == Self.session().recordedAt)
  }

  @Test func whatIsNotThereCannotBeChanged() throws {
    let store = try HistoryStore(path: path)
    let id = try store.save(Self.session())
    #expect(throws: HistoryError.noSession(id + 1)) {
      try store.correct(session: id + 1, set: 1, count: 3)
    }
    #expect(throws: HistoryError.noSet(3, session: id, sets: 2)) {
      try store.correct(session: id, set: 3, count: 3)
    }
    try store.delete(session: id)
    #expect(try store.sessions().isEmpty)
    #expect(throws: HistoryError.noSession(id)) { try store.delete(session: id) }
  }

  @Test func anOlderFormIsBroughtUpToDate() throws {
    execute(
      HistorySchema.migrations[0] + """
        INSERT INTO session (key, recorded_at, placement, seconds)
        VALUES ('2026-01-01T00:00:00Z hold', '2026-01-01T00:00:00Z', 'wrist', 60);
        INSERT INTO session_set (session, position, exercise, number, of_sets, kind, measured,
          outcome) VALUES (1, 1, 'hold', 1, 1, 'hold', 4, 'done');
        PRAGMA user_version = 1;
        """)
    let sessions = try HistoryStore(path: path).sessions()
    #expect(sessions.map(\.placement) == [.wrist])
    #expect(sessions[0].sets.map(\.count) == [4] && sessions[0].timesPerWeek == nil)
    #expect(sessions[0].remark.isEmpty)
  }

  @Test func aNewerFormIsLeftAlone() throws {
    execute("PRAGMA user_version = 99")
    #expect(throws: HistoryError.newer(path: path, version: 99)) {
      _ = try HistoryStore(path: path)
    }
  }

  @Test func aFormWithAnImpossibleNumberIsDamage() throws {
    execute("PRAGMA user_version = -2")
    let error = #expect(throws: HistoryError.self) { _ = try HistoryStore(path: self.path) }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aDamagedFileIsNamedAndCanBeMovedAside() throws {
    try Data(repeating: 0x41, count: 4096).write(to: URL(filePath: path))
    let error = #expect(throws: HistoryError.self) { _ = try HistoryStore(path: self.path) }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let aside = try HistoryStore.moveAside(path)
    #expect(FileManager.default.fileExists(atPath: aside))
    #expect(try HistoryStore(path: path).sessions().isEmpty)
  }

  @Test func aSetThatCannotBeReadIsNotLeftOutSilently() throws {
    let id = try HistoryStore(path: path).save(Self.session())
    execute("UPDATE session_set SET outcome = 'sort of' WHERE position = 1")
    let error = #expect(throws: HistoryError.self) { try HistoryStore(path: path).sessions() }
    #expect("\(String(describing: error))".contains("history delete \(id)"))
  }

  @Test func threeYearsOfDailySessionsLoadAtOnce() throws {
    let store = try HistoryStore(path: path)
    for day in 0..<1096 {
      var session = Self.session()
      session.recordedAt = "\(2023 + day / 365)-\(day)"
      _ = try store.save(session)
    }
    let clock = ContinuousClock()
    var fastest = Duration.seconds(10)
    for _ in 0..<5 {
      let start = clock.now
      let count = try store.sessions().count
      fastest = min(fastest, clock.now - start)
      #expect(count == 1096)
    }
    #expect(fastest < .seconds(0.2))
  }

  /// Runs statements with nothing of the program's own.
  private func execute(_ sql: String) {
    var database: OpaquePointer?
    #expect(sqlite3_open(path, &database) == SQLITE_OK)
    #expect(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(database)
  }
}
