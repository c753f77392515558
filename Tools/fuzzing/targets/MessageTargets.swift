import MotionCore

@testable import MotionInput

/// What comes over the network, each sender's messages into the stream that its source fills.
enum MessageTargets {
  private static let stepNanoseconds: Int64 = 20_000_000

  /// A line a message.
  static func sensorLogger(_ bytes: [UInt8]) {
    var decoder = SensorLoggerDecoder()
    feed(ByteReader.lines(bytes)) { line, now in
      guard let message = SensorLoggerDecoder.message(line) else { return ([], false) }
      let outcome = decoder.take(message, at: now)
      return (outcome.measurements + decoder.release(at: now), outcome.isRestart)
    }
    _ = decoder.release(at: .max / 2)
  }

  /// A line a message.
  static func sensorServer(_ bytes: [UInt8]) {
    feed(ByteReader.lines(bytes)) { line, _ in
      (SensorServerDecoder.measurement(line).map { [$0] } ?? [], false)
    }
  }

  /// The first line tells the buffers, each later one is an answer.
  static func phyphox(_ bytes: [UInt8]) {
    let lines = ByteReader.lines(bytes)
    guard let first = lines.first, let buffers = PhyphoxDecoder.buffers(first),
      var decoder = PhyphoxDecoder(buffers: buffers)
    else { return }
    feed(Array(lines.dropFirst())) { line, _ in
      let outcome = decoder.take(line)
      _ = decoder.path
      return (outcome?.measurements ?? [], outcome?.isRestart ?? false)
    }
  }

  static func webSocket(_ bytes: [UInt8]) {
    var decoder = WebSocketDecoder()
    var reader = ByteReader(bytes)
    feed(reader.pieces()) { piece, _ in
      let measurements = decoder.take(piece).compactMap { event -> Measurement? in
        guard case .message(let message) = event else { return nil }
        return SensorServerDecoder.measurement(message)
      }
      return (measurements, false)
    }
  }

  /// Packets whose length and checksum are put right, which no fuzzer would guess.
  static func dsu(_ bytes: [UInt8]) {
    var decoder = DSUDecoder()
    var reader = ByteReader(bytes)
    feed(reader.pieces()) { piece, now in
      _ = decoder.take(piece, at: now)
      switch decoder.take(signed(piece), at: now) {
      case .measurements(let some): return (some, false)
      case .restarted(let some): return (some, true)
      case .nothing, .invalid: return ([], false)
      }
    }
  }

  private static func signed(_ piece: [UInt8]) -> [UInt8] {
    guard piece.count >= 20 else { return piece }
    let size = UInt16(piece.count - 16)
    var packet = piece
    packet.replaceSubrange(0..<4, with: Array("DSUS".utf8))
    packet.replaceSubrange(4..<6, with: [0xE9, 0x03])
    packet.replaceSubrange(6..<8, with: [UInt8(size & 0xFF), UInt8(size >> 8)])
    packet.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    let sum = CRC32.checksum(packet)
    packet.replaceSubrange(8..<12, with: (0..<4).map { UInt8(sum >> (8 * $0) & 0xFF) })
    return packet
  }

  /// Frames whose checksum is put right, and the bytes as they are.
  static func witMotion(_ bytes: [UInt8]) {
    var decoder = WitMotionDecoder()
    var reader = ByteReader(bytes)
    feed(reader.pieces()) { piece, now in
      guard piece.count >= 10 else { return (decoder.take(piece, at: now), false) }
      let frame = [0x55] + piece[1..<10]
      let whole = frame + [frame.reduce(UInt8(0), &+)]
      return (decoder.take(whole + piece[10...], at: now), false)
    }
  }

  /// Hands what each piece gives to a stream, and what the stream gives to a session.
  private static func feed(
    _ pieces: [[UInt8]],
    _ decode: (_ piece: [UInt8], _ now: Int64) -> (measurements: [Measurement], isRestart: Bool)
  ) {
    var stream = SensorStream(name: "fuzz")
    var readings: [MotionReading] = []
    var now: Int64 = 1_000_000_000
    for piece in pieces {
      let (measurements, isRestart) = decode(piece, now)
      if isRestart { stream.expectRestart(isCertain: true) }
      guard let some = try? stream.take(measurements, arrival: now) else { break }
      readings += some
      now += stepNanoseconds
    }
    _ = (stream.notices, stream.missing)
    ReaderTargets.check(readings)
  }
}
