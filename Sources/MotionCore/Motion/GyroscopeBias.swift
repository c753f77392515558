/// Estimates what a gyroscope reads while nothing turns.
///
/// The mean of all small angular rates: of every reading at first, later of the last half minute.
/// Breathing and tremor swing around the bias and so do not move it; what turns faster is not
/// looked at. Consumer gyroscopes have a bias of up to a few degrees per second.
struct GyroscopeBias: Sendable {
  /// Time over which the mean is taken once so much was seen, in seconds: several breaths.
  static let averagingSeconds = 20.0
  /// The first readings weigh as if this much had been seen before, in seconds: a quarter of a
  /// breath.
  static let startSeconds = 1.0
  /// Rates that differ from the estimate by more are movement, in rad/s (5 degrees per second:
  /// above the bias to be found and the turns of breathing, below an exercise).
  static let largestDeviationRadiansPerSecond = 0.09

  private let step: Double
  private var quietSeconds = 0.0
  /// The estimate in rad/s.
  private(set) var estimate = Vector3.zero

  init(rateHertz: Double) { step = 1 / rateHertz }

  /// Takes an angular rate in rad/s and gives it without the bias known so far.
  mutating func remove(from rate: Vector3) -> Vector3 {
    let deviation = rate - estimate
    guard deviation.length < Self.largestDeviationRadiansPerSecond else { return deviation }
    quietSeconds = min(quietSeconds + step, Self.averagingSeconds)
    estimate = estimate + deviation * (step / max(quietSeconds, Self.startSeconds))
    return deviation
  }
}
