import MotionCore

/// The rows of a live stream, passed on one by one: a pipe or a serial port.
struct LiveRows {
  private let path: String
  private var line = LiveLine()
  /// The names of the values where every line has them.
  private var plotterNames: [String]?
  /// True while rows are read of which no header told the columns and units.
  private var isHeaderMissing = false
  private var lines = LineSplitter()
  private var hasSeenText = false
  private var headerLine: [UInt8] = []
  /// The last comment before the first row: it may name the columns.
  private var comment = ""
  private var rows: RowParser?
  private var goodRows = 0
  private var badRows = 0
  private var clock = ClockRepair()
  private var arrivals = ArrivalClock()
  private var plausibility: PlausibilityCheck
  private var unseen = UnseenSignal(isLive: true)
  /// Readings that wait to be handed over.
  private var ready: [MotionReading] = []
  private var comments = CommentReader()
  private var lastRate = Vector3.zero
  /// The first line that could not be read.
  private var firstOther: String?

  init(path: String) {
    self.path = path
    plausibility = PlausibilityCheck(path: path)
  }

  var metadata: RecordingMetadata { comments.metadata }
  var hasHeader: Bool { rows != nil }

  var notices: [String] {
    let assumption = "\(path): no header came; the values were taken as s, m/s^2 and rad/s"
    let timeless = "\(path): the rows have no time; that of their arrival was taken"
    return comments.notices(path: path) + (isHeaderMissing ? [assumption] : [])
      + (rows?.layout.clock == .arrival ? [timeless] : [])
      + clock.diagnostics.sentences(path: path)
  }

  /// What came and cannot be read, as long as no row could be.
  var unreadable: String? {
    guard goodRows == 0, let firstOther else { return nil }
    return "what comes is no row of a sensor; its first line: '\(firstOther)'; expected "
      + "'\(MotioncheckFormat.example)', or another speed of the port"
  }

  /// Takes the next bytes; `next` hands over what comes of them.
  ///
  /// - Parameter arrival: when they came, in nanoseconds on the monotonic clock.
  mutating func take(_ chunk: Span<UInt8>, arrival: Int64) throws(InputError) {
    arrivals.now = arrival
    if rows == nil, ArchiveForm(beginning: chunk) != nil {
      throw .notText(path: path, beginning: chunk)
    }
    var start = 0
    while let line = lines.next(in: chunk, from: &start) { try take(line, of: chunk) }
    lines.keep(chunk.extracting(start..<chunk.count))
    if lines.isTooLong { try requireHeader(line: lines.number + 1) }
    pass()
  }

  /// What comes without line ends from the start is no stream of rows.
  private func requireHeader(line: Int) throws(InputError) {
    guard rows != nil else { throw .lineTooLong(path: path, line: line) }
  }

  private mutating func take(_ line: LineSplitter.Line, of chunk: Span<UInt8>) throws(InputError) {
    switch line {
    case .here(let range): try take(chunk.extracting(range))
    case .joined(let bytes): try take(bytes.span)
    case .tooLong:
      try requireHeader(line: lines.number)
      note(BadRow(.tooLong))
    }
  }

  /// Ends the stream.
  mutating func end() throws(InputError) {
    if let last = lines.last() { try take(last, of: Span()) }
    guard hasSeenText else { throw .empty(path: path) }
    try plausibility.finish()
    guard goodRows > 0 else { throw nothingUsable }
    do { try clock.finish() } catch { throw clockStands(error) }
    pass()
    unseen.finish(into: &ready)
  }

  /// The next readings; nil where there are none.
  mutating func next() -> [MotionReading]? {
    guard !ready.isEmpty else { return nil }
    defer { ready = [] }
    return ready
  }

  private mutating func pass() {
    for reading in clock.drain() { unseen.take(reading, into: &ready) }
  }

  private mutating func take(_ text: Span<UInt8>) throws(InputError) {
    let line = text.extracting(LineContent.of(text, number: lines.number))
    guard line.count > 0 else { return }
    hasSeenText = true
    if line[0] == UInt8(ascii: "#") {
      if rows == nil { comment = line.text }
      if let marker = comments.read(line, number: lines.number, isAtTop: rows == nil) {
        clock.add(marker)
      }
    } else if plotterNames != nil || rows == nil, let plotter = PlotterLine(line.text) {
      try takePlotter(plotter)
    } else if rows != nil {
      try takeRow(line)
    } else {
      try takeHeader(line)
    }
  }

