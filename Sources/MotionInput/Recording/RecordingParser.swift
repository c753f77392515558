import MotionCore

/// Turns the bytes of a recording, in pieces of any size, into readings.
///
/// Files, pipes and serial ports run this very type, so that how the bytes arrive makes no
/// difference. Memory does not grow with the recording.
struct RecordingParser {
  static let longestLineBytes = 65_536

  private enum Symbol {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let hash = UInt8(ascii: "#")
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Control bytes that no text has: all below the space but tab, line ends and form feed.
    static func isBinary(_ byte: UInt8) -> Bool { byte < 0x09 || (0x0E..<0x20).contains(byte) }
  }

  private let path: String
  /// For a live stream, which need not begin with its header; nil for a file.
  private var liveLine: LiveLine?
  /// True while rows are read of which no header told the columns and units.
  private var isHeaderMissing = false
  private var tail: [UInt8] = []
  private var lineNumber = 0
  private var hasSeenText = false
  private var headerLine: [UInt8] = []
  private var rows: RowParser?
  private var goodRows = 0
  private var badRows = 0
  private var clock = ClockRepair()
  private var plausibility: PlausibilityCheck
  private var comments = CommentReader()

  init(path: String, isLiveLine: Bool = false) {
    self.path = path
    liveLine = isLiveLine ? LiveLine() : nil
    plausibility = PlausibilityCheck(path: path)
  }

  /// What the comments at the top say.
  var metadata: RecordingMetadata { comments.metadata }

  /// True once the header has been read, and with it all metadata.
  var hasHeader: Bool { rows != nil }

  /// What was left out, assumed or changed so far.
  var notices: [String] {
    let assumption = "\(path): no header came; the values were taken as s, m/s^2 and rad/s"
    return comments.notices(path: path) + (isHeaderMissing ? [assumption] : [])
      + clock.diagnostics.sentences(path: path)
  }

  /// Takes the next bytes and hands over the readings that they complete.
  ///
  /// - Throws: `InputError` when the recording cannot be used.
  mutating func parse(_ chunk: Span<UInt8>) throws(InputError) -> [MotionReading] {
    if rows == nil { try refuseBinary(chunk) }
    var start = 0
    while let end = chunk.firstIndex(of: Symbol.newline, from: start) {
      if tail.isEmpty {
        try take(chunk.extracting(start..<end))
      } else {
        tail.append(copying: chunk.extracting(start..<end))
        try takeTail()
      }
      start = end + 1
    }
    tail.append(copying: chunk.extracting(start..<chunk.count))
    guard tail.count <= Self.longestLineBytes else {
      throw .lineTooLong(path: path, line: lineNumber + 1)
    }
    return clock.drain()
  }

  /// Ends the recording: the last readings, after the last checks.
  mutating func finish() throws(InputError) -> [MotionReading] {
    if !tail.isEmpty { try takeTail() }
    guard hasSeenText else { throw .empty(path: path) }
    try plausibility.finish()
    guard goodRows > 0 else { throw nothingUsable }
    do { try clock.finish() } catch { throw clockStands(error) }
    return clock.drain()
  }

  private mutating func takeTail() throws(InputError) {
    let line = tail
    tail.removeAll(keepingCapacity: true)
    try take(line.span)
  }

  private mutating func take(_ text: Span<UInt8>) throws(InputError) {
    lineNumber += 1
    let line = text.extracting(content(of: text))
    guard line.count > 0 else { return }
    hasSeenText = true
    if line[0] == Symbol.hash {
      if let marker = comments.read(line, number: lineNumber, isAtTop: rows == nil) {
        clock.add(marker)
      }
    } else if let rows {
      try takeRow(line, rows)
    } else {
      try takeHeader(line)
    }
  }

