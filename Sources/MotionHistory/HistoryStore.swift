import Glibc
import MotionCore

/// The person's sessions over weeks, in one file.
///
/// The recordings are the source of truth: what is lost here can be made anew from them, but for
/// counts that a person corrected.
package struct HistoryStore: ~Copyable {
  private let database: Database

  /// Opens the history, and makes an empty one where there is none; only its owner can read it.
  ///
  /// - Throws: `HistoryError`; `.damaged` where the file is no history.
  package init(path: String) throws(HistoryError) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw errno == ENOSPC
        ? .full(path: path)
        : [EACCES, EROFS, EPERM].contains(errno)
          ? .readOnly(path: path) : .failed(path: path, reason: String(cString: strerror(errno)))
    }
    close(file)
    let database = try Database(path: path)
    try HistorySchema.migrate(database)
    self.database = database
  }

  /// Moves a damaged history aside; gives its new name.
  package static func moveAside(_ path: String) throws(HistoryError) -> String {
    var number = 1
    while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
    let aside = "\(path).damaged-\(number)"
    guard rename(path, aside) == 0 else {
      throw .failed(path: path, reason: String(cString: strerror(errno)))
    }
    return aside
  }

  /// Saves a session; one that is there already is replaced and keeps what was corrected by hand.
  /// Gives its number.
  ///
  /// - Parameter isTimeNoted: whether somebody noted when it was; where only a sensor's clock says
  ///   so, other sessions may say the same.
  package func save(_ session: PastSession, isTimeNoted: Bool = true) throws(HistoryError) -> Int {
    let name = Self.key(session, isTimeNoted: isTimeNoted)
    var id = 0
    try database.transaction { () throws(HistoryError) in
      let corrections = try self.corrections(of: session, knownAs: name)
      let key = SQLValue.text(name)
      try database.run(
        """
        INSERT INTO session (key, recorded_at, recording, program, placement, seconds,
          times_per_week, effort, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET recorded_at = excluded.recorded_at,
          recording = excluded.recording, program = excluded.program, placement = excluded.placement,
          seconds = excluded.seconds, times_per_week = excluded.times_per_week,
          effort = excluded.effort, remark = excluded.remark
        """,
        [
          key, .init(session.recordedAt), .init(session.recording), .init(session.program),
          .text(session.placement.rawValue), .real(session.seconds), .init(session.timesPerWeek),
          .init(session.remark.effort), .init(session.remark.note),
        ])
      try database.run("SELECT id FROM session WHERE key = ?", [key]) { id = $0.integer(0) ?? 0 }
      try database.run("DELETE FROM session_set WHERE session = ?", [.integer(id)])
      for (position, set) in session.sets.enumerated() {
        try insert(set, corrected: set.corrected ?? corrections[position + 1], id, position + 1)
      }
    }
    return id
  }

  private func insert(
    _ set: PastSet, corrected: Int?, _ session: Int, _ position: Int
  ) throws(HistoryError) {
    try database.run(
      "INSERT INTO session_set VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(session), .integer(position), .text(set.exercise), .init(set.side?.rawValue),
        .integer(set.number), .integer(set.of), .text(set.kind.rawValue), .init(set.prescribed),
        .init(set.prescribedHoldSeconds), .integer(set.measured), .init(corrected),
        .text(set.outcome.rawValue), .init(set.confidence), .init(set.rangeDegrees),
        .init(set.usualSeconds), .init(set.pain),
      ])
  }

  /// Counts that a person corrected in the session that this one replaces, by position.
  private func corrections(
    of session: PastSession, knownAs name: String
  ) throws(HistoryError) -> [Int: Int] {
    var corrections: [Int: Int] = [:]
    try database.run(
      """
      SELECT position, exercise, corrected FROM session_set
      WHERE session = (SELECT id FROM session WHERE key = ?) AND corrected IS NOT NULL
      """, [.text(name)]
    ) { row in
      guard let position = row.integer(0), session.sets.indices.contains(position - 1),
        session.sets[position - 1].exercise == row.text(1)
      else { return }
      corrections[position] = row.integer(2)
    }
    return corrections
  }

  /// Every session, the oldest first.
  package func sessions() throws(HistoryError) -> [PastSession] {
    var sets: [Int: [PastSet]] = [:]
    var unreadable: String?
    try database.run("SELECT * FROM session_set ORDER BY session, position") { row in
      guard let session = row.integer(0), let set = PastSet(row) else {
        let session = "\(row.integer(0) ?? 0)"
        unreadable =
          "a set of session \(session) cannot be read; 'motioncheck history delete \(session)' takes "
          + "the session out"
        return
      }
      sets[session, default: []].append(set)
    }
    if let unreadable { throw .failed(path: database.path, reason: unreadable) }
    var sessions: [PastSession] = []
    try database.run(
      """
      SELECT id, recorded_at, recording, program, placement, seconds, times_per_week, effort, remark
      FROM session ORDER BY recorded_at, id
      """
    ) { row in
      guard let id = row.integer(0) else { return }
      sessions.append(
        PastSession(
          id: id, recordedAt: row.text(1), recording: row.text(2), program: row.text(3),
          timesPerWeek: row.integer(6),
          placement: row.text(4).flatMap(Placement.init(rawValue:)) ?? .upperArm,
          seconds: row.real(5) ?? 0,
          remark: SessionRemark(effort: row.integer(7), note: row.text(8)), sets: sets[id] ?? []))
    }
    return sessions
  }

  /// Notes what a set's count truly was; the measured one is kept beside it.
  ///
  /// - Parameter set: the set's place in its session, from 1.
  package func correct(session: Int, set: Int, count: Int?) throws(HistoryError) {
    try database.transaction { () throws(HistoryError) in
      var sets: Int?
      try database.run(
        "SELECT (SELECT count(*) FROM session_set WHERE session = id) FROM session WHERE id = ?",
        [.integer(session)]
      ) { sets = $0.integer(0) }
      guard let sets else { throw .noSession(session) }
      try database.run(
        "UPDATE session_set SET corrected = ? WHERE session = ? AND position = ?",
        [.init(count), .integer(session), .integer(set)])
      guard database.changedRows == 1 else {
        throw .noSet(set, session: session, sets: sets)
      }
    }
  }

  /// Takes a session out of the history; its recording stays where it is.
  package func delete(session: Int) throws(HistoryError) {
    try database.run("DELETE FROM session WHERE id = ?", [.integer(session)])
    guard database.changedRows == 1 else { throw .noSession(session) }
  }

  /// By what a session is known again: when it was recorded, else where.
  private static func key(_ session: PastSession, isTimeNoted: Bool) -> String {
    let what = session.program ?? session.sets.map(\.exercise).joined(separator: "+")
    let noted = isTimeNoted ? session.recordedAt : nil
    return "\(noted ?? session.recording ?? session.recordedAt ?? "") \(what)"
  }
}

extension PastSet {
  /// The set of a row with all columns in the order of the table.
  fileprivate init?(_ row: borrowing SQLRow) {
    guard let exercise = row.text(2), let kind = row.text(6).flatMap(ExerciseKind.init(rawValue:)),
      let outcome = row.text(11).flatMap(Outcome.init(rawValue:))
    else { return nil }
    self.init(
      exercise: exercise, side: row.text(3).flatMap(Side.init(rawValue:)),
      number: row.integer(4) ?? 1, of: row.integer(5) ?? 1, kind: kind,
      prescribed: row.integer(7), prescribedHoldSeconds: row.real(8), measured: row.integer(9) ?? 0,
      corrected: row.integer(10), outcome: outcome, confidence: row.real(12),
      rangeDegrees: row.real(13), usualSeconds: row.real(14), pain: row.integer(15))
  }
}
