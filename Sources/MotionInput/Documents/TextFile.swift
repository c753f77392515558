/// Reads small documents whole: labels, manifests, programmes, parameters.
enum TextFile {
  /// Larger files are no documents of this kind, in bytes.
  private static let largestBytes = 64 << 20
  private static let pieceBytes = 65_536

  /// The whole text; a byte order mark is left out. What is neither UTF-8 nor UTF-16 is taken for
  /// Windows-1252, in which a byte is a letter, as older editors write it.
  ///
  /// - Throws: `InputError` when it cannot be read or is not text.
  static func read(_ path: String) throws(InputError) -> String {
    let file = try FileDescriptor(reading: path)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: pieceBytes)
    var isOver = false
    while !isOver {
      switch try file.read(into: &piece) {
      case .bytes(let count): bytes += piece[..<count]
      case .nothing: continue
      case .end: isOver = true
      }
      guard bytes.count <= largestBytes else { throw .binary(path: path) }
    }
    bytes = TextDecoder.whole(bytes)
    let utf8 = String(validating: bytes, as: UTF8.self)
    guard !bytes.contains(0), utf8 != nil || !bytes.span.isBinary else {
      throw .notText(path: path, beginning: bytes.span)
    }
    let text = utf8 ?? String(String.UnicodeScalarView(bytes.map(westernLetter)))
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// What Windows-1252 has where ISO 8859-1 has control characters, from 0x80 on
  /// (encoding.spec.whatwg.org, index windows-1252).
  private static let western = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func westernLetter(_ byte: UInt8) -> Unicode.Scalar {
    let place = Int(byte) - 0x80
    return western.indices.contains(place) ? western[place] : Unicode.Scalar(byte)
  }
}
