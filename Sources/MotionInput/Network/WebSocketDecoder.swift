/// Takes a stream of WebSocket frames apart, as a client gets them (RFC 6455). Pure.
struct WebSocketDecoder {
  /// More than this is no message of a sensor, in bytes.
  static let longestMessage = 1 << 20

  /// What came.
  enum Event: Hashable {
    case message([UInt8])
    /// To be answered with a pong of the same content.
    case ping([UInt8])
    /// The server ends the connection.
    case close
    /// It is no WebSocket any more.
    case invalid(reason: String)
  }

  /// What a client sends.
  enum Opcode: UInt8 {
    case continuation = 0x0
    case text = 0x1
    case binary = 0x2
    case close = 0x8
    case ping = 0x9
    case pong = 0xA
  }

  private enum State {
    case between
    /// The beginning of a message that comes in several frames.
    case inside([UInt8])
    case over
  }

  private struct Frame {
    var opcode: Opcode
    var isLast: Bool
    var payload: [UInt8]
  }

  private var state = State.between
  private var bytes: [UInt8] = []

  /// Takes bytes as they come.
  mutating func take(_ some: some Sequence<UInt8>) -> [Event] {
    bytes += some
    var events: [Event] = []
    while true {
      if case .over = state { return events }
      do throws(Fault) {
        guard let frame = try nextFrame() else { return events }
        if let event = try event(of: frame) { events.append(event) }
      } catch {
        state = .over
        events.append(.invalid(reason: error.reason))
      }
    }
  }

  /// A frame of a client, masked as the protocol asks.
  static func frame(_ opcode: Opcode, _ payload: [UInt8], mask: UInt32) -> [UInt8] {
    var frame = [finalBit | opcode.rawValue]
    switch payload.count {
    case ..<shortLimit: frame.append(maskBit | UInt8(payload.count))
    case ..<0x1_0000: frame += [maskBit | UInt8(shortLimit)] + bigEndian(UInt16(payload.count))
    default: frame += [maskBit | UInt8(shortLimit + 1)] + bigEndian(UInt64(payload.count))
    }
    let key = bigEndian(mask)
    return frame + key + payload.enumerated().map { $1 ^ key[$0 % key.count] }
  }

  private static let finalBit: UInt8 = 0x80
  private static let maskBit: UInt8 = 0x80
  /// Lengths from here on stand in bytes of their own.
  private static let shortLimit = 126
  private static let reservedBits: UInt8 = 0x70

  private struct Fault: Error { var reason: String }

  private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  /// Nil as long as it is not whole.
  private mutating func nextFrame() throws(Fault) -> Frame? {
    guard bytes.count >= 2 else { return nil }
    guard bytes[0] & Self.reservedBits == 0, let opcode = Opcode(rawValue: bytes[0] & 0xF) else {
      throw Fault(reason: "a frame of no known kind")
    }
    guard bytes[1] & Self.maskBit == 0 else { throw Fault(reason: "a masked frame of a server") }
    var length = Int(bytes[1])
    var start = 2
    if length >= Self.shortLimit {
      let size = length == Self.shortLimit ? 2 : 8
      guard bytes.count >= start + size else { return nil }
      let long = bytes[start..<start + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard long <= UInt64(Self.longestMessage) else { throw Fault(reason: "too long a frame") }
      (length, start) = (Int(long), start + size)
    }
    guard bytes.count >= start + length else { return nil }
    let frame = Frame(
      opcode: opcode, isLast: bytes[0] & Self.finalBit != 0,
      payload: Array(bytes[start..<start + length]))
    bytes.removeFirst(start + length)
    return frame
  }

  private mutating func event(of frame: Frame) throws(Fault) -> Event? {
    switch (frame.opcode, state) {
    case (.ping, _): return .ping(frame.payload)
    case (.pong, _): return nil
    case (.close, _):
      state = .over
      return .close
    case (.text, .between), (.binary, .between):
      guard !frame.isLast else { return .message(frame.payload) }
      state = .inside(frame.payload)
      return nil
    case (.continuation, .inside(let begun)):
      let message = begun + frame.payload
      guard message.count <= Self.longestMessage else { throw Fault(reason: "too long a message") }
      state = frame.isLast ? .between : .inside(message)
      return frame.isLast ? .message(message) : nil
    case (.continuation, _), (.text, _), (.binary, _):
      throw Fault(reason: "frames in an impossible order")
    }
  }
}
