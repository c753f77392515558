import MotionCore

/// Turns one line of a table into a sample.
struct RowParser {
  private static let delimiters = (space: UInt8(ascii: " "), quote: UInt8(ascii: "\""))
  /// Slot of the time among the values of a row, behind three of force and three of rate.
  private static let timeSlot = 6

  private struct Field {
    /// Where the value goes; nil for a column that is not used.
    var slot: Int?
    var factor: Double
  }

  private let fields: [Field]
  private let timeUnit: TimeUnit
  private let delimiter: UInt8
  /// True when every sample carries angular rate.
  let hasGyroscope: Bool

  init(_ layout: ColumnLayout) {
    var unit = TimeUnit.seconds
    fields = layout.columns.map { column in
      switch column {
      case .time(let columnUnit):
        unit = columnUnit
        return Field(slot: Self.timeSlot, factor: 1)
      case .specificForce(let axis, let factor): return Field(slot: axis, factor: factor)
      case .angularRate(let axis, let factor): return Field(slot: 3 + axis, factor: factor)
      case .ignored: return Field(slot: nil, factor: 1)
      }
    }
    timeUnit = unit
    delimiter = layout.delimiter
    hasGyroscope = layout.hasGyroscope
  }

  /// The sample on this line, on the recording grid.
  ///
  /// - Throws: `BadRow` when a field is missing, no number, or not finite.
  func parse(_ line: Span<UInt8>) throws(BadRow) -> IMUSample {
    var values = InlineArray<6, Double>(repeating: 0)
    var time: Int64 = 0
    var position = 0
    for number in fields.indices {
      if number > 0 { try skipDelimiter(line, at: &position) }
      guard let slot = fields[number].slot else {
        skipText(line, at: &position)
        continue
      }
      if slot == Self.timeSlot {
        time = try parseTime(line, at: &position)
      } else {
        values[slot] = try parseValue(line, at: &position, factor: fields[number].factor)
      }
    }
    guard position == line.count else { throw BadRow(.fieldCount) }
    return IMUSample(
      nanoseconds: time, specificForce: Vector3(values[0], values[1], values[2]),
      angularRate: hasGyroscope ? Vector3(values[3], values[4], values[5]) : nil)
  }

  @inline(__always)
  private func skipDelimiter(_ line: Span<UInt8>, at position: inout Int) throws(BadRow) {
    guard position < line.count else { throw BadRow(.fieldCount) }
    position += 1
  }

  private func parseTime(_ line: Span<UInt8>, at position: inout Int) throws(BadRow) -> Int64 {
    skipPadding(line, at: &position)
    let start = position
    guard let decimal = Decimal.scan(line, at: &position) else {
      throw fault(line, from: start)
    }
    guard let time = decimal.nanoseconds(in: timeUnit),
      time.magnitude <= RecordingGrid.latestNanoseconds.magnitude
    else { throw BadRow(.notFinite) }
    try closeField(line, at: &position, from: start)
    return RecordingGrid.round(nanoseconds: time)
  }

  @inline(__always)
  private func parseValue(
    _ line: Span<UInt8>, at position: inout Int, factor: Double
  ) throws(BadRow) -> Double {
    skipPadding(line, at: &position)
    let start = position
    guard let decimal = Decimal.scan(line, at: &position) else {
      throw fault(line, from: start)
    }
    let value = decimal.value(in: line, start..<position) * factor
    guard value.isFinite else { throw BadRow(.notFinite) }
    try closeField(line, at: &position, from: start)
    return RecordingGrid.round(value)
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
    while position < line.count,
      line[position] == Self.delimiters.space || line[position] == Self.delimiters.quote
    {
      position += 1
    }
  }

  /// Moves to the end of a field that is not used; a quoted one may hold the delimiter.
  private func skipText(_ line: Span<UInt8>, at position: inout Int) {
    var isQuoted = false
    while position < line.count, isQuoted || line[position] != delimiter {
      if line[position] == Self.delimiters.quote { isQuoted.toggle() }
      position += 1
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

extension String {
  /// Longer texts are cut where they are quoted, in characters.
  private static let longestQuotation = 24

  /// The text as it can stand in a message: short, and with nothing that a terminal would obey.
  fileprivate var quotable: String {
    let harmless = unicodeScalars.prefix(Self.longestQuotation).map { scalar in
      scalar.properties.generalCategory == .control ? "?" : Character(scalar)
    }
    return String(harmless) + (unicodeScalars.count > Self.longestQuotation ? "..." : "")
  }
}
