/// Cuts a JSON text, in pieces of any size, into its records: the innermost objects, and lists of
/// values, that stand in a list or by themselves. Nothing but the one that has begun is kept.
struct JSONRecords {
  /// What is open, as the brackets that opened it.
  private var open: [UInt8] = []
  /// The record that has begun; nil between two.
  private var record: [UInt8]?
  /// So much was open when it began.
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last byte that is no space and stands in no string.
  private var previous: UInt8 = 0
  /// How far the bytes before are the end of a record and a comma, strings or not: the bracket, the
  /// comma behind it, or nothing.
  private var boundary: UInt8 = 0
  /// True from where a record was given up until the next one begins for certain.
  private var isLost = false
  /// True once a record was complete.
  private var hasRecords = false
  /// True where a record never goes over the end of a line, so that one that is torn ends there.
  var endsWithLine = false
  /// Ends of lines inside of complete records so far.
  private(set) var linesInside = 0
  private var linesInRecord = 0

  /// A longer one is no row of a sensor, in bytes.
  private static let longestBytes = 65_536

  /// Hands over each record as these bytes complete it, and an empty one where one is torn.
  mutating func take(_ bytes: Span<UInt8>, each: ([UInt8]) -> Void) {
    for index in bytes.indices {
      if let complete = take(bytes[index]) { each(complete) }
    }
  }

  private mutating func take(_ byte: UInt8) -> [UInt8]? {
    if byte == UInt8(ascii: "\n") { return lineEnd() }
    guard !Self.isSpace(byte) else {
      record?.append(byte)
      return nil
    }
    // Behind a part that is missing nobody knows what is in a string: a record begins where one has
    // ended before.
    if beginsRecord(byte), isLost || isInString {
      let isTorn = record != nil
      if isTorn { giveUp() }
      (isLost, isInString, isEscaped) = (false, false, false)
      begin(byte)
      return isTorn ? [] : nil
    }
    guard !isLost else { return nil }
    record?.append(byte)
    if let record, record.count > Self.longestBytes { return lost() }
    if isInString {
      if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      return nil
    }
    defer { previous = byte }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{") where isTorn:
      giveUp()
      begin(byte)
      return []
    case UInt8(ascii: "{"), UInt8(ascii: "["): begin(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return end()
    default: break
    }
    return nil
  }

  /// True where an object begins in another one that names none: a part between them is missing.
  private var isTorn: Bool {
    record != nil && open.last == UInt8(ascii: "{") && previous != UInt8(ascii: ":")
  }

  /// True where this byte opens a record right behind the end of another one.
  private mutating func beginsRecord(_ byte: UInt8) -> Bool {
    let comma = UInt8(ascii: ",")
    let opens = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    defer { boundary = closes || byte == comma && boundary != 0 && boundary != comma ? byte : 0 }
    return opens && boundary == comma && !endsWithLine
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private mutating func begin(_ byte: UInt8) {
    let list = UInt8(ascii: "[")
    if open.last == list || byte != list && open.isEmpty {
      (record, depth, linesInRecord) = ([byte], open.count, 0)
    }
    open.append(byte)
  }

  private mutating func end() -> [UInt8]? {
    _ = open.popLast()
    guard let complete = record, open.count <= depth else { return nil }
    record = nil
    hasRecords = true
    linesInside += linesInRecord
    return complete
  }

  /// No string of JSON goes over the end of a line.
  private mutating func lineEnd() -> [UInt8]? {
    guard record != nil else {
      isInString = false
      return nil
    }
    guard !isInString else { return lost() }
    linesInRecord += 1
    guard endsWithLine else { return nil }
    // What the records stand in is none.
    if hasRecords { giveUp() } else { record = nil }
    return hasRecords ? [] : nil
  }

  private mutating func lost() -> [UInt8] {
    giveUp()
    isLost = !endsWithLine
    return []
  }

  private mutating func giveUp() {
    record = nil
    open.removeLast(max(0, open.count - depth))
    (isInString, isEscaped, previous) = (false, false, 0)
  }
}
