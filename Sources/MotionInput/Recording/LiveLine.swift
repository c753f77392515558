/// Finds out how the lines of a live stream are read.
///
/// Its sender may have written the header before anyone listened, or never; boards write other text
/// when they start; and the first line may be cut anywhere.
struct LiveLine {
  /// Lines without a meaning at most, before it is said that there is none: a board's start-up text
  /// is some 20 lines, or noise where it has another speed.
  static let mostOtherLines = 100

  /// What a line is that comes before the layout is known.
  enum Meaning {
    case header(ColumnLayout)
    /// A row, of columns that nobody named.
    case row(ColumnLayout)
    /// The rest of a line that had begun before.
    case cut
    case other
  }

  private var lines = 0
  private var otherLines = 0
  private var lastOther: TableHeader?

  /// What the next line is.
  ///
  /// - Throws: `InputError.badColumns` for a header or a row that cannot be used, `.noLayout` when
  ///   there have been too many lines that are neither.
  mutating func read(_ line: TableHeader) throws(InputError) -> Meaning {
    lines += 1
    if let layout = try TableFormats.knownLayout(of: line) { return .header(layout) }
    guard line.isNumeric else { return try note(line) }
    guard lines > 1 else { return .cut }
    if let lastOther, lastOther.fields.count == line.fields.count {
      throw lastOther.badColumns("no known names of columns")
    }
    guard let layout = CanonicalColumns.bareLayout(columns: line.fields.count) else {
      throw line.badColumns("a row of \(line.fields.count) numbers and no header")
    }
    return .row(layout)
  }

  private mutating func note(_ line: TableHeader) throws(InputError) -> Meaning {
    lastOther = line
    otherLines += 1
    guard otherLines <= Self.mostOtherLines else {
      throw .noLayout(path: line.path, lines: otherLines)
    }
    return .other
  }
}
