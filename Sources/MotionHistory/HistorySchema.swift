/// The tables of the history, and how older forms become the newest one.
enum HistorySchema {
  /// One step a version: the first makes an empty file version 1, the next makes that version 2.
  static let migrations = [
    """
    CREATE TABLE session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      recorded_at TEXT, recording TEXT, program TEXT,
      placement TEXT NOT NULL, seconds REAL NOT NULL);
    CREATE TABLE session_set (
      session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      exercise TEXT NOT NULL, side TEXT, number INTEGER NOT NULL, of_sets INTEGER NOT NULL,
      kind TEXT NOT NULL, prescribed INTEGER, prescribed_hold_seconds REAL,
      measured INTEGER NOT NULL, corrected INTEGER, outcome TEXT NOT NULL, confidence REAL,
      range_degrees REAL, usual_seconds REAL, pain INTEGER,
      PRIMARY KEY (session, position)) WITHOUT ROWID;
    """,
    "ALTER TABLE session ADD COLUMN times_per_week INTEGER;",
    "ALTER TABLE session ADD COLUMN effort INTEGER; ALTER TABLE session ADD COLUMN remark TEXT;",
  ]

  /// The newest form.
  static var version: Int { migrations.count }

  /// Brings a database to the newest form.
  ///
  /// - Throws: `HistoryError.newer` where it is beyond that already.
  static func migrate(_ database: borrowing Database) throws(HistoryError) {
    try database.run("PRAGMA foreign_keys = ON")
    guard try version(of: database) < version else { return }
    try database.run("BEGIN IMMEDIATE")
    // Another program may have done it while this one waited.
    for step in migrations[try version(of: database)...] {
      for statement in step.split(separator: ";") where !statement.allSatisfy(\.isWhitespace) {
        try database.run(String(statement))
      }
    }
    try database.run("PRAGMA user_version = \(version)")
    try database.run("COMMIT")
  }

  private static func version(of database: borrowing Database) throws(HistoryError) -> Int {
    var found = 0
    try database.run("PRAGMA user_version") { found = $0.integer(0) ?? 0 }
    guard found <= version else { throw .newer(path: database.path, version: found) }
    guard found >= 0 else {
      throw .damaged(path: database.path, reason: "its form has the number \(found)")
    }
    return found
  }
}
