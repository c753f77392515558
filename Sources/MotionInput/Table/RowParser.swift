import MotionCore

/// Turns one line of a table into a row.
struct RowParser {
  private static let quote = UInt8(ascii: "\"")
  /// Slot of the time among the values of a row, behind three of force and three of rate.
  private static let timeSlot = 6
  private static let timeTextSlot = 7
  private static let unused = -1
  private static let allAxes: UInt8 = 0b111

  private struct Field {
    /// Where the value goes.
    var slot: Int
    var factor = 1.0
    /// The unit of a time.
    var unit = TimeUnit.seconds
    /// What stands behind the seconds of a time of day.
    var fraction = TimeText.Fraction.decimal
  }

  let layout: ColumnLayout
  private let fields: [Field]
  /// Fields behind this one are not looked at.
  private let lastNeeded: Int
  private let delimiter: UInt8
  private let decimalPoint: UInt8
  /// What may surround a value, besides quotes.
  private let padding: UInt8
  private var clock: RowClock
  /// What dates are counted from, in nanoseconds since 1970; nil before the first. A clock that is
  /// set wrong may be beyond what is believed of times, and the rows are as far apart all the same.
  private var origin: Int64?

  init(_ layout: ColumnLayout) {
    self.layout = layout
    fields = layout.columns.map { column in
      switch column {
      case .time(let unit): Field(slot: Self.timeSlot, unit: unit)
      case .timeText(let fraction): Field(slot: Self.timeTextSlot, fraction: fraction)
      case .specificForce(let axis, let factor): Field(slot: axis, factor: factor)
      case .angularRate(let axis, let factor): Field(slot: 3 + axis, factor: factor)
      case .ignored: Field(slot: Self.unused)
      }
    }
    lastNeeded = fields.lastIndex { $0.slot != Self.unused } ?? 0
    delimiter = layout.shape.delimiter
    decimalPoint = layout.shape.decimalPoint
    padding = delimiter == TableShape.space ? Self.quote : TableShape.space
    clock = RowClock(layout)
  }

  /// The row on this line; what is blank in it is not a number.
  ///
  /// - Throws: `BadRow` when it has no time, a part of a force, or neither force nor rate.
  mutating func parse(_ line: Span<UInt8>, number: Int) throws(BadRow) -> Row {
    clock.begin()
    var values = InlineArray<6, Double>(repeating: 0)
    var blanks: UInt8 = 0
    var firstFault: BadRow?
    var time: Int64 = 0
    var position = 0
    for place in 0...lastNeeded {
      if place > 0 { try skipDelimiter(line, at: &position, firstFault) }
      let field = fields[place]
      switch field.slot {
      case Self.unused: skipText(line, at: &position)
      case Self.timeSlot: time += try parseTime(line, at: &position, in: field.unit)
      case Self.timeTextSlot: time += try parseTimeText(line, at: &position, field.fraction)
      default:
        do throws(BadRow) {
          values[field.slot] += try parseValue(line, at: &position, factor: field.factor)
        } catch {
          if firstFault == nil || field.slot < 3 && blanks & Self.allAxes == 0 {
            firstFault = error
          }
          blanks |= 1 << UInt8(field.slot)
          skipText(line, at: &position)
        }
      }
    }
    if position < line.count { try requireNothingMore(line, from: position) }
    var row = Row(
      nanoseconds: clock.time(time), force: Vector3(values[0], values[1], values[2]),
      rate: Vector3(values[3], values[4], values[5]), line: number)
    if blanks != 0 || !layout.hasGyroscope || !layout.hasAccelerometer {
      try blank(&row, blanks, firstFault)
    }
    return row
  }

  private func blank(_ row: inout Row, _ blanks: UInt8, _ fault: BadRow?) throws(BadRow) {
    let force = layout.hasAccelerometer ? blanks & Self.allAxes : Self.allAxes
    let rate = layout.hasGyroscope ? blanks >> 3 : Self.allAxes
    if rate != 0 { row.rate = Row.nothing }
    if force != 0 { row.force = Row.nothing }
    let isPart = layout.hasAccelerometer && force != 0 && force != Self.allAxes
    if let fault, isPart || force != 0 && rate != 0 { throw fault }
  }

  @inline(__always)
  private func skipDelimiter(
    _ line: Span<UInt8>, at position: inout Int, _ fault: BadRow?
  ) throws(BadRow) {
    guard position < line.count else { throw fault ?? BadRow(.fieldCount) }
    position += 1
    guard delimiter == TableShape.space else { return }
    while position < line.count, line[position] == delimiter { position += 1 }
  }

  private func parseTime(
    _ line: Span<UInt8>, at position: inout Int, in unit: TimeUnit
  ) throws(BadRow) -> Int64 {
    skipPadding(line, at: &position)
    let start = position
    guard let decimal = Decimal.scan(line, at: &position, point: decimalPoint) else {
      throw fault(line, from: start)
    }
    guard let time = decimal.nanoseconds(in: unit),
      time.magnitude <= RecordingGrid.latestNanoseconds.magnitude
    else { throw BadRow(.notFinite) }
    try closeField(line, at: &position, from: start)
    return RecordingGrid.round(nanoseconds: time)
  }

