import CSQLite

/// A value of a column.
enum SQLValue {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  init(_ value: Int?) { self = value.map(SQLValue.integer) ?? .null }
  init(_ value: Double?) { self = value.map(SQLValue.real) ?? .null }
  init(_ value: String?) { self = value.map(SQLValue.text) ?? .null }
}

/// An open SQLite database.
struct Database: ~Copyable {
  /// Another writer is waited for so long, in milliseconds: far longer than a session takes to save.
  private static let patienceMilliseconds: Int32 = 5000
  /// Tells SQLite to copy a text before the call returns (SQLITE_TRANSIENT of its header, which
  /// Swift cannot import).
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let handle: OpaquePointer
  let path: String

  /// Opens the file, which must be there: SQLite would make one that others may read.
  init(path: String) throws(HistoryError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close(handle)
      throw Self.error(code, reason: String(cString: sqlite3_errstr(code)), path: path)
    }
    self.handle = handle
    self.path = path
    sqlite3_extended_result_codes(handle, 0)
    sqlite3_busy_timeout(handle, Self.patienceMilliseconds)
  }

  deinit { sqlite3_close(handle) }

  /// Number of the row that was inserted last.
  var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }
  /// How many rows the last statement changed.
  var changedRows: Int { Int(sqlite3_changes(handle)) }

  /// Runs a statement, with values for its question marks; calls `each` for each row.
  func run(
    _ sql: String, _ values: [SQLValue] = [], each: (borrowing SQLRow) -> Void = { _ in }
  ) throws(HistoryError) {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    defer { sqlite3_finalize(statement) }
    guard let statement else { return }
    for (index, value) in values.enumerated() {
      try check(Self.bind(value, at: Int32(index + 1), of: statement))
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: each(SQLRow(statement))
      case SQLITE_DONE: return
      case let code: try check(code)
      }
    }
  }

  /// Does all of the work or nothing of it, whatever happens meanwhile; nobody else writes then.
  func transaction(_ work: () throws(HistoryError) -> Void) throws(HistoryError) {
    try run("BEGIN IMMEDIATE")
    do {
      try work()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  private static func bind(_ value: SQLValue, at index: Int32, of statement: OpaquePointer) -> Int32
  {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let value): sqlite3_bind_int64(statement, index, Int64(value))
    case .real(let value): sqlite3_bind_double(statement, index, value)
    case .text(let value): sqlite3_bind_text(statement, index, value, -1, transient)
    }
  }

  private func check(_ code: Int32) throws(HistoryError) {
    guard code != SQLITE_OK else { return }
    throw Self.error(code, reason: String(cString: sqlite3_errmsg(handle)), path: path)
  }

  private static func error(_ code: Int32, reason: String, path: String) -> HistoryError {
    switch code {
    case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH: .readOnly(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged(path: path, reason: reason)
    case SQLITE_FULL: .full(path: path)
    default: .failed(path: path, reason: reason)
    }
  }
}

/// The row that a statement stands at.
struct SQLRow: ~Copyable {
  private let statement: OpaquePointer

  fileprivate init(_ statement: OpaquePointer) { self.statement = statement }

  func integer(_ column: Int32) -> Int? {
    isNull(column) ? nil : Int(sqlite3_column_int64(statement, column))
  }

  func real(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, column)
  }

  func text(_ column: Int32) -> String? {
    sqlite3_column_text(statement, column).map { String(cString: $0) }
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
