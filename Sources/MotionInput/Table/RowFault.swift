/// Why a row of a recording was left out or its time changed.
enum RowFault: CaseIterable {
  case other
  case tooLong
  case fieldCount
  case notANumber
  case decimalComma
  case emptyField
  case notFinite
  case beyondRange
  case rateBeyondRange
  case duplicate
  case late
  case outlier
  case spread
  case stood
  case unplaced
  case restart

  /// What was wrong, for a person.
  var reason: String {
    switch self {
    case .other: "text before the first row"
    case .tooLong: "more than the \(LineSplitter.longestLineBytes) bytes that a row may have"
    case .fieldCount: "another number of fields than the header has"
    case .notANumber: "text where a number should be"
    case .decimalComma: "a decimal comma; write numbers with a point"
    case .emptyField: "nothing where a number should be"
    case .notFinite: "not a finite number (NaN, infinite or out of range)"
    case .beyondRange:
      """
      a value beyond any worn sensor's range (\(WornSensorRange.metresPerSecondSquared) m/s^2, \
      \(WornSensorRange.radiansPerSecond) rad/s)
      """
    case .rateBeyondRange:
      "a rotation beyond any worn sensor's range (\(WornSensorRange.radiansPerSecond) rad/s)"
    case .duplicate: "the same time and values as an earlier row"
    case .late: "a time before that of an earlier row"
    case .outlier: "a time far ahead of the rows around it"
    case .spread: "several rows with the same time"
    case .stood: "the clock stands while rows come"
    case .unplaced: "several rows with the same time, and nothing to tell when they were taken"
    case .restart: "the clock starts again, or was set"
    }
  }

  /// What was done about it.
  var consequence: String {
    switch self {
    case .rateBeyondRange: "taken as in the row before"
    case .spread: "spread evenly since the time before"
    case .stood: "taken at the recording's usual rate"
    case .restart: "a gap of unknown length is assumed"
    default: "left out"
    }
  }
}

/// A row that cannot be used.
struct BadRow: Error, Hashable {
  var fault: RowFault
  /// What stands where something else should be.
  var found: String?

  init(_ fault: RowFault, found: String? = nil) {
    self.fault = fault
    self.found = found
  }
}

/// Counts faults, so that a recording with many bad rows gives one sentence a fault.
struct ParseDiagnostics {
  private struct Entry {
    var rows: Int
    var firstLine: Int
    var found: String?

    func reason(_ fault: RowFault) -> String {
      fault.reason + (found.map { ": '\($0)'" } ?? "")
    }
  }

  private var entries: [RowFault: Entry] = [:]

  /// Takes note of `rows` rows; what is found in the first of a kind is kept.
  mutating func note(_ fault: RowFault, line: Int, rows: Int = 1, found: String? = nil) {
    entries[fault, default: Entry(rows: 0, firstLine: line, found: found)].rows += rows
  }

  /// Both together; of the same fault the earlier line is kept.
  func joined(_ other: ParseDiagnostics?) -> ParseDiagnostics {
    var all = self
    for (fault, entry) in other?.entries ?? [:] {
      guard var known = all.entries[fault] else {
        all.entries[fault] = entry
        continue
      }
      known.rows += entry.rows
      if entry.firstLine < known.firstLine {
        known.firstLine = entry.firstLine
        known.found = entry.found
      }
      all.entries[fault] = known
    }
    return all
  }

  /// How many rows had a fault, and the line of the first; nil where none had.
  func found(_ fault: RowFault) -> (rows: Int, line: Int)? {
    entries[fault].map { ($0.rows, $0.firstLine) }
  }

  /// What was wrong first, with its line.
  var first: (reason: String, line: Int)? {
    entries.min { $0.value.firstLine < $1.value.firstLine }
      .map { ($0.value.reason($0.key), $0.value.firstLine) }
  }

  /// One sentence a fault: where first, how many rows, what was wrong, what was done.
  func sentences(path: String) -> [String] {
    RowFault.allCases.compactMap { fault in
      guard let entry = entries[fault] else { return nil }
      let rows = entry.rows == 1 ? "1 row" : "\(entry.rows) rows, the first here"
      return "\(path):\(entry.firstLine): \(rows): \(entry.reason(fault)); \(fault.consequence)"
    }
  }
}
