/// Reads the head and the body of an answer over HTTP 1.1 (RFC 9112). Pure: bytes in, answer out.
struct HTTPAnswer {
  /// More than this is no answer of a sensor.
  static let mostBytes = 1 << 23

  private enum State {
    case head([UInt8])
    case body(Head, Length, [UInt8])
  }

  /// How the end of the body is known.
  private enum Length {
    case bytes(Int)
    case chunks
    case untilClosed
  }

  /// What stands before the body.
  struct Head: Hashable {
    var status: Int
    /// By names in small letters.
    var fields: [String: String]
  }

  private var state = State.head([])

  /// The head, once it is whole.
  var head: Head? { if case .body(let head, _, _) = state { head } else { nil } }
  /// Bytes behind the head, as they came.
  var rest: [UInt8] { if case .body(_, _, let bytes) = state { bytes } else { [] } }

  /// Takes bytes as they come; returns the body as soon as it is whole.
  mutating func take(_ some: some Sequence<UInt8>) -> [UInt8]? {
    switch state {
    case .head(var bytes):
      bytes += some
      state = .head(bytes)
      guard let end = Self.end(ofHeadIn: bytes),
        let head = Self.head(String(decoding: bytes[..<end], as: UTF8.self))
      else { return nil }
      state = .body(head, Self.length(head), Array(bytes[(end + Self.blankLine.count)...]))
    case .body(let head, let length, let bytes): state = .body(head, length, bytes + some)
    }
    return body(isClosed: false)
  }

  /// The body of an answer that ends with the connection; nil where it was cut.
  func finish() -> [UInt8]? { body(isClosed: true) }

  private func body(isClosed: Bool) -> [UInt8]? {
    guard case .body(_, let length, let bytes) = state else { return nil }
    switch length {
    case .bytes(let count): return bytes.count >= count ? Array(bytes[..<count]) : nil
    case .chunks: return Self.joined(bytes)
    case .untilClosed: return isClosed ? bytes : nil
    }
  }

  private static let blankLine = Array("\r\n\r\n".utf8)

  private static func end(ofHeadIn bytes: [UInt8]) -> Int? {
    guard bytes.count >= blankLine.count else { return nil }
    return (0...(bytes.count - blankLine.count)).first { bytes[$0...].starts(with: blankLine) }
  }

  private static func head(_ text: String) -> Head? {
    let lines = text.split(separator: "\r\n")
    guard let words = lines.first?.split(separator: " "), words.count >= 2,
      words[0].hasPrefix("HTTP/1."), let status = Int(words[1])
    else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      fields[parts[0].lowercased()] = String(parts[1]).trimmed()
    }
    return Head(status: status, fields: fields)
  }

  private static func length(_ head: Head) -> Length {
    if head.fields["transfer-encoding"]?.lowercased().contains("chunked") == true { return .chunks }
    if let count = head.fields["content-length"].flatMap({ Int($0) }), count >= 0 {
      return .bytes(count)
    }
    return .untilClosed
  }

  /// Chunks put together; nil before the last one has come.
  private static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    var place = 0
    while let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) {
      let size = String(decoding: bytes[place..<end], as: UTF8.self)
      guard let count = Int(size.prefix { $0 != ";" }.trimmed(), radix: 16), count >= 0 else {
        return nil
      }
      guard count > 0 else { return body }
      guard count < mostBytes, bytes.count >= end + 1 + count + 2 else { return nil }
      body += bytes[(end + 1)..<(end + 1 + count)]
      place = end + 1 + count + 2
    }
    return nil
  }
}
