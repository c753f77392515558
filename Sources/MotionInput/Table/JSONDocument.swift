/// Turns JSON that is a table only as a whole into the lines of one: a list for each column, as
/// numerical programs write them, an object for each column with a value for each row, or rows
/// without names beside the names of all columns (two of pandas' forms).
///
/// All of it must be there before the first row is known, so nothing of a torn one is.
enum JSONDocument {
  /// A larger one is not read, in bytes: an hour of six axes at 200 Hz and more.
  static let mostBytes = 64 << 20
  /// What messages about its rows must be read with.
  static let remark = "JSON: every list is a column of a table; line 2 is its first row"

  /// Fewer rows are no recording, and fewer columns no table.
  private static let fewestRows = 3, fewestColumns = 3

  /// One column: its name, with those of what it stands in before it, and its fields.
  private typealias Column = (name: String, fields: [String])

  /// True for a text that may be one.
  static func begins(_ text: Span<UInt8>) -> Bool {
    let start = LineContent.of(text, number: 1).lowerBound
    return start < text.count && "{[".utf8.contains(text[start])
  }

  /// The lines of the table, the names of the columns first; nil where there is none in it.
  static func lines(of text: [UInt8]) -> [UInt8]? {
    guard let columns = JSONTable.parsed(text).flatMap(table) else { return nil }
    let rows = columns[0].fields.indices.lazy.map { row in columns.map { $0.fields[row] } }
    let names = columns.map(\.name)
    let header = names.allSatisfy(\.isEmpty) ? [] : JSONTable.line(names)
    return rows.reduce(into: header) { $0 += JSONTable.line($1) }
  }

  /// Of the columns with as many rows those that are most: other lists are something else.
  private static func table(in document: Any) -> [Column]? {
    let tables = Dictionary(grouping: columns(of: document, named: "")) { $0.fields.count }
    let most = tables.filter { $0.key >= fewestRows && $0.value.count >= fewestColumns }
      .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    return most?.value
  }

  /// The columns in a value, in the order of their names.
  private static func columns(of value: Any, named name: String) -> [Column] {
    switch value {
    case let object as [String: Any]:
      if let named = namedRows(object) { return named }
      if let fields = byRow(object) { return [(name, fields)] }
      return object.sorted { $0.key < $1.key }.flatMap {
        columns(of: $0.value, named: name.isEmpty ? $0.key : "\(name).\($0.key)")
      }
    case let rows as [[Any]]: return columns(ofRows: rows, named: name)
    case let list as [Any]:
      return list.contains { $0 is [String: Any] } ? [] : [(name, list.map(JSONTable.text))]
    default: return []
    }
  }

  /// The names of the columns in one list, the rows in another.
  private static func namedRows(_ object: [String: Any]) -> [Column]? {
    guard let names = object["columns"] as? [String], let rows = object["data"] as? [[Any]],
      rows.allSatisfy({ $0.count == names.count })
    else { return nil }
    return names.enumerated().map { place, name in (name, rows.map { JSONTable.text($0[place]) }) }
  }

  /// The values of a column by the numbers of their rows.
  private static func byRow(_ object: [String: Any]) -> [String]? {
    guard object.count >= fewestRows else { return nil }
    let rows = object.compactMap { key, value in Int(key).map { (row: $0, value: value) } }
    guard rows.count == object.count else { return nil }
    return rows.sorted { $0.row < $1.row }.map { JSONTable.text($0.value) }
  }

  /// Rows that are lists: vectors of a sensor have axes, others no names.
  private static func columns(ofRows rows: [[Any]], named name: String) -> [Column] {
    guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else { return [] }
    let isVector = !name.isEmpty && width == ColumnLayout.names.count
    return (0..<width).map { place in
      (
        isVector ? "\(name).\(ColumnLayout.names[place])" : "",
        rows.map { JSONTable.text($0[place]) }
      )
    }
  }
}