  private mutating func takeHeader(_ line: Span<UInt8>) throws(InputError) {
    let header = TableHeader(path: path, line: lineNumber, text: line)
    switch try liveLine?.read(header) {
    case nil: begin(try TableFormats.layout(of: header), line)
    case .header(let layout): begin(layout, line)
    case .row(let layout):
      isHeaderMissing = true
      let parser = RowParser(layout)
      rows = parser
      try takeRow(line, parser)
    case .cut: break
    case .other: clock.diagnostics.note(.other, line: lineNumber)
    }
  }

  private mutating func begin(_ layout: ColumnLayout, _ header: Span<UInt8>) {
    rows = RowParser(layout)
    headerLine = [UInt8](copying: header)
    isHeaderMissing = false
  }

  @inline(__always)
  private mutating func takeRow(_ line: Span<UInt8>, _ rows: RowParser) throws(InputError) {
    let sample: IMUSample
    do {
      sample = try rows.parse(line)
    } catch {
      try noteBadRow(line, error)
      return
    }
    // Seen before the row is judged: where all rows are raw counts, that is what must be said.
    try plausibility.observe(sample)
    guard WornSensorRange.contains(sample) else {
      try noteBadRow(line, BadRow(.beyondRange))
      return
    }
    goodRows += 1
    do { try clock.add(sample, line: lineNumber) } catch { throw clockStands(error) }
  }

  /// The header once more is no fault: a board that started again, or files put together.
  private mutating func noteBadRow(
    _ line: Span<UInt8>, _ row: BadRow
  ) throws(InputError) {
    guard [UInt8](copying: line) != headerLine else { return }
    guard try !isLateHeader(line) else { return }
    badRows += 1
    clock.diagnostics.note(row.fault, line: lineNumber, found: row.found)
  }

  /// True where the header comes after rows: many boards start again when their port is opened.
  private mutating func isLateHeader(_ line: Span<UInt8>) throws(InputError) -> Bool {
    guard isHeaderMissing else { return false }
    let header = TableHeader(path: path, line: lineNumber, text: line)
    guard let layout = try TableFormats.knownLayout(of: header) else { return false }
    guard layout.hasGyroscope == rows?.hasGyroscope else {
      throw header.badColumns("other columns than those of the rows before")
    }
    begin(layout, line)
    return true
  }

  /// Where the line is without line end, surrounding spaces and byte order mark.
  private func content(of text: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = text.count
    if lineNumber == 1, text.hasPrefix(Symbol.byteOrderMark) { start = 3 }
    while end > start, text[end - 1] == Symbol.carriageReturn || text[end - 1] == 0x20 { end -= 1 }
    while start < end, text[start] == 0x20 { start += 1 }
    return start..<end
  }

  /// Zeros behind whole lines are what a file system may leave of rows that a power failure cut
  /// off.
  private func refuseBinary(_ chunk: Span<UInt8>) throws(InputError) {
    guard liveLine == nil || Compression(beginning: chunk) != nil else { return }
    var end = chunk.count
    while end > 0, chunk[end - 1] == 0 { end -= 1 }
    if chunk.firstIndex(of: Symbol.newline, from: 0) == nil { end = chunk.count }
    for index in 0..<end where Symbol.isBinary(chunk[index]) {
      throw .notText(path: path, beginning: chunk)
    }
  }

  private var nothingUsable: InputError {
    guard rows != nil else {
      return liveLine == nil ? .empty(path: path) : .noLayout(path: path, lines: lineNumber)
    }
    guard let first = clock.diagnostics.first else { return .noSamples(path: path) }
    return .noUsableRow(
      path: path, line: first.line, rows: badRows, fault: first.reason)
  }

  private func clockStands(_ stop: BatchSpreader.Stopped) -> InputError {
    .clockStands(path: path, line: stop.line, rows: BatchSpreader.mostRows)
  }
}

extension [UInt8] {
  init(copying span: Span<UInt8>) {
    self = span.withUnsafeBufferPointer { Array($0) }
  }

  mutating func append(copying span: Span<UInt8>) {
    span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  func hasPrefix(_ prefix: [UInt8]) -> Bool {
    count >= prefix.count && prefix.indices.allSatisfy { self[$0] == prefix[$0] }
  }
}
