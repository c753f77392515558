/// Follows the direction of gravity in the sensor frame with gyroscope and accelerometer.
///
/// A complementary filter on the direction itself (Mahony, Hamel and Pflimlin 2008,
/// doi:10.1109/TAC.2008.923738, reduced to the one vector that gravity fixes): the angular rate
/// turns the estimate, the specific force pulls it slowly to where it points on average, the less
/// the more its size differs from standard gravity. Heading is not estimated. Either sign
/// convention works; the estimate then points up or down throughout.
///
/// - Latency: none. Start-up: begins at the first sample's direction and trusts the accelerometer
///   more during the first second.
struct GravityEstimator: Sendable {
  /// Time in which the accelerometer corrects the gyroscope, in seconds. Long against the
  /// accelerations of a repetition, short against gyroscope drift. Chosen on the corpus; 1 to 3 s
  /// make no difference there.
  static let correctionSeconds = 1.5
  /// The same during start-up, and where the angular rate is not known.
  static let startSeconds = 0.3
  /// Length of the start-up.
  static let startUpSeconds = 1.0
  /// Relative deviation from standard gravity at which the accelerometer is ignored.
  static let ignoredDeviation = 0.5

  private let step: Double
  private var direction: Vector3?
  private var age = 0.0

  /// - Parameter rateHertz: rate of the samples.
  init(rateHertz: Double) { step = 1 / rateHertz }

  /// Takes specific force (m/s^2) and bias-free angular rate (rad/s, nil where it is not to be
  /// trusted); gives the unit vector.
  mutating func process(force: Vector3, rate: Vector3?) -> Vector3 {
    let measured = force.normalized
    guard let previous = direction else {
      direction = measured
      return measured
    }
    let turned = previous + previous.cross(rate ?? .zero) * step
    let deviation = abs(force.length / Units.standardGravity - 1)
    let trust = max(0, 1 - deviation / Self.ignoredDeviation)
    let isStart = age < Self.startUpSeconds || rate == nil
    let seconds = isStart ? Self.startSeconds : Self.correctionSeconds
    age += step
    let estimate = (turned + (measured - turned) * (trust * step / seconds)).normalized
    direction = estimate
    return estimate
  }
}
