/// Follows the direction of gravity in the sensor frame with gyroscope and accelerometer.
///
/// A complementary filter on the direction itself (Mahony, Hamel and Pflimlin 2008,
/// doi:10.1109/TAC.2008.923738, reduced to the one vector that gravity fixes): the angular rate
/// turns the estimate, the specific force pulls it slowly to where it points on average, the less
/// the more its size differs from standard gravity. Heading is not estimated. Either sign
/// convention works; the estimate then points up or down throughout.
///
/// - Latency: none. Start-up: begins with the direction that it is given.
struct GravityEstimator: Sendable {
  /// Time in which the accelerometer corrects the gyroscope, in seconds. Long against the
  /// accelerations of a repetition, short against gyroscope drift. Chosen on the corpus; 1 to 3 s
  /// make no difference there.
  static let correctionSeconds = 1.5
  /// Relative deviation from standard gravity at which the accelerometer is ignored.
  static let ignoredDeviation = 0.5

  private let step: Double
  /// The estimate, a unit vector.
  private(set) var direction: Vector3

  /// - Parameters:
  ///   - direction: where gravity points to begin with, a unit vector.
  ///   - rateHertz: rate of the samples.
  init(direction: Vector3, rateHertz: Double) {
    self.direction = direction
    step = 1 / rateHertz
  }

  /// Takes specific force (m/s^2) and bias-free angular rate (rad/s); gives the unit vector.
  mutating func process(force: Vector3, rate: Vector3) -> Vector3 {
    let turned = Self.turned(direction, by: rate * step)
    let deviation = abs(force.length / Units.standardGravity - 1)
    let trust = max(0, 1 - deviation / Self.ignoredDeviation)
    direction =
      (turned + (force.normalized - turned) * (trust * step / Self.correctionSeconds)).normalized
    return direction
  }

  /// A vector that stands still in space, seen from the sensor after it has turned by a small angle
  /// (rad); its length stays.
  static func turned(_ vector: Vector3, by angle: Vector3) -> Vector3 {
    let moved = vector + vector.cross(angle)
    let length = moved.length
    return length > 0 ? moved * (vector.length / length) : vector
  }
}
