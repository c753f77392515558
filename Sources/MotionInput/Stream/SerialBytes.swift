import Glibc
import MotionCore

/// What comes from a serial port, also after it was unplugged and is there again.
///
/// As a controller that went away, a port is waited for during two minutes; then it is the end.
final class SerialBytes: ByteSource {
  private enum State {
    case open(FileBytes)
    case away(since: Int64)
    case over
  }

  /// Ends the row that was cut when the port went away.
  private static let lineEnd = UInt8(ascii: "\n")
  /// How often it is looked for, in milliseconds.
  private static let searchMilliseconds: Int32 = 100

  let path: String
  private let baud: Int
  private let clock: @Sendable () -> Int64
  private let tell: (String) -> Void
  private var state: State
  private var disconnects = Disconnects()

  /// Opens the port.
  ///
  /// - Parameter tell: is told when it goes away and when it is back.
  /// - Throws: `InputError` when it cannot be opened or is no serial port.
  init(
    path: String, baud: Int, clock: @escaping @Sendable () -> Int64 = MonotonicClock.now,
    tell: @escaping (String) -> Void
  ) throws(InputError) {
    self.path = path
    self.baud = baud
    self.clock = clock
    self.tell = tell
    state = .open(FileBytes(try SerialPort.open(path: path, baud: baud)))
  }

  var isComplete: Bool { false }
  var notices: [String] { [disconnects.notice].compactMap { $0.map { "\(path): \($0)" } } }

  func read(into buffer: inout [UInt8]) throws(InputError) -> FileDescriptor.Arrival {
    switch state {
    case .over: return .end
    case .away(let since): return search(since, &buffer)
    case .open(let bytes):
      let arrival = try bytes.read(into: &buffer)
      guard arrival == .end else { return arrival }
      state = .away(since: clock())
      disconnects.begin(nanoseconds: clock())
      let seconds = Int(EvdevSource.timeoutSeconds)
      tell("\(path): was unplugged; waiting up to \(seconds) s for it")
      return .nothing
    }
  }

  private func search(_ since: Int64, _ buffer: inout [UInt8]) -> FileDescriptor.Arrival {
    poll(nil, 0, Self.searchMilliseconds)
    let now = clock()
    if let port = try? SerialPort.open(path: path, baud: baud) {
      state = .open(FileBytes(port))
      tell("\(path): is back after \(disconnects.end(nanoseconds: now)) s")
      buffer[0] = Self.lineEnd
      return .bytes(1)
    }
    guard Double(now - since) / Units.nanosecondsPerSecond >= EvdevSource.timeoutSeconds else {
      return .nothing
    }
    state = .over
    tell("\(path): did not come back")
    return .end
  }
}
