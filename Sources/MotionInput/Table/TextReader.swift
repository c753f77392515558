import MotionCore

/// Turns the bytes of a recording that lies there whole, in pieces of any size, into rows.
///
/// The first bytes are kept until it is known what they are.
struct TextReader {
  private let path: String
  private let name: String?
  private let options: ReadingOptions
  private let neighbour: (String) -> String?
  /// The first bytes, until they are enough.
  private var head: [UInt8]? = []
  /// So many are: the beginning, or as much as is read of a text that is a table only as a whole.
  private var enough = TextHead.bytes
  /// What turns it into UTF-8, where it is something else.
  private var decoder: TextDecoder?
  /// What turns JSON into a table, where the text is that.
  private var json: JSONTable?
  /// The names of the values where every line has them.
  private var plotterNames: [String]?
  private var lines = LineSplitter()
  /// What turns lines into rows; of the three the one that the plan asks for.
  private var table: RowParser?
  private var turns: SensorTurnsParser?
  private var events: EventRecords?
  private var firstRow = Int.max
  private var headerLine: [UInt8] = []
  private var hasSeenText = false
  private(set) var plan: TextPlan?
  private(set) var block = RowBlock()
  private(set) var comments = CommentReader()
  private(set) var badRows = 0
  /// Rows before the first and after the last one that could be read.
  private(set) var badRowsAtStart = 0, badRowsAtEnd = 0
  private var hasGoodRow = false
  private(set) var diagnostics = ParseDiagnostics()

  /// - Parameters:
  ///   - path: where the text is, for messages.
  ///   - name: the file's own name, where the path does not end with it.
  ///   - neighbour: the text of a file beside it, by the end of its name.
  init(
    path: String, name: String? = nil, options: ReadingOptions = ReadingOptions(),
    neighbour: @escaping (String) -> String? = { _ in nil }
  ) {
    self.path = path
    self.name = name
    self.options = options
    self.neighbour = neighbour
  }

  /// Takes the next bytes.
  ///
  /// - Throws: `InputError` where the text cannot be read.
  mutating func take(_ piece: Span<UInt8>) throws(InputError) {
    guard head != nil else { return try read(piece) }
    head?.append(copying: piece)
    if let gathered = head, gathered.count >= enough {
      try begin(gathered, isWhole: false)
    }
  }

  /// Ends the text.
  mutating func finish() throws(InputError) {
    if let gathered = head { try begin(gathered, isWhole: true) }
    if let last = lines.last() { try take(last, of: Span()) }
    guard hasSeenText else { throw .empty(path: path) }
  }

  /// Hands over the rows so far.
  mutating func drain() -> RowBlock {
    defer { block = RowBlock() }
    return block
  }

  private mutating func begin(_ bytes: [UInt8], isWhole: Bool) throws(InputError) {
    head = nil
    var decoder = TextDecoder(TextEncoding(beginning: bytes.span))
    var text = bytes
    if !decoder.isTransparent {
      text = decoder.decode(bytes.span)
      self.decoder = decoder
    }
    let shown = try ShownText(
      text, path: path, name: name, isWhole: isWhole, neighbour: neighbour)
    guard let shown else {
      (head, enough) = (bytes, JSONDocument.mostBytes)
      return
    }
    guard !shown.bytes.span.isBinary else { throw .notText(path: path, beginning: bytes.span) }
    (json, plotterNames, text) = (shown.json, shown.plotterNames, shown.bytes)
    lines.lineEnd = shown.head.lineEnd
    let long = firstLongLine(text.span)
    if !shown.head.content(1).isEmpty || long != nil {
      var plan = try plan(for: shown.head, of: text.span, longLine: long)
      if let remark = shown.remark { plan.decisions.append(remark) }
      self.plan = plan
      firstRow = plan.firstRow
      switch plan.body {
      case .table(let layout): table = RowParser(layout)
      case .turns(let sensors): turns = SensorTurnsParser(sensors)
      case .events(let records): events = records
      }
    }
    try readText(text.span)
  }

