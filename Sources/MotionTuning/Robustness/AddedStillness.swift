import MotionCore

/// Rows of a sensor that lies still in the posture in which a recording begins or ends.
///
/// They have the recording's own rate and size of gravity, and a little noise: no sensor sends the
/// same numbers for seconds.
struct AddedStillness {
  /// White noise of a sensor at rest, each axis: those of a phone's at 100 Hz (ST LSM6DSO data
  /// sheet: 70 ug/sqrt(Hz), 3.8 mdps/sqrt(Hz)).
  private static let forceNoise = 0.005
  private static let rateNoise = 0.0005

  private let force: Vector3
  private let hasGyroscope: Bool
  private let stepNanoseconds: Int64

  /// The stillness beside this sample of the recording; nil where there are too few samples.
  private init?(beside sample: IMUSample?, in readings: [MotionReading]) {
    let step = readings.stepSeconds
    guard let sample, step > 0 else { return nil }
    let sizes = readings.samples.map(\.specificForce.length).sorted()
    force = sample.specificForce.normalized * sizes[sizes.count / 2]
    hasGyroscope = sample.angularRate != nil
    stepNanoseconds = Int64((step * Units.nanosecondsPerSecond).rounded())
  }

  private func rows(
    from nanoseconds: Int64, seconds: Double, _ numbers: inout SeededNumbers
  ) -> [MotionReading] {
    let count = Int(seconds * Units.nanosecondsPerSecond) / Int(stepNanoseconds)
    return (0..<count).map { row in
      .sample(
        IMUSample(
          nanoseconds: nanoseconds + Int64(row) * stepNanoseconds,
          specificForce: force + numbers.normalVector() * Self.forceNoise,
          angularRate: hasGyroscope ? numbers.normalVector() * Self.rateNoise : nil))
    }
  }

  /// The recording with so many seconds of stillness before its first sample, at time zero.
  static func before(
    _ readings: [MotionReading], seconds: Double, _ numbers: inout SeededNumbers
  ) -> [MotionReading] {
    let first = readings.samples.first
    guard let first, let still = AddedStillness(beside: first, in: readings) else {
      return readings
    }
    let rows = still.rows(from: 0, seconds: seconds, &numbers)
    let begin = Double(Int64(rows.count) * still.stepNanoseconds - first.nanoseconds)
    return rows + readings.moved(by: begin / Units.nanosecondsPerSecond)
  }

  /// The recording with so many seconds of stillness after its last sample.
  static func after(
    _ readings: [MotionReading], seconds: Double, _ numbers: inout SeededNumbers
  ) -> [MotionReading] {
    let last = readings.samples.last
    guard let last, let still = AddedStillness(beside: last, in: readings) else {
      return readings
    }
    return readings
      + still.rows(from: last.nanoseconds + still.stepNanoseconds, seconds: seconds, &numbers)
  }
}
