import MotionCore
import MotionReport

/// What the sensor itself measured, thinned out to what a screen can show.
struct RawChannels {
  /// More values than this are not sent of a recording: four hours at two a second, two minutes at
  /// two hundred.
  private static let mostValues = 24_000

  let json: JSON

  /// The channels of a recording: of each stretch of as many samples as fall together the mean.
  init(_ readings: [MotionReading]) {
    let samples = readings.samples
    let step = max(1, (samples.count + Self.mostValues - 1) / Self.mostValues)
    let origin = samples.first?.nanoseconds ?? 0
    let cells = stride(from: 0, to: samples.count, by: step).map {
      samples[$0..<min($0 + step, samples.count)]
    }
    json = [
      "seconds": .array(
        cells.map {
          .number(Double(($0.first?.nanoseconds ?? origin) - origin) / Units.nanosecondsPerSecond)
        }),
      "force": Self.axes(cells.map { Self.mean($0.map(\.specificForce)) }),
      "rate": samples.contains { $0.angularRate != nil }
        ? Self.axes(
          cells.map { Self.mean($0.map { ($0.angularRate ?? .zero) / Units.radiansPerDegree }) })
        : .null,
    ]
  }

  private static func mean(_ values: [Vector3]) -> Vector3 {
    values.reduce(.zero, +) / Double(values.count)
  }

  private static func axes(_ values: [Vector3]) -> JSON {
    [
      "x": .array(values.map { .number($0.x) }), "y": .array(values.map { .number($0.y) }),
      "z": .array(values.map { .number($0.z) }),
    ]
  }
}

extension [MotionReading] {
  fileprivate var samples: [IMUSample] {
    compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
  }
}
