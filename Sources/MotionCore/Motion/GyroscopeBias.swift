/// Estimates what a gyroscope reads while nothing turns.
///
/// While both sensors are quiet for a whole window, the mean angular rate is taken for bias, if it
/// is small enough to be one (consumer gyroscopes: up to a few degrees per second).
struct GyroscopeBias: Sendable {
  /// Length of the quiet stretch that is asked for, in seconds.
  static let windowSeconds = 1.5
  /// Largest standard deviation of the angular rate at rest, in rad/s (1 degree per second: above
  /// sensor noise, below breathing with a strap on the arm).
  static let quietRadiansPerSecond = 0.017
  /// Largest rate that can be a bias, in rad/s (5 degrees per second).
  static let largestRadiansPerSecond = 0.09
  /// How fast a later window corrects an earlier one: share taken over.
  static let adoption = 0.3

  private let windowLength: Int
  private var count = 0
  private var sum = Vector3.zero
  private var squares = 0.0
  private var hasEstimate = false
  /// The estimate in rad/s; zero until a first quiet stretch.
  private(set) var estimate = Vector3.zero

  init(rateHertz: Double) { windowLength = max(2, Int(Self.windowSeconds * rateHertz)) }

  /// Takes an angular rate in rad/s and gives it without the bias known so far.
  mutating func remove(from rate: Vector3) -> Vector3 {
    count += 1
    sum = sum + rate
    squares += rate.dot(rate)
    if count == windowLength { closeWindow() }
    return rate - estimate
  }

  private mutating func closeWindow() {
    let mean = sum / Double(count)
    let variance = max(0, squares / Double(count) - mean.dot(mean))
    if variance.squareRoot() < Self.quietRadiansPerSecond,
      mean.length < Self.largestRadiansPerSecond
    {
      estimate = hasEstimate ? estimate + (mean - estimate) * Self.adoption : mean
      hasEstimate = true
    }
    count = 0
    sum = .zero
    squares = 0
  }
}
