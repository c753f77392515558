import MotionCore

/// A change of a recording that another sensor, another radio link or another press of the button
/// might have made, and that should hardly change a count.
package enum SmallChange: String, Sendable, CaseIterable {
  case droppedRows = "1 % of rows dropped"
  case offset = "0.03 g on one axis"
  case jitter = "jitter of a third of a step"
  case noise = "noise of 0.02 m/s^2"
  case stillnessBefore = "5 s of stillness before"
  case stillnessAfter = "5 s of stillness after"
  case lowerRate = "25 Hz"

  private static let droppedFraction = 0.01
  private static let offsetForce = 0.03 * Units.standardGravity
  private static let jitterSteps = 1.0 / 3
  private static let noiseForce = 0.02
  private static let stillnessSeconds = 5.0
  private static let lowerRateHertz = 25.0
  /// A recording is brought to the lower rate where its own is higher by this factor at least.
  private static let leastRateRatio = 1.05

  /// The changed recording; nil where the change makes no sense for it. The same seed gives the
  /// same change.
  package func applied(to readings: [MotionReading], seed: UInt64) -> [MotionReading]? {
    var numbers = SeededNumbers(seed: seed)
    switch self {
    case .droppedRows: return Self.dropping(readings, &numbers)
    case .offset:
      let offset = Vector3.axis(Int(numbers.next() % 3)) * Self.offsetForce
      return readings.mapSamples { $0.withForce { $0 + offset } }
    case .jitter: return Self.jittered(readings, &numbers)
    case .noise:
      return readings.mapSamples { $0.withForce { $0 + numbers.normalVector() * Self.noiseForce } }
    case .stillnessBefore:
      return AddedStillness.before(readings, seconds: Self.stillnessSeconds, &numbers)
    case .stillnessAfter:
      return AddedStillness.after(readings, seconds: Self.stillnessSeconds, &numbers)
    case .lowerRate: return Self.averaged(readings)
    }
  }

  /// The first sample stays: it defines time zero.
  private static func dropping(
    _ readings: [MotionReading], _ numbers: inout SeededNumbers
  ) -> [MotionReading] {
    var isFirst = true
    return readings.filter { reading in
      guard case .sample = reading else { return true }
      defer { isFirst = false }
      return isFirst || numbers.unit() >= droppedFraction
    }
  }

  /// Every time is off by up to the share of a step either way; the order stays.
  private static func jittered(
    _ readings: [MotionReading], _ numbers: inout SeededNumbers
  ) -> [MotionReading] {
    let most = jitterSteps * readings.stepSeconds * Units.nanosecondsPerSecond
    var last = Int64.min
    return readings.mapSamples { sample in
      var sample = sample
      sample.nanoseconds += Int64((most * (2 * numbers.unit() - 1)).rounded())
      sample.nanoseconds = max(sample.nanoseconds, last == .min ? .min : last + 1)
      last = sample.nanoseconds
      return sample
    }
  }

  /// Means of the samples of each 25th of a second, at the mean of their times: what a sensor does
  /// that filters before it sends. Gaps stay. Nil where the rate is not higher.
  private static func averaged(_ readings: [MotionReading]) -> [MotionReading]? {
    let samples = readings.samples
    let step = readings.stepSeconds
    guard let first = samples.first, step > 0, 1 / step > lowerRateHertz * leastRateRatio else {
      return nil
    }
    let width = Int64(Units.nanosecondsPerSecond / lowerRateHertz)
    var means: [MotionReading] = []
    var bin: ArraySlice<IMUSample> = []
    for sample in samples {
      if let begun = bin.first,
        (sample.nanoseconds - first.nanoseconds) / width
          != (begun.nanoseconds - first.nanoseconds) / width
      {
        means.append(.sample(.mean(of: bin)))
        bin = []
      }
      bin.append(sample)
    }
    return bin.isEmpty ? means : means + [.sample(.mean(of: bin))]
  }
}

extension IMUSample {
  /// The mean of some samples, in time, too.
  fileprivate static func mean(of samples: ArraySlice<IMUSample>) -> IMUSample {
    let count = Double(samples.count)
    let start = samples.first?.nanoseconds ?? 0
    let later = samples.reduce(0) { $0 + Double($1.nanoseconds - start) } / count
    let rates = samples.compactMap(\.angularRate)
    return IMUSample(
      nanoseconds: start + Int64(later.rounded()),
      specificForce: samples.reduce(.zero) { $0 + $1.specificForce } / count,
      angularRate: rates.isEmpty ? nil : rates.reduce(.zero, +) / Double(rates.count))
  }
}

extension Vector3 {
  /// The unit vector along x, y or z: 0, 1 or 2.
  static func axis(_ number: Int) -> Vector3 {
    Vector3(number == 0 ? 1 : 0, number == 1 ? 1 : 0, number == 2 ? 1 : 0)
  }
}
