/// How the text of a recording is written; all that is read further on is UTF-8.
enum TextEncoding {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

  /// Recognises UTF-16 by its byte order mark, or by zeros in every other byte of its beginning.
  init(beginning: Span<UInt8>) {
    let shown = min(beginning.count, Self.shownBytes) / 2 * 2
    let (even, odd) = (
      stride(from: 0, to: shown, by: 2).count { beginning[$0] == 0 },
      stride(from: 1, to: shown, by: 2).count { beginning[$0] == 0 }
    )
    if beginning.hasPrefix([0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if beginning.hasPrefix([0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else if shown >= Self.fewestBytes, odd * 2 == shown, even == 0 {
      self = .utf16LittleEndian
    } else if shown >= Self.fewestBytes, even * 2 == shown, odd == 0 {
      self = .utf16BigEndian
    } else {
      self = .utf8
    }
  }

  private static let shownBytes = 64
  private static let fewestBytes = 16
}

/// Turns pieces of text in another encoding into UTF-8.
struct TextDecoder {
  private let encoding: TextEncoding
  /// What stood at the end of the last piece and belongs to the next.
  private var rest: [UInt8] = []
  private var highSurrogate: UInt16?

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// A text that is there whole, or its beginning, as UTF-8.
  static func whole(_ bytes: [UInt8]) -> [UInt8] {
    var decoder = TextDecoder(TextEncoding(beginning: bytes.span))
    return decoder.isTransparent ? bytes : decoder.decode(bytes.span)
  }

  /// True where bytes can be taken as they are.
  var isTransparent: Bool { encoding == .utf8 }

  /// The next piece as UTF-8.
  mutating func decode(_ piece: Span<UInt8>) -> [UInt8] {
    var bytes = rest
    bytes.append(copying: piece)
    let whole = bytes.count / 2 * 2
    rest = Array(bytes[whole...])
    var text: [UInt8] = []
    text.reserveCapacity(whole)
    for index in stride(from: 0, to: whole, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second, to: &text)
    }
    return text
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
      return
    }
    let units = (highSurrogate.map { [$0] } ?? []) + [unit]
    highSurrogate = nil
    text += Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
