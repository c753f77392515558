/// JSON that is a table only as a whole: a list for each column, as numerical programs write them, or
/// what pandas writes: an object for each column with a value for each row, the same the other way
/// round, or rows without names beside the names of all columns.
///
/// All of it must be there before the first row is known, so nothing of a torn one is.
struct JSONDocument {
  /// A larger one is not read, in bytes: an hour of six axes at 200 Hz is smaller.
  static let mostBytes = 64 << 20

  /// Fewer rows are no recording, and fewer columns no table.
  private static let fewestRows = 3, fewestColumns = 3
  /// Columns of one table may end so much earlier than the longest, as a share of it: one sensor stops
  /// a little before another.
  private static let leastLength = 0.98

  /// One column: its name, with those of what it stands in before it, and its fields.
  private typealias Column = (name: String, fields: [String])

  /// The lines of the table, the names of the columns first where there are any.
  let lines: [UInt8]
  /// What messages about it must be read with.
  let remark: String

  /// True for a text that may be one.
  static func begins(_ text: Span<UInt8>) -> Bool {
    let start = LineContent.of(text, number: 1).lowerBound
    guard start < text.count, "{[".utf8.contains(text[start]) else { return false }
    var next = start + 1
    while next < text.count, " \t\r\n".utf8.contains(text[next]) { next += 1 }
    return next < text.count && "\"{[-0123456789".utf8.contains(text[next])
  }

  static func tooLarge(_ path: String) -> InputError {
    .unsuitable(
      path: path,
      found: "JSON of more than \(mostBytes >> 20) MB whose rows do not follow each other",
      expected: "a JSON object for each row, on a line of its own or in a list, or CSV")
  }

  /// Nil where there is no table in it.
  init?(_ text: [UInt8]) {
    guard let document = JSONTable.parsed(text) else { return nil }
    let all = Self.columns(of: document, named: "")
    guard let longest = Self.tableLength(all) else { return nil }
    let isOwn = { (column: Column) in Self.isLength(column.fields.count, of: longest) }
    let columns = all.filter(isOwn)
    let names = columns.map(\.name)
    var lines = names.allSatisfy(\.isEmpty) ? [] : JSONTable.line(names)
    for row in 0..<longest {
      lines += JSONTable.line(columns.map { row < $0.fields.count ? $0.fields[row] : "" })
    }
    self.lines = lines
    let others = all.filter { !isOwn($0) && $0.fields.count >= Self.fewestRows }.map {
      "'\($0.name)' (\($0.fields.count) values)"
    }
    remark =
      "JSON: every list is a column of a table of \(longest) rows"
      + (others.isEmpty
        ? "" : "; other lists are left out: \(others.prefix(3).joined(separator: ", "))")
  }

  private static func isLength(_ count: Int, of longest: Int) -> Bool {
    count <= longest && Double(count) >= leastLength * Double(longest)
  }

  /// Of the tables that lists of about one length are, the rows of that with the most values.
  private static func tableLength(_ columns: [Column]) -> Int? {
    let lengths = Set(columns.map(\.fields.count)).filter { $0 >= fewestRows }
    let tables = lengths.map { longest in
      (longest, columns.count { isLength($0.fields.count, of: longest) })
    }
    return tables.filter { $0.1 >= fewestColumns }.max {
      ($0.0 * $0.1, $0.0) < ($1.0 * $1.1, $1.0)
    }?.0
  }

  // MARK: - Columns

  /// The columns in a value, in the order of their names.
  private static func columns(of value: Any, named name: String) -> [Column] {
    switch value {
    case let object as [String: Any]:
      if let named = namedRows(object) ?? columnsByRow(object) ?? rowsByName(object) {
        return named
      }
      return object.sorted { $0.key < $1.key }.flatMap {
        columns(of: $0.value, named: name.isEmpty ? $0.key : "\(name).\($0.key)")
      }
    case let rows as [[Any]]: return columns(ofRows: rows, named: name)
    case let list as [Any] where !list.contains { $0 is [String: Any] }:
      return [(name, list.map(JSONTable.text))]
    default: return []
    }
  }

  /// The names of the columns in one list, the rows in another, and perhaps those of the rows in a
  /// third.
  private static func namedRows(_ object: [String: Any]) -> [Column]? {
    guard let names = object["columns"] as? [Any], let rows = object["data"] as? [[Any]],
      names.count >= fewestColumns
    else { return nil }
    let index = (object["index"] as? [Any])?.map(JSONTable.text) ?? []
    let columns = fields(of: rows, width: names.count)
    return (index.count == rows.count ? times(index) : [])
      + zip(names.map(JSONTable.text), columns).map { ($0, $1) }
  }

  /// An object for each column, with a value by the name of each row.
  private static func columnsByRow(_ object: [String: Any]) -> [Column]? {
    let columns = object.compactMapValues { $0 as? [String: Any] }
    guard columns.count == object.count, columns.count >= fewestColumns,
      columns.values.allSatisfy({ $0.count >= fewestRows && $0.keys.allSatisfy(isRowName) })
    else { return nil }
    return table(columns)
  }

  /// An object for each row, by its name, with a value for each column: the same the other way round.
  private static func rowsByName(_ object: [String: Any]) -> [Column]? {
    guard object.count >= fewestRows, object.keys.allSatisfy(isRowName) else { return nil }
    var columns: [String: [String: Any]] = [:]
    for (row, values) in object {
      guard let values = values as? [String: Any] else { return nil }
      for (name, value) in values { columns[name, default: [:]][row] = value }
    }
    return table(columns)
  }

  /// The columns whose values stand by the names of their rows; blank where there is none.
  private static func table(_ columns: [String: [String: Any]]) -> [Column] {
    let rows = Set(columns.values.joined().map(\.key)).sorted(by: isEarlier)
    return times(rows)
      + columns.sorted { $0.key < $1.key }.map { name, values in
        (name, rows.map { values[$0].map(JSONTable.text) ?? "" })
      }
  }

  private static func isRowName(_ name: String) -> Bool {
    Double(name) != nil || TimeText.matches(name)
  }

  private static func isEarlier(_ name: String, _ other: String) -> Bool {
    switch (Double(name), Double(other)) {
    case (let name?, let other?): name < other
    default: name < other
    }
  }

  /// The names of rows as a column of times, where they are more than the rows' numbers.
  private static func times(_ names: [String]) -> [Column] {
    let isNumbered = names.enumerated().allSatisfy { $0.element == String($0.offset) }
    return isNumbered ? [] : [("time", names)]
  }

  /// Rows that are lists: vectors of a sensor have axes, others no names.
  private static func columns(ofRows rows: [[Any]], named name: String) -> [Column] {
    let widths = Dictionary(grouping: rows, by: \.count).mapValues(\.count)
    guard let width = widths.max(by: { $0.value < $1.value })?.key else { return [] }
    let isVector = width == ColumnLayout.names.count
    return fields(of: rows, width: width).enumerated().map { place, fields in
      let column = isVector ? ColumnLayout.names[place] : "\(place + 1)"
      return (name.isEmpty ? "" : "\(name).\(column)", fields)
    }
  }

  /// The fields of each column; those of a row of another width are blank.
  private static func fields(of rows: [[Any]], width: Int) -> [[String]] {
    (0..<width).map { place in
      rows.map { $0.count == width ? JSONTable.text($0[place]) : "" }
    }
  }
}
