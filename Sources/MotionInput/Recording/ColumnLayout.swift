import MotionCore

/// Which column of a table holds what, and in which unit.
struct ColumnLayout: Equatable {
  /// What a column holds. `factor` converts to SI units.
  enum Column: Equatable {
    case time(TimeUnit)
    case specificForce(axis: Int, factor: Double)
    case angularRate(axis: Int, factor: Double)
    case ignored
  }

  /// The axes by number, and their names.
  static let axes = 0..<3
  static let names = ["x", "y", "z"]

  var columns: [Column]
  var delimiter: UInt8

  /// True when angular rate is among the columns.
  var hasGyroscope: Bool {
    columns.contains { if case .angularRate = $0 { true } else { false } }
  }
}

/// The line of a table that names its columns.
struct TableHeader {
  var path: String
  var line: Int
  /// Names without quotes and surrounding spaces.
  var fields: [String]
  var delimiter: UInt8

  /// Delimiters that occur, the canonical one first.
  private static let delimiters = [",", ";", "\t"].compactMap { Character($0).asciiValue }

  init(path: String, line: Int, text: Span<UInt8>) {
    self.path = path
    self.line = line
    let delimiter =
      Self.delimiters.first { delimiter in text.contains(delimiter) } ?? Self.delimiters[0]
    self.delimiter = delimiter
    fields = text.text
      .split(separator: Character(UnicodeScalar(delimiter)), omittingEmptySubsequences: false)
      .map { $0.trimmed { $0.isWhitespace || "\"'".contains($0) } }
  }

  /// True when every field is a number: then it is no header.
  var isNumeric: Bool { fields.allSatisfy { Double($0) != nil } }

  /// The error for columns that cannot be used.
  func badColumns(_ reason: String) -> InputError {
    .badColumns(path: path, line: line, found: fields, reason: reason)
  }

  /// The error for columns that are known and mean something that cannot be measured from.
  func unusable(_ reason: String) -> InputError {
    .unusableColumns(path: path, line: line, reason: reason)
  }
}

/// A family of recordings, told by the names of its columns. One file a family.
protocol TableFormat: SendableMetatype {
  /// How this header's columns are read; nil when it belongs to another family.
  ///
  /// - Throws: `InputError.badColumns` or `.unusableColumns` when it is of this family and lacks
  ///   something.
  static func layout(of header: TableHeader) throws(InputError) -> ColumnLayout?
}

/// Every family of recordings that can be read.
enum TableFormats {
  static let all: [any TableFormat.Type] = [
    CanonicalColumns.self, PhyphoxColumns.self, MetaBaseColumns.self,
  ]

  /// How this header's columns are read.
  static func layout(of header: TableHeader) throws(InputError) -> ColumnLayout {
    if let layout = try knownLayout(of: header) { return layout }
    guard header.isNumeric else { throw header.badColumns("no known names of columns") }
    guard let names = CanonicalColumns.bareHeader(like: header) else {
      throw header.badColumns("numbers where the names of the columns should be")
    }
    throw .noHeader(path: header.path, line: header.line, header: names)
  }

  /// The same; nil where no family knows any of these names.
  static func knownLayout(of header: TableHeader) throws(InputError) -> ColumnLayout? {
    for format in all {
      if let layout = try format.layout(of: header) { return layout }
    }
    return nil
  }
}

extension Span<UInt8> {
  func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: 0) != nil }

  /// Where this byte stands first, at or after `start`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without the characters that are white space, or another kind, at its ends.
  func trimmed(where isMargin: (Character) -> Bool = \.isWhitespace) -> String {
    let head = drop(while: isMargin)
    guard let last = head.lastIndex(where: { !isMargin($0) }) else { return "" }
    return String(head[...last])
  }
}
