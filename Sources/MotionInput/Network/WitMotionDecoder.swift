import MotionCore

/// Reads the binary frames of WitMotion's serial sensors.
///
/// Eleven bytes a frame: 0x55, the kind, four little-endian 16-bit numbers, and the low byte of the
/// sum of all before. Bytes may be lost anywhere: it looks for the next frame whose sum is right.
/// Frames carry no time that every model sends, so that of arrival is spread. Pure.
/// Source: WitMotion's protocol manual.
struct WitMotionDecoder {
  private static let start: UInt8 = 0x55
  private static let frameBytes = 11
  private static let accelerationKind: UInt8 = 0x51
  private static let rateKind: UInt8 = 0x52
  /// What full scale is in g and in deg/s.
  private static let fullScaleG = 16.0
  private static let fullScaleDegreesPerSecond = 2000.0
  private static let stepsInFullScale = 32768.0

  private var bytes: [UInt8] = []
  private var clock = FrameClock()
  private var lastTime: Int64?
  /// Bytes that belonged to no frame.
  private(set) var skippedBytes = 0
  /// Frames that were right.
  private(set) var frames = 0

  /// Takes bytes that came at this time of the monotonic clock, in nanoseconds.
  mutating func take(_ some: some Sequence<UInt8>, at now: Int64) -> [Measurement] {
    bytes += some
    var measurements: [Measurement] = []
    var place = 0
    while bytes.count - place >= Self.frameBytes {
      guard isFrame(at: place) else {
        place += 1
        skippedBytes += 1
        continue
      }
      frames += 1
      if let measurement = measurement(at: place, now) { measurements.append(measurement) }
      place += Self.frameBytes
    }
    bytes.removeFirst(place)
    return measurements
  }

  /// The port was opened anew: half a frame is lost.
  mutating func restart() {
    bytes = []
    clock.reset()
  }

  private func isFrame(at place: Int) -> Bool {
    let sum = bytes[place..<place + Self.frameBytes - 1].reduce(UInt8(0), &+)
    return bytes[place] == Self.start && bytes[place + Self.frameBytes - 1] == sum
  }

  private mutating func measurement(at place: Int, _ now: Int64) -> Measurement? {
    switch bytes[place + 1] {
    case Self.accelerationKind:
      let time = clock.time(kernel: now, device: nil, after: lastTime)
      lastTime = time
      let unit = Self.fullScaleG / Self.stepsInFullScale * Units.standardGravity
      return Measurement(channel: .force, nanoseconds: time, vector: vector(at: place) * unit)
    case Self.rateKind:
      // A rotation belongs to the acceleration before it.
      guard let lastTime else { return nil }
      let unit =
        Self.fullScaleDegreesPerSecond / Self.stepsInFullScale * Units.radiansPerDegree
      return Measurement(channel: .rate, nanoseconds: lastTime, vector: vector(at: place) * unit)
    default: return nil
    }
  }

  private func vector(at place: Int) -> Vector3 {
    let axes = (0..<3).map { axis -> Double in
      let low = UInt16(bytes[place + 2 + 2 * axis])
      let high = UInt16(bytes[place + 3 + 2 * axis])
      return Double(Int16(bitPattern: high << 8 | low))
    }
    return Vector3(axes[0], axes[1], axes[2])
  }
}
