/// Cuts pieces of text into lines, whatever the pieces are.
struct LineSplitter {
  /// A longer line is no row of a recording, in bytes.
  static let longestLineBytes = 65_536

  /// A line that is complete.
  enum Line {
    /// It stands in the piece, here.
    case here(Range<Int>)
    /// It began in a piece before.
    case joined([UInt8])
    /// It is longer than any row, and was not kept: a page of a disk that was lost, mostly.
    case tooLong
  }

  /// What ends a line.
  var lineEnd = UInt8(ascii: "\n")
  /// Number of the line that was given last.
  private(set) var number = 0
  private var tail: [UInt8] = []
  /// True where the line that has begun is too long already.
  private(set) var isTooLong = false

  /// The next line that ends in this piece; `start` moves behind it.
  @inline(__always)
  mutating func next(in piece: Span<UInt8>, from start: inout Int) -> Line? {
    guard let end = piece.firstIndex(of: lineEnd, from: start) else { return nil }
    number += 1
    defer { start = end + 1 }
    if tail.isEmpty, !isTooLong, end - start <= Self.longestLineBytes { return .here(start..<end) }
    add(piece.extracting(start..<end))
    return take()
  }

  /// Keeps what stands behind the last line of a piece.
  mutating func keep(_ rest: Span<UInt8>) { add(rest) }

  /// The last line, where the text does not end with a line end.
  mutating func last() -> Line? {
    guard isTooLong || !tail.isEmpty else { return nil }
    number += 1
    return take()
  }

  private mutating func add(_ bytes: Span<UInt8>) {
    isTooLong = isTooLong || tail.count + bytes.count > Self.longestLineBytes
    if isTooLong { tail.removeAll() } else { tail.append(copying: bytes) }
  }

  /// The line that has begun, which is over now.
  private mutating func take() -> Line {
    defer {
      tail.removeAll(keepingCapacity: true)
      isTooLong = false
    }
    return isTooLong ? .tooLong : .joined(tail)
  }
}

/// Where the text of a line is without line end, surrounding spaces and byte order mark.
enum LineContent {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @inline(__always)
  static func of(_ text: Span<UInt8>, number: Int) -> Range<Int> {
    var start = 0
    var end = text.count
    if number == 1, text.hasPrefix(byteOrderMark) { start = 3 }
    while end > start, isMargin(text[end - 1]) { end -= 1 }
    while start < end, text[start] == 0x20 { start += 1 }
    return start..<end
  }

  @inline(__always)
  private static func isMargin(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }
}

extension [UInt8] {
  init(copying span: Span<UInt8>) {
    self = span.withUnsafeBufferPointer { Array($0) }
  }

  mutating func append(copying span: Span<UInt8>) {
    span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  func hasPrefix(_ prefix: [UInt8]) -> Bool { has(prefix, at: 0) }

  /// A stray control byte costs a text its line, no more; of a binary file they are a larger part,
  /// of a compressed one every tenth byte.
  private static var largestControlShare: Double { 0.03 }

  /// So many zeros in a row are a page that a file system lost, no part of a binary file's numbers.
  private static var lostZeros: Int { 256 }

  /// True where there are more control bytes than a text has: all below the space but tab, line
  /// ends and form feed. Zeros behind whole lines, and whole pages of them, are what a file system
  /// may leave of rows that a power failure cut off.
  var isBinary: Bool {
    var end = count
    while end > 0, self[end - 1] == 0 { end -= 1 }
    if !contains(UInt8(ascii: "\n")), !contains(UInt8(ascii: "\r")) { end = count }
    var (controls, zeros, lost) = (0, 0, 0)
    func endZeros() {
      let isPage = zeros >= Self.lostZeros
      controls += isPage ? 1 : zeros
      lost += isPage ? zeros : 0
      zeros = 0
    }
    for index in 0..<end {
      let byte = self[index]
      if byte == 0 {
        zeros += 1
      } else {
        endZeros()
        if byte < 0x09 || (0x0E..<0x20).contains(byte) { controls += 1 }
      }
    }
    endZeros()
    return Double(controls) > Self.largestControlShare * Double(end - lost)
  }
}
