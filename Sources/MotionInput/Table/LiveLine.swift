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
  private var lastOther: HeaderLine?

  /// What the next line is.
  ///
  /// - Throws: `InputError.badColumns` for a header or a row that cannot be used, `.noLayout` when
  ///   there have been too many lines that are neither.
  mutating func read(_ line: HeaderLine) throws(InputError) -> Meaning {
    lines += 1
    if let layout = try line.layout() { return .header(layout) }
    guard line.isNumeric else { return try note(line) }
    guard lines > 1 else { return .cut }
    if let lastOther, lastOther.fields.count == line.fields.count {
      throw lastOther.badColumns("no known names of columns")
    }
    let columns = line.fields.count
    guard
      var layout = MotioncheckFormat.bareLayout(columns: columns)
        ?? MotioncheckFormat.bareTimelessLayout(columns: columns)
    else {
      throw line.badColumns("a row of \(line.fields.count) numbers and no header")
    }
    layout.shape = line.shape
    return .row(layout)
  }

  private mutating func note(_ line: HeaderLine) throws(InputError) -> Meaning {
    lastOther = line
    otherLines += 1
    guard otherLines <= Self.mostOtherLines else {
      throw .noLayout(path: line.path, lines: otherLines)
    }
    return .other
  }
}

/// A line of a live stream that may name its columns; the rows behind it are not known yet.
struct HeaderLine {
  let path: String
  let number: Int
  let text: String
  let shape: TableShape
  let fields: [String]

  init(path: String, number: Int, text: String) {
    self.path = path
    self.number = number
    self.text = text
    shape = TableShape([text])
    fields = shape.fields(text)
  }

  /// True when every field is a number: then it is no header.
  var isNumeric: Bool { fields.allSatisfy { shape.number($0) != nil } }

  /// How rows under this header are read; nil where it is none.
  ///
  /// - Throws: `InputError` for a header that lacks something.
  func layout() throws(InputError) -> ColumnLayout? {
    guard !isNumeric else { return nil }
    let head = TextHead(path: path, bytes: Array(text.utf8).span, isWhole: true)
    do throws(InputError) {
      return try Self.layout(of: head, ReadingOptions())
    } catch .noTime {
      // Any rate will do: what has no time was measured when it came.
      var layout = try Self.layout(of: head, ReadingOptions(rateHertz: 1 / GapLimit.seconds))
      layout?.clock = .arrival
      return layout
    }
  }

  /// How this row and those after it are read where a comment above it names its columns.
  func layout(namedBy comment: String) -> ColumnLayout? {
    let names = HeaderLine(path: path, number: number, text: MotionTable.uncommented(comment))
    guard isNumeric, names.fields.count == fields.count else { return nil }
    return try? names.layout()
  }

  private static func layout(
    of head: TextHead, _ options: ReadingOptions
  ) throws(InputError) -> ColumnLayout? {
    for format in [MotioncheckFormat.self, GenericTable.self] as [any RecordingFormat.Type] {
      guard let plan = try format.plan(for: head, options: options), var layout = plan.layout,
        plan.content.contains(.force)
      else { continue }
      layout.rateUnit = .named
      return layout
    }
    return nil
  }

  /// The error for columns that cannot be used.
  func badColumns(_ reason: String) -> InputError {
    .badColumns(path: path, line: number, found: fields, reason: reason)
  }
}
