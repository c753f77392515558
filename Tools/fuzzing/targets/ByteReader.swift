/// Numbers out of the fuzzer's bytes; zeros when they are used up.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number {
    let size = Number.bitWidth / 8
    let bytes = rest.prefix(size)
    rest = rest.dropFirst(size)
    return bytes.reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }

  /// So many bytes as the next one says.
  mutating func piece() -> [UInt8] {
    let count = Int(number(UInt8.self))
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Pieces, each with its length before it.
  mutating func pieces() -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    while !isEmpty { pieces.append(piece()) }
    return pieces
  }

  /// What stands between lines of their own.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }
}
