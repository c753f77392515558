import MotionCore

@testable import MotionInput

/// What comes from a device or a keyboard, and samples as such.
enum DeviceTargets {
  private static let axes = SensorAxes(
    rateCode: InputEvent.Code.rotationX, unitsPerG: 8192, unitsPerDegreePerSecond: 1024)

  /// Seven bytes an event: its kind, its value, the microseconds since the one before (at times a
  /// clock that jumps, also backwards).
  static func evdev(_ bytes: [UInt8]) {
    var assembler = FrameAssembler(axes: axes)
    var reader = ByteReader(bytes)
    var readings: [MotionReading] = []
    var now: Int64 = 1_000_000_000
    while !reader.isEmpty {
      let kind = reader.number(UInt8.self)
      let value = reader.number(Int32.self)
      now += Int64(reader.number(Int16.self)) * (kind & 0x80 == 0 ? 1000 : 1_000_000_000)
      switch kind & 0x0F {
      case 12: assembler.resume(values: Array(repeating: value, count: SensorAxes.count))
      case 13: assembler.interrupt().map { readings.append($0) }
      case 14: assembler.keepAlive(nanoseconds: now).map { readings.append($0) }
      case let code:
        assembler.take(event(code, value, now)).map { readings.append($0) }
      }
    }
    _ = assembler.loss.notice
    ReaderTargets.check(readings)
  }

  private static func event(_ code: UInt8, _ value: Int32, _ now: Int64) -> InputEvent {
    typealias Code = InputEvent.Code
    let (type, number) =
      switch code {
      case 0..<6: (Code.absolute, UInt16(code))
      case 6: (Code.miscellaneous, Code.timestamp)
      case 7: (Code.synchronization, Code.dropped)
      case 8: (Code.key, Code.south)
      default: (Code.synchronization, Code.report)
      }
    return InputEvent(type: type, code: number, value: value, nanoseconds: now)
  }

  static func keys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    var reader = ByteReader(bytes)
    var now: Int64 = 0
    for piece in reader.pieces() {
      _ = decoder.take(piece, at: now)
      now += 300_000_000
    }
  }

  /// As readers promise them: times that grow, finite values within what a worn sensor reads.
  static func session(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    var readings: [MotionReading] = []
    var now: Int64 = 0
    let hasRate = reader.number(UInt8.self) & 1 == 1
    while !reader.isEmpty {
      let step = Int64(reader.number(UInt16.self))
      now += 1 + step * step * 100
      readings.append(
        .sample(
          IMUSample(
            nanoseconds: now, specificForce: vector(&reader, scale: 1.0 / 256),
            angularRate: hasRate ? vector(&reader, scale: 1.0 / 1024) : nil)))
    }
    ReaderTargets.check(readings)
  }

  private static func vector(_ reader: inout ByteReader, scale: Double) -> Vector3 {
    Vector3(
      Double(reader.number(Int16.self)) * scale, Double(reader.number(Int16.self)) * scale,
      Double(reader.number(Int16.self)) * scale)
  }
}