  /// How the text is read. A line that is too long, and no row among others, is said to be so
  /// before anyone asks what it means.
  private func plan(
    for shown: TextHead, of text: Span<UInt8>, longLine long: Int?
  ) throws(InputError) -> TextPlan {
    guard let long else {
      return try RecordingFormats.plan(for: shown, options: options)
    }
    guard let plan = try? RecordingFormats.plan(for: shown, options: options),
      long >= plan.firstRow
    else {
      let beginning = text.extracting(0..<min(text.count, Self.shownBytes)).text
      throw UnknownTable.error(at: path, beginning: beginning)
        ?? .lineTooLong(path: path, line: long)
    }
    return plan
  }

  /// So much of a text shows what it is where it is no table.
  private static let shownBytes = 16

  /// The number of the first line that is too long.
  private func firstLongLine(_ text: Span<UInt8>) -> Int? {
    var (lines, start) = (lines, 0)
    while let line = lines.next(in: text, from: &start) {
      if case .tooLong = line { return lines.number }
    }
    lines.keep(text.extracting(start..<text.count))
    if case .tooLong = lines.last() { return lines.number }
    return nil
  }

  private mutating func read(_ piece: Span<UInt8>) throws(InputError) {
    guard decoder != nil || json != nil else { return try readText(piece) }
    var text = decoder?.decode(piece) ?? [UInt8](copying: piece)
    text = json?.lines(of: text.span) ?? text
    try readText(text.span)
  }

  private mutating func readText(_ text: Span<UInt8>) throws(InputError) {
    var start = 0
    while let line = lines.next(in: text, from: &start) { try take(line, of: text) }
    lines.keep(text.extracting(start..<text.count))
  }

  @inline(__always)
  private mutating func take(
    _ line: LineSplitter.Line, of text: Span<UInt8>
  ) throws(InputError) {
    switch line {
    case .here(let range): try take(line: text.extracting(range))
    case .joined(let bytes): try take(line: bytes.span)
    case .tooLong: note(BadRow(.tooLong))
    }
  }

  @inline(__always)
  private mutating func take(line text: Span<UInt8>) throws(InputError) {
    let line = text.extracting(LineContent.of(text, number: lines.number))
    guard line.count > 0 else { return }
    if line[0] == UInt8(ascii: "#") {
      takeComment(line)
      return
    }
    hasSeenText = true
    guard lines.number >= firstRow else {
      headerLine = [UInt8](copying: line)
      return
    }
    if let plotterNames {
      takeRow(Array((PlotterLine(line.text)?.row(under: plotterNames) ?? "?").utf8).span)
    } else if table != nil || turns != nil {
      takeRow(line)
    } else {
      for reading in events?.take(line, number: lines.number) ?? [] { take(reading) }
    }
  }

  private mutating func takeComment(_ line: Span<UInt8>) {
    let isAtTop = !hasGoodRow && badRows == 0
    if let marker = comments.read(line, number: lines.number, isAtTop: isAtTop) {
      block.markers.append((block.rows.count, marker))
    }
  }

  /// The header once more is no fault: files put together.
  @inline(__always)
  private mutating func takeRow(_ line: Span<UInt8>) {
    do throws(BadRow) {
      let row =
        table == nil
        ? try turns?.parse(line, number: lines.number)
        : try table?.parse(line, number: lines.number)
      guard let row else { return }
      append(row)
    } catch {
      if [UInt8](copying: line) != headerLine { note(error) }
    }
  }

  private mutating func note(_ row: BadRow) {
    badRows += 1
    if hasGoodRow { badRowsAtEnd += 1 } else { badRowsAtStart += 1 }
    diagnostics.note(row.fault, line: lines.number, found: row.found)
  }

  private mutating func take(_ reading: MotionReading) {
    switch reading {
    case .marker(let marker): block.markers.append((block.rows.count, marker))
    case .sample(let sample):
      append(
        Row(
          nanoseconds: sample.nanoseconds, force: sample.specificForce,
          rate: sample.angularRate ?? Row.nothing, line: lines.number))
    }
  }

  @inline(__always)
  private mutating func append(_ row: Row) {
    block.append(row)
    (hasGoodRow, badRowsAtEnd) = (true, 0)
  }
}
