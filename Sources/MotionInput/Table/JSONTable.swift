import Foundation

/// Turns a JSON text into the lines of a table, which are read like those of any other: a record is a
/// row, and its keys name the columns.
///
/// Records are the objects of a list, those on a line of their own (JSON Lines), or lists of values
/// whose columns were named before (Edge Impulse's acquisition format).
struct JSONTable {
  /// What the columns are.
  private enum Columns {
    /// Objects with these keys; those of an object inside stand behind its own: `acc.x`.
    case keys([String])
    /// Lists of values with these names, so many milliseconds apart.
    case values([String], milliseconds: Double)
  }

  /// What messages about its rows must be read with.
  static let remark =
    "JSON: every record is a row, and its keys name the columns; line 2 is the first record"

  private var records = JSONRecords()
  private let columns: Columns
  private var isBegun = false
  private var row = 0

  /// Fewer records are no recording.
  private static let fewestRecords = 3
  /// Records of a kind that is rarer than the usual one, by this factor, are no rows.
  private static let rareness = 8
  /// A row that cannot be read: no number, and too few fields.
  private static let unreadable = ["?"]

  /// Looks at the beginning of a text; nil where it is no JSON or holds no records that are alike.
  init?(beginning: Span<UInt8>) {
    let start = LineContent.of(beginning, number: 1).lowerBound
    guard start < beginning.count, "{[".utf8.contains(beginning[start]) else { return nil }
    var (looked, found) = (JSONRecords(), [[UInt8]]())
    looked.take(beginning) { found.append($0) }
    guard let columns = Self.columns(of: found, in: beginning) else { return nil }
    self.columns = columns
    records.endsWithLine = looked.linesInside == 0 && beginning.contains(UInt8(ascii: "\n"))
  }

  /// The lines that these bytes complete; the first of all names the columns.
  mutating func lines(of piece: Span<UInt8>) -> [UInt8] {
    var lines: [UInt8] = []
    if !isBegun {
      isBegun = true
      lines = Self.line(header)
    }
    var complete: [[UInt8]] = []
    records.take(piece) { complete.append($0) }
    for record in complete {
      guard let fields = fields(of: record) else { continue }
      lines += Self.line(fields)
      row += 1
    }
    return lines
  }

  private var header: [String] {
    switch columns {
    case .keys(let keys): keys
    case .values(let names, _): ["time [ms]"] + names
    }
  }

  /// The fields of a record in the order of the columns; nil for one that is of something else.
  private func fields(of record: [UInt8]) -> [String]? {
    guard !record.isEmpty else { return Self.unreadable }
    switch columns {
    case .keys(let keys):
      guard let object = Self.object(record) else { return Self.unreadable }
      let known = keys.count { object[$0] != nil }
      return known * 2 > object.count ? keys.map { object[$0] ?? "" } : nil
    case .values(let names, let milliseconds):
      guard let values = Self.list(record) else { return nil }
      return values.count == names.count
        ? ["\(Double(row) * milliseconds)"] + values : Self.unreadable
    }
  }

  // MARK: - What the columns are

  private static func columns(of records: [[UInt8]], in beginning: Span<UInt8>) -> Columns? {
    let objects = records.compactMap(object)
    let lists = records.compactMap(list)
    if lists.count >= max(fewestRecords, objects.count) {
      let names = objects.compactMap { object in
        object["name"].map { name in object["units"].map { "\(name) [\($0)]" } ?? name }
      }
      let interval = beginning.text.firstMatch(of: /"interval_ms"\s*:\s*([0-9.]+)/)
      guard names.count == lists[0].count, let milliseconds = interval.flatMap({ Double($0.1) })
      else { return nil }
      return .values(names, milliseconds: milliseconds)
    }
    // Sensors may have records of their own; what is rare among the rows is something else.
    let alike = Dictionary(grouping: objects) { $0.keys.sorted() }
    let most = alike.values.map(\.count).max() ?? 0
    guard most >= fewestRecords else { return nil }
    let usual = alike.filter { $0.value.count * rareness >= most }
    return .keys(Set(usual.keys.joined()).sorted())
  }

  // MARK: - Records

  private static func object(_ record: [UInt8]) -> [String: String]? {
    guard let object = parsed(record) as? [String: Any] else { return nil }
    var fields: [String: String] = [:]
    add(object, to: &fields, behind: "")
    return fields
  }

  private static func list(_ record: [UInt8]) -> [String]? {
    (parsed(record) as? [Any]).map { $0.map(text) }
  }

  /// The value of a text; nil where it is no JSON. Some writers put in what is no number and no JSON;
  /// it is blank.
  static func parsed(_ record: [UInt8]) -> Any? {
    if let value = try? JSONSerialization.jsonObject(with: Data(record)) { return value }
    var text = String(decoding: record, as: UTF8.self)
    guard text.contains("NaN") || text.contains("Infinity") else { return nil }
    for word in ["-Infinity", "Infinity", "NaN"] { text = text.replacing(word, with: "null") }
    return try? JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  private static func add(
    _ object: [String: Any], to fields: inout [String: String], behind name: String
  ) {
    for (key, value) in object {
      switch value {
      case let inner as [String: Any]: add(inner, to: &fields, behind: "\(name)\(key).")
      case let axes as [Any] where axes.count == ColumnLayout.names.count:
        for (axis, value) in zip(ColumnLayout.names, axes) {
          fields["\(name)\(key).\(axis)"] = text(value)
        }
      default: fields[name + key] = text(value)
      }
    }
  }

  /// A value as a field; nothing for one that is more than a number or a text.
  static func text(_ value: Any) -> String {
    switch value {
    case let number as NSNumber: number.stringValue
    case let text as String: text
    default: ""
    }
  }

  /// A line of a table with these fields.
  static func line(_ fields: [String]) -> [UInt8] {
    let cells = fields.map { field in
      String(
        String.UnicodeScalarView(
          field.unicodeScalars.map { ",\"'\n\r#".unicodeScalars.contains($0) ? " " : $0 }))
    }
    return Array((cells.joined(separator: ",") + "\n").utf8)
  }
}
