import Foundation
import Synchronization

/// What a session showed, with the moment when it came.
final class ArrivalLog: Sendable {
  private let shown = Mutex<[(text: String, time: ContinuousClock.Instant)]>([])
  private let end = DispatchSemaphore(value: 0)

  /// Reads on a thread of its own.
  init(_ handle: FileHandle, _ reader: some OutputReader) {
    let number = handle.fileDescriptor
    Thread.detachNewThread { [self] in
      var reader = reader
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while case let count = read(number, &chunk, chunk.count), count > 0 {
        let now = ContinuousClock().now
        let news = reader.take(chunk[..<count])
        shown.withLock { $0 += news.map { ($0, now) } }
      }
      end.signal()
    }
  }

  /// Everything, once there is no more.
  func arrivals() -> [(text: String, time: ContinuousClock.Instant)] {
    end.wait()
    return shown.withLock { $0 }
  }
}

/// Makes news of the bytes that a session writes.
protocol OutputReader: Sendable {
  /// What these bytes show that was not shown before.
  mutating func take(_ bytes: ArraySlice<UInt8>) -> [String]
}

/// Each whole line is news.
struct LineReader: OutputReader {
  private var rest: [UInt8] = []

  mutating func take(_ bytes: ArraySlice<UInt8>) -> [String] {
    let lines = (rest + bytes).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rest = Array(lines.last ?? [])
    return lines.dropLast().map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A change of the large figure on the screen is news: the terminal is one that knows what
/// `ScreenUpdate` writes, and no more.
struct FigureReader: OutputReader {
  static let (columns, rows) = (80, 24)
  /// Where the figure stands, counted from 1.
  static let figureRows = 4...13
  private static let escape: UInt8 = 0x1B

  private var screen: [Int: [UInt8]] = [:]
  private var row = 0
  /// The last control sequence with what follows it, which may not have come as a whole.
  private var rest: [UInt8] = []
  private var figure = ""

  mutating func take(_ bytes: ArraySlice<UInt8>) -> [String] {
    let pieces = (rest + bytes).split(separator: Self.escape, omittingEmptySubsequences: false)
    for piece in pieces { show(piece) }
    rest = pieces.count > 1 ? [Self.escape] + (pieces.last ?? []) : Array(pieces.last ?? [])
    let lines = Self.figureRows.map { String(decoding: screen[$0] ?? [], as: UTF8.self) }
    let figure = lines.joined(separator: "\n")
    guard figure != self.figure else { return [] }
    self.figure = figure
    return [figure]
  }

  /// `[3;1H` goes to row 3, `[K` begins what stands there.
  private mutating func show(_ piece: ArraySlice<UInt8>) {
    if piece.starts(with: "[K".utf8) {
      screen[row] = Array(piece.dropFirst(2))
    } else if piece.last == UInt8(ascii: "H") {
      let digits = piece.dropFirst().prefix { $0 != UInt8(ascii: ";") }
      row = Int(String(decoding: digits, as: UTF8.self)) ?? row
    }
  }
}
