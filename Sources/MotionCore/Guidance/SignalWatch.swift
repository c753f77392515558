/// What can be said of a signal before an exercise begins.
struct SignalWatch: Sendable {
  /// A rate is known after this time, in seconds.
  private static let shortestSeconds = 2.0
  /// Movements smaller than this are often missed without a gyroscope, in degrees (a squeeze
  /// turns the upper arm by about 10).
  private static let smallRangeDegrees = 5.0

  private var hasGyroscope = true
  private var first: Double?
  private var last = 0.0
  private var samples = 0
  private var lostSeconds = 0.0

  /// Takes the sample of this time, in seconds.
  mutating func process(_ sample: IMUSample, at seconds: Double) {
    hasGyroscope = sample.angularRate != nil
    let step = seconds - last
    if first != nil, step > Gap.limitSeconds { lostSeconds += step }
    first = first ?? seconds
    last = seconds
    samples += 1
  }

  /// What it is not good enough for in an exercise.
  func weakness(for exercise: Exercise) -> [WeakSignal] {
    var weakness: [WeakSignal] = []
    if let rateHertz, rateHertz < ReportBuilder.lowestRateHertz {
      weakness.append(.slow(rateHertz: rateHertz))
    }
    if !hasGyroscope, case .hold(let parameters) = exercise.parameters,
      parameters.minimumRangeDegrees < Self.smallRangeDegrees
    {
      weakness.append(.noGyroscope)
    }
    return weakness
  }

  private var rateHertz: Double? {
    guard let first, last - first - lostSeconds >= Self.shortestSeconds else { return nil }
    return Double(samples - 1) / (last - first - lostSeconds)
  }
}
