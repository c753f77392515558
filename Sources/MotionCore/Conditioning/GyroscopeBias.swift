/// Estimates what a gyroscope reads while nothing turns.
///
/// Stillness shows it, whatever its size: a second and a half in which neither the angular rate nor
/// the specific force changes. The first such window says what the bias is, later ones are
/// averaged. In between, the mean of all small deviations from the estimate follows its drift:
/// breathing and tremor swing around the bias and so do not move it, and what turns faster is not
/// looked at.
///
/// - Latency: none; the estimate holds from the sample on that completes a window.
struct GyroscopeBias: Sendable {
  /// Length of a window of stillness, in seconds: shorter than any rest that a person notices,
  /// longer than the turn of a repetition.
  static let stillSeconds = 1.5
  /// Largest standard deviation of the angular rate in stillness, in rad/s (2 degrees per second:
  /// above the noise of a hand-held sensor's gyroscope, below the sway of a raised arm).
  static let stillRateRadiansPerSecond = 0.035
  /// Largest standard deviation of the specific force in stillness, in m/s^2: twice the noise of
  /// the coarsest sensor known (a DualShock 3: one step is 8.8 mg).
  static let stillForceMetresPerSecondSquared = 0.2
  /// The largest bias there is, in rad/s (34 degrees per second: an MPU-6050 may have 20, by its
  /// data sheet); what turns faster and evenly is turning.
  static let largestRadiansPerSecond = 0.7
  /// Time over which the mean is taken once so much was seen, in seconds: several breaths.
  static let averagingSeconds = 20.0
  /// The first readings weigh as if this much had been seen before, in seconds: a quarter of a
  /// breath.
  static let startSeconds = 1.0
  /// Rates that differ from the estimate by more are movement, in rad/s (5 degrees per second:
  /// above the drift to be followed and the turns of breathing, below an exercise).
  static let largestDeviationRadiansPerSecond = 0.09

  private let step: Double
  private var quietSeconds = 0.0
  private var window: MovingAverage
  private let windowLength: Int
  private var seen = 0
  /// The estimate in rad/s.
  private(set) var estimate = Vector3.zero
  /// True once stillness has shown the bias.
  private(set) var isKnown = false
  /// By how much stillness showed another bias than was estimated until then, in rad/s.
  private(set) var surprise = Vector3.zero

  /// - Parameter rateHertz: rate of the samples.
  init(rateHertz: Double) {
    step = 1 / rateHertz
    windowLength = max(2, Int(Self.stillSeconds * rateHertz))
    window = MovingAverage(length: windowLength)
  }

  /// The same knowledge, from before any sample on: what was learned late holds from the start.
  var fromTheBegin: GyroscopeBias {
    var bias = GyroscopeBias(rateHertz: 1 / step)
    bias.estimate = estimate
    bias.isKnown = isKnown
    bias.quietSeconds = isKnown ? Self.stillSeconds : 0
    return bias
  }

  /// Takes specific force (m/s^2) and angular rate (rad/s); gives the rate without the bias known
  /// so far.
  mutating func remove(from rate: Vector3, force: Vector3) -> Vector3 {
    learnFromStillness(force: force, rate: rate)
    let deviation = rate - estimate
    guard deviation.length < Self.largestDeviationRadiansPerSecond else { return deviation }
    quietSeconds = min(quietSeconds + step, Self.averagingSeconds)
    estimate = estimate + deviation * (step / max(quietSeconds, Self.startSeconds))
    return deviation
  }

  private mutating func learnFromStillness(force: Vector3, rate: Vector3) {
    let mean = window.filter(
      SIMD8(
        rate.x, rate.y, rate.z, rate.dot(rate), force.x, force.y, force.z, force.dot(force)))
    seen = min(seen + 1, windowLength)
    guard !isKnown, seen == windowLength else { return }
    let meanRate = Vector3(mean[0], mean[1], mean[2])
    let meanForce = Vector3(mean[4], mean[5], mean[6])
    guard meanRate.length < Self.largestRadiansPerSecond else { return }
    let rateVariance = mean[3] - meanRate.dot(meanRate)
    let forceVariance = mean[7] - meanForce.dot(meanForce)
    guard rateVariance < Self.stillRateRadiansPerSecond * Self.stillRateRadiansPerSecond,
      forceVariance
        < Self.stillForceMetresPerSecondSquared * Self.stillForceMetresPerSecondSquared
    else { return }
    surprise = meanRate - estimate
    estimate = meanRate
    isKnown = true
    quietSeconds = Self.stillSeconds
  }
}
