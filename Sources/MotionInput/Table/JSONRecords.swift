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
  /// True where a record never goes over the end of a line, so that one that is torn ends there.
  var endsWithLine = false
  /// Ends of lines inside of records so far.
  private(set) var linesInside = 0

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
    record?.append(byte)
    if let record, record.count > Self.longestBytes { return giveUp() }
    if isInString {
      if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      return nil
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): begin(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return end()
    default: break
    }
    return nil
  }

  private mutating func begin(_ byte: UInt8) {
    let list = UInt8(ascii: "[")
    if open.last == list || byte != list && open.isEmpty {
      (record, depth) = ([byte], open.count)
    }
    open.append(byte)
  }

  private mutating func end() -> [UInt8]? {
    _ = open.popLast()
    guard let complete = record, open.count <= depth else { return nil }
    record = nil
    return complete
  }

  /// No string of JSON goes over the end of a line.
  private mutating func lineEnd() -> [UInt8]? {
    guard record != nil else {
      isInString = false
      return nil
    }
    guard !isInString, !endsWithLine else { return giveUp() }
    linesInside += 1
    return nil
  }

  private mutating func giveUp() -> [UInt8] {
    record = nil
    open.removeLast(max(0, open.count - depth))
    (isInString, isEscaped) = (false, false)
    return []
  }
}
