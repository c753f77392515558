/// How the parts of the movement signal are weighed for one kind of exercise.
struct MovementWeights: Sendable, Hashable {
  /// Radians in the signal for a radian of turn about the vertical, which gravity does not show.
  var heading: Double
  /// A faster turn about the vertical is the body turning around and is not followed, in rad/s.
  var fastestTurnRadiansPerSecond: Double
  /// Time constant after which a turn about the vertical is forgotten, in seconds.
  var headingFadeSeconds: Double
  /// Radians in the signal for a metre of height.
  var displacementRadiansPerMetre: Double

  /// Repetitions: height matters (an arm of 0.5 m that turns by a radian moves by half a metre),
  /// heading only for as long as a repetition lasts. Chosen on the corpus: without height the
  /// lifts with a wrist that does not turn (bench, overhead press) count double.
  static let cycle = MovementWeights(
    heading: 0.7, fastestTurnRadiansPerSecond: .infinity, headingFadeSeconds: 6,
    displacementRadiansPerMetre: 2)

  /// Positions: only what stays while they are held. A squeeze turns the arm by a few degrees in
  /// most of a second; a person who turns around would otherwise leave a trace for a minute.
  static let hold = MovementWeights(
    heading: 0.7, fastestTurnRadiansPerSecond: 0.8, headingFadeSeconds: 30,
    displacementRadiansPerMetre: 0)
}

/// One instant of the movement signal.
struct MovementFrame: Sendable {
  /// Position on the session's grid, the filters' latency already taken off.
  var index: Int
  /// Where the sensor is in movement space.
  var value: MovementVector
}

/// Turns uniform samples into the movement signal, free of the sensor's mount and of its sign
/// convention.
///
/// With a gyroscope gravity comes from a complementary filter and the turn about the vertical is
/// added; without one it is the smoothed specific force. Both are smoothed by a linear-phase
/// low-pass whose latency is taken off the frames' indices.
struct MovementSignal: Sendable {
  /// Window of the smoother with a gyroscope: its first null is at 5 Hz, the lower end of tremor.
  static let smoothingSeconds = 0.2
  /// The same from the accelerometer alone, which must also lose the limb's own acceleration.
  static let accelerometerSmoothingSeconds = 0.3

  private let rateHertz: Double
  private let weights: MovementWeights
  private let hasGyroscope: Bool
  private var smoother: TriangularSmoother
  private var gravity: GravityEstimator
  private var bias: GyroscopeBias
  private var heading: HighPass
  private var headingSum = 0.0
  private var displacement: VerticalDisplacement
  private let latency: Int
  private var delayedVertical: [Double]
  private var oldestVertical = 0

  /// - Parameters:
  ///   - rateHertz: rate of the uniform samples.
  ///   - weights: weights for the kind of exercise.
  ///   - hasGyroscope: whether the samples carry angular rate.
  init(rateHertz: Double, weights: MovementWeights, hasGyroscope: Bool) {
    self.rateHertz = rateHertz
    self.weights = weights
    self.hasGyroscope = hasGyroscope
    smoother = TriangularSmoother(
      seconds: hasGyroscope ? Self.smoothingSeconds : Self.accelerometerSmoothingSeconds,
      rateHertz: rateHertz)
    gravity = GravityEstimator(rateHertz: rateHertz)
    bias = GyroscopeBias(rateHertz: rateHertz)
    heading = HighPass(seconds: weights.headingFadeSeconds, rateHertz: rateHertz)
    displacement = VerticalDisplacement(rateHertz: rateHertz)
    latency = Int(smoother.latency.rounded())
    delayedVertical = Array(repeating: 0, count: max(1, latency))
  }

  /// Latency in seconds.
  var latencySeconds: Double { Double(latency) / rateHertz }

  /// Takes a uniform sample and gives the frame that is now complete.
  mutating func process(_ sample: UniformSample) -> MovementFrame {
    var value =
      if hasGyroscope, let rate = sample.angularRate {
        withGyroscope(force: sample.specificForce, rate: rate)
      } else {
        fromAccelerometer(force: sample.specificForce)
      }
    value[MovementVector.verticalAccelerationLane] =
      delayed(sample.specificForce.length) / Units.standardGravity
    return MovementFrame(index: sample.index - latency, value: MovementVector(value))
  }

  private mutating func withGyroscope(force: Vector3, rate: Vector3) -> SIMD8<Double> {
    let turning = bias.remove(from: rate)
    let down = gravity.process(force: force, rate: turning)
    let turn = turning.dot(down)
    if abs(turn) <= weights.fastestTurnRadiansPerSecond { headingSum += turn / rateHertz }
    let height = displacement.process(force.dot(down))
    return smoother.filter(
      lanes(down, heading: heading.filter(headingSum), height: height))
  }

  /// Without a gyroscope the smoothed force is gravity, and its size above gravity the vertical
  /// acceleration; the smoother comes first since the direction of a shaking vector means nothing.
  private mutating func fromAccelerometer(force: Vector3) -> SIMD8<Double> {
    let smooth = smoother.filter(lanes(force, heading: 0, height: 0))
    let vector = Vector3(smooth[0], smooth[1], smooth[2])
    let height = displacement.process(vector.length)
    return lanes(vector.normalized, heading: 0, height: height)
  }

  /// Holds the size of the force back by the smoother's latency, so that it fits the frame. For the
  /// shake of a step, size and vertical part of the force are the same.
  private mutating func delayed(_ force: Double) -> Double {
    let old = delayedVertical[oldestVertical]
    delayedVertical[oldestVertical] = force
    oldestVertical = (oldestVertical + 1) % delayedVertical.count
    return old
  }

  private func lanes(_ vector: Vector3, heading: Double, height: Double) -> SIMD8<Double> {
    SIMD8(
      vector.x, vector.y, vector.z, heading * weights.heading,
      height * weights.displacementRadiansPerMetre, 0, 0, 0)
  }
}
