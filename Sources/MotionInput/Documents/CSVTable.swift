/// A small CSV file with a header, its fields picked by the names of their columns.
struct CSVTable {
  /// Nobody repeats an exercise more often; sums of such counts stay whole numbers.
  private static let largestCount = 1_000_000

  /// One line of the table.
  struct Row {
    let path: String
    let line: Int
    /// Names of all columns.
    let columnNames: [String]
    fileprivate let fields: [String]

    /// The field of this column; nil where the column is missing or the field empty.
    subscript(column: String) -> String? {
      guard let index = columnNames.firstIndex(of: column), fields.indices.contains(index) else {
        return nil
      }
      return fields[index].isEmpty ? nil : fields[index]
    }

    /// The field, which must be there.
    func text(_ column: String) throws(InputError) -> String {
      guard let text = self[column] else { throw wrong(column, expected: "a value") }
      return text
    }

    /// The field as a finite number; nil where it is empty.
    func number(_ column: String) throws(InputError) -> Double? {
      guard let text = self[column] else { return nil }
      guard let number = Double(text), number.isFinite else {
        throw wrong(column, expected: "a number")
      }
      return number
    }

    /// The field as a count; nil where it is empty.
    func count(_ column: String) throws(InputError) -> Int? {
      guard let text = self[column] else { return nil }
      guard let count = Int(text), (0...CSVTable.largestCount).contains(count) else {
        throw wrong(column, expected: "a whole number from 0 to \(CSVTable.largestCount)")
      }
      return count
    }

    /// The field as one of some words; nil where it is empty.
    func word<Word: RawRepresentable & CaseIterable>(
      _ column: String, _ type: Word.Type = Word.self
    ) throws(InputError) -> Word? where Word.RawValue == String {
      guard let text = self[column] else { return nil }
      guard let word = Word(rawValue: text) else {
        let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw wrong(column, expected: "one of: \(allowed)")
      }
      return word
    }

    func wrong(_ column: String, expected: String) -> InputError {
      .document(
        path: path, line: line, found: "\(column) '\(self[column] ?? "")'", expected: expected)
    }
  }

  let rows: [Row]

  /// Reads a table that must have these columns.
  ///
  /// - Throws: `InputError` when the file cannot be read, a column is missing, or a row has
  ///   another number of fields than the header.
  init(path: String, needed: [String]) throws(InputError) {
    try self.init(TextFile.read(path), path: path, needed: needed)
  }

  /// Reads a table from its text; `path` says in messages where it stands.
  ///
  /// - Throws: as above.
  init(_ text: String, path: String, needed: [String]) throws(InputError) {
    var columns: [String]?
    var rows: [Row] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.trimmed().isEmpty && !line.hasPrefix("#")
    {
      let fields = Self.fields(line)
      guard let known = columns else {
        try Self.require(needed, in: fields, path: path, line: index + 1)
        columns = fields
        continue
      }
      guard fields.count == known.count else {
        throw .document(
          path: path, line: index + 1, found: "\(fields.count) fields",
          expected: "\(known.count), as in the header")
      }
      rows.append(Row(path: path, line: index + 1, columnNames: known, fields: fields))
    }
    guard columns != nil else {
      throw .document(
        path: path, line: 1, found: "nothing",
        expected: "a header with \(needed.joined(separator: ","))")
    }
    self.rows = rows
  }

  private static func require(
    _ needed: [String], in found: [String], path: String, line: Int
  ) throws(InputError) {
    guard needed.allSatisfy(found.contains) else {
      throw .document(
        path: path, line: line, found: "the columns \(found.joined(separator: ","))",
        expected: "a header with \(needed.joined(separator: ","))")
    }
  }

  /// Fields between commas; a quoted one may hold commas, and quotes written twice (RFC 4180).
  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"":
        isQuoted.toggle()
        field.append(character)
      case "," where !isQuoted:
        fields.append(unquoted(field))
        field = ""
      default: field.append(character)
      }
    }
    return fields + [unquoted(field)]
  }

  private static func unquoted(_ field: String) -> String {
    let text = field.trimmed()
    guard text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
