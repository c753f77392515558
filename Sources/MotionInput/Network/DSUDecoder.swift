import MotionCore

/// Reads the packets of a DSU (cemuhook) server: controllers, Steam Decks, phones.
///
/// Pure: packets in, measurements out. Packets may be lost, come out of order, or twice.
/// Source: the DSU protocol 1001; offsets in DocC, 'Sensors over the network'.
struct DSUDecoder {
  /// The version of the protocol that everybody speaks.
  private static let version: UInt16 = 1001
  private static let dataType: UInt32 = 0x10_0002
  private static let dataBytes = 100
  private static let headerBytes = 16
  /// Packets this far back in number are of a server that was started anew.
  private static let longestDelay: UInt32 = 1000

  /// What came of a packet.
  enum Outcome: Hashable {
    case measurements([Measurement])
    /// The server was started anew.
    case restarted([Measurement])
    /// Late or twice, or of another controller or without motion.
    case nothing
    /// No packet of a DSU server; `reason` reads like "has another checksum".
    case invalid(reason: String)
  }

  private struct Sender: Hashable {
    var server: UInt32
    var slot: UInt8
    var number: UInt32
  }

  private var sender: Sender?
  private var clock = FrameClock()
  private var lastTime: Int64?
  private var lastMotion: [UInt8] = []

  /// Asks for the data of all controllers; to be repeated every second or so.
  static func subscription(client: UInt32) -> [UInt8] {
    var packet = Array("DSUC".utf8)
    packet += bytes(version) + bytes(UInt16(4 + 8)) + bytes(UInt32(0)) + bytes(client)
    packet += bytes(dataType) + Array(repeating: 0, count: 8)
    packet.replaceSubrange(8..<12, with: bytes(CRC32.checksum(packet)))
    return packet
  }

  /// Takes a packet that came at this time of the monotonic clock, in nanoseconds.
  mutating func take(_ packet: [UInt8], at now: Int64) -> Outcome {
    if let reason = Self.fault(of: packet) { return .invalid(reason: reason) }
    guard Self.number(packet, 16) as UInt32 == Self.dataType, packet.count >= Self.dataBytes else {
      return .nothing
    }
    let motion = Array(packet[68..<Self.dataBytes])
    // A controller without a motion sensor sends zeros.
    guard packet[31] != 0 || packet[21] == 2, motion.contains(where: { $0 != 0 }) else {
      return .nothing
    }
    let next = Sender(
      server: Self.number(packet, 12), slot: packet[20], number: Self.number(packet, 32))
    guard let isRestart = follows(next) else { return .nothing }
    if motion == lastMotion { return .nothing }
    lastMotion = motion
    let measurements = measurements(packet, at: now)
    return isRestart ? .restarted(measurements) : .measurements(measurements)
  }

  /// Nil for a packet that is not to be used; else whether the server was started anew.
  private mutating func follows(_ next: Sender) -> Bool? {
    guard let last = sender else {
      sender = next
      return false
    }
    // The first controller that sends motion is the one that is worn.
    guard next.slot == last.slot else { return nil }
    let isAnew =
      next.server != last.server
      || next.number < last.number && last.number - next.number > Self.longestDelay
      || next.number < last.number && next.number < Self.firstNumbers
    guard isAnew || next.number > last.number else { return nil }
    sender = next
    if isAnew { clock.reset() }
    return isAnew
  }

  /// A server counts from here when it is started; loss hardly hides as many.
  private static let firstNumbers: UInt32 = 3

  private mutating func measurements(_ packet: [UInt8], at now: Int64) -> [Measurement] {
    let device: UInt64 = Self.number(packet, 68)
    let time = clock.time(
      kernel: now, device: device == 0 ? nil : UInt32(truncatingIfNeeded: device), after: lastTime)
    lastTime = time
    let force = Self.vector(packet, 76) * Units.standardGravity
    let rate = Self.vector(packet, 88) * Units.radiansPerDegree
    return [
      Measurement(channel: .rate, nanoseconds: time, vector: rate),
      Measurement(channel: .force, nanoseconds: time, vector: force),
    ]
  }

  private static func fault(of packet: [UInt8]) -> String? {
    guard packet.count >= headerBytes + 4, packet.starts(with: Array("DSUS".utf8)) else {
      return "is no answer of a DSU server"
    }
    guard number(packet, 4) as UInt16 == version else { return "is of another version" }
    guard Int(number(packet, 6) as UInt16) == packet.count - headerBytes else {
      return "is not as long as it says"
    }
    var unsigned = packet
    unsigned.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    return CRC32.checksum(unsigned) == number(packet, 8) ? nil : "has another checksum"
  }

  private static func vector(_ packet: [UInt8], _ place: Int) -> Vector3 {
    let axes = (0..<3).map { axis -> Double in
      Double(Float(bitPattern: number(packet, place + 4 * axis)))
    }
    return Vector3(axes[0], axes[1], axes[2])
  }

  private static func number<Number: FixedWidthInteger>(_ bytes: [UInt8], _ place: Int) -> Number {
    (0..<(Number.bitWidth / 8)).reduce(0) { $0 | Number(bytes[place + $1]) << Number(8 * $1) }
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// The checksum of DSU packets (CRC-32 of ISO 3309, as in gzip), bit by bit.
enum CRC32 {
  private static let polynomial: UInt32 = 0xEDB8_8320

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder = UInt32.max
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 0 ? remainder >> 1 : remainder >> 1 ^ polynomial
      }
    }
    return ~remainder
  }
}