  private mutating func takePlotter(_ line: PlotterLine) throws(InputError) {
    if rows == nil {
      plotterNames = line.names
      try takeHeader(Array(line.header.utf8).span)
    }
    guard rows != nil, let plotterNames else { return }
    try takeRow(Array((line.row(under: plotterNames) ?? "?").utf8).span)
  }

  private mutating func takeHeader(_ text: Span<UInt8>) throws(InputError) {
    let header = HeaderLine(path: path, number: lines.number, text: text.text)
    if let layout = header.layout(namedBy: comment) {
      rows = RowParser(layout)
      return try takeRow(text)
    }
    switch try line.read(header) {
    case .header(let layout): begin(layout, text)
    case .row(let layout):
      isHeaderMissing = true
      rows = RowParser(layout)
      try takeRow(text)
    case .cut: break
    case .other:
      firstOther = firstOther ?? text.text.quotable
      clock.diagnostics.note(.other, line: lines.number)
    }
  }

  private mutating func begin(_ layout: ColumnLayout, _ header: Span<UInt8>) {
    rows = RowParser(layout)
    headerLine = [UInt8](copying: header)
    isHeaderMissing = false
  }

  private mutating func takeRow(_ text: Span<UInt8>) throws(InputError) {
    guard let row = try parsed(text) else { return }
    // Seen before the row is judged: where all rows are raw counts, that is what must be said.
    let time = arrivals.take(row, isTimeless: rows?.layout.clock == .arrival)
    clock.restartGap = max(ClockRepair.shortestRestartGap, arrivals.pause)
    var sample = IMUSample(nanoseconds: time, specificForce: row.force)
    if rows?.layout.hasGyroscope == true { sample.angularRate = row.hasRate ? row.rate : lastRate }
    sample = RecordingGrid.round(sample)
    try plausibility.observe(sample)
    guard WornSensorRange.contains(sample) else { return note(BadRow(.beyondRange)) }
    lastRate = sample.angularRate ?? .zero
    goodRows += 1
    do { try clock.add(sample, line: lines.number) } catch { throw clockStands(error) }
  }

  /// Nil for a line that is no row, or one without a force.
  private mutating func parsed(_ text: Span<UInt8>) throws(InputError) -> Row? {
    do throws(BadRow) {
      guard let row = try rows?.parse(text, number: lines.number) else { return nil }
      if row.hasForce { return row }
      note(BadRow(.emptyField))
    } catch {
      // The header once more is no fault: a board that started again.
      guard [UInt8](copying: text) != headerLine, try !isLateHeader(text) else { return nil }
      note(error)
    }
    return nil
  }

  private mutating func note(_ row: BadRow) {
    firstOther = firstOther ?? row.found?.quotable
    badRows += 1
    clock.diagnostics.note(row.fault, line: lines.number, found: row.found)
  }

  /// True where the header comes after rows: many boards start again when their port is opened.
  private mutating func isLateHeader(_ text: Span<UInt8>) throws(InputError) -> Bool {
    guard isHeaderMissing else { return false }
    let header = HeaderLine(path: path, number: lines.number, text: text.text)
    guard let layout = try header.layout() else { return false }
    guard layout.hasGyroscope == rows?.layout.hasGyroscope else {
      throw header.badColumns("other columns than those of the rows before")
    }
    begin(layout, text)
    return true
  }

  private var nothingUsable: InputError {
    guard rows != nil else { return .noLayout(path: path, lines: lines.number) }
    guard let first = clock.diagnostics.first else { return .noSamples(path: path) }
    return .noUsableRow(path: path, line: first.line, rows: badRows, fault: first.reason)
  }

  private func clockStands(_ stop: BatchSpreader.Stopped) -> InputError {
    .clockStands(path: path, line: stop.line, rows: BatchSpreader.mostRows)
  }
}