  private mutating func parseTimeText(
    _ line: Span<UInt8>, at position: inout Int, _ fraction: TimeText.Fraction
  ) throws(BadRow) -> Int64 {
    skipPadding(line, at: &position)
    let start = position
    skipText(line, at: &position)
    var end = position
    while end > start, line[end - 1] == padding || line[end - 1] == Self.quote { end -= 1 }
    guard let time = TimeText.nanoseconds(line.extracting(start..<end), fraction: fraction)
    else {
      throw fault(line, from: start)
    }
    let latest = RecordingGrid.latestNanoseconds
    let origin = self.origin ?? (time.magnitude > latest.magnitude ? time : 0)
    self.origin = origin
    guard (time - origin).magnitude <= latest.magnitude else { throw BadRow(.notFinite) }
    return RecordingGrid.round(nanoseconds: time - origin)
  }

  @inline(__always)
  private func parseValue(
    _ line: Span<UInt8>, at position: inout Int, factor: Double
  ) throws(BadRow) -> Double {
    skipPadding(line, at: &position)
    let start = position
    guard let decimal = Decimal.scan(line, at: &position, point: decimalPoint) else {
      throw fault(line, from: start)
    }
    let value =
      decimal.value(in: line, start..<position, point: decimalPoint) * factor
    guard value.isFinite else { throw BadRow(.notFinite) }
    try closeField(line, at: &position, from: start)
    return value
  }

  /// Moves behind spaces and quotes, up to the delimiter or the end of the line.
  @inline(__always)
  private func closeField(
    _ line: Span<UInt8>, at position: inout Int, from start: Int
  ) throws(BadRow) {
    skipPadding(line, at: &position)
    guard position == line.count || line[position] == delimiter else {
      throw fault(line, from: start)
    }
  }

  @inline(__always)
  private func skipPadding(_ line: Span<UInt8>, at position: inout Int) {
    while position < line.count, line[position] == padding || line[position] == Self.quote {
      position += 1
    }
  }

  /// Moves to the end of a field that is not used; a quoted one may hold the delimiter.
  private func skipText(_ line: Span<UInt8>, at position: inout Int) {
    var isQuoted = false
    while position < line.count, isQuoted || line[position] != delimiter {
      if line[position] == Self.quote { isQuoted.toggle() }
      position += 1
    }
  }

  /// Behind the last field that is needed there may be as many as the header has, and blank ones.
  private func requireNothingMore(_ line: Span<UInt8>, from start: Int) throws(BadRow) {
    var (count, position) = (lastNeeded + 1, start)
    while position < line.count {
      position += 1
      count += 1
      let field = position
      skipText(line, at: &position)
      guard count > fields.count, position > field else { continue }
      let text = line.text(field..<position).trimmed { " \"\r".contains($0) }
      if !text.isEmpty { throw BadRow(.fieldCount) }
    }
  }

  /// Why the field that begins at `start` is not a number.
  private func fault(_ line: Span<UInt8>, from start: Int) -> BadRow {
    let end = line.firstIndex(of: delimiter, from: start) ?? line.count
    let text = line.text(start..<end).trimmed { " \"".contains($0) }
    let word = text.trimmed { "+-".contains($0) }.lowercased()
    if word.isEmpty { return BadRow(.emptyField) }
    if word.hasPrefix("nan") || word.hasPrefix("inf") { return BadRow(.notFinite) }
    let hasComma = text.contains(",") && Double(text.replacing(",", with: ".")) != nil
    return BadRow(hasComma ? .decimalComma : .notANumber, found: text.quotable)
  }
}

/// Gives rows without a time of their own one.
private struct RowClock {
  private let kind: ColumnLayout.Clock
  private let start: Int64
  private var rows: Int64 = -1
  private var lastCount: Double?
  private var laps = 0.0

  init(_ layout: ColumnLayout) {
    kind = layout.clock
    start = layout.startNanoseconds
  }

  /// A row begins, whether it can be used or not.
  @inline(__always)
  mutating func begin() { rows += 1 }

  /// The time of this row; `time` is what its own columns say.
  @inline(__always)
  mutating func time(_ time: Int64) -> Int64 {
    switch kind {
    case .columns, .arrival: return time
    case .even(let rate): return placed(Double(rows) / rate)
    case .counter(let rate, let modulus):
      let count = Double(time) / Units.nanosecondsPerSecond
      if let lastCount, count < lastCount - modulus / 2 { laps += 1 }
      lastCount = count
      return placed((count + laps * modulus) / rate)
    }
  }

  /// The last time that is believed stands for all later ones.
  private func placed(_ seconds: Double) -> Int64 {
    start
      + RecordingGrid.round(
        nanoseconds: RecordingGrid.nanoseconds(seconds: seconds) ?? RecordingGrid.latestNanoseconds)
  }
}

extension String {
  /// Longer texts are cut where they are quoted, in characters.
  private static let longestQuotation = 24

  /// The text as it can stand in a message: short, and with nothing that a terminal would obey.
  var quotable: String {
    let harmless = unicodeScalars.prefix(Self.longestQuotation).map { scalar in
      scalar.properties.generalCategory == .control ? "?" : Character(scalar)
    }
    return String(harmless) + (unicodeScalars.count > Self.longestQuotation ? "..." : "")
  }
}
