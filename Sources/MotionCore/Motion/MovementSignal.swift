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
/// added, for as long as it does not contradict the accelerometer; without one it is the smoothed
/// specific force. Both are smoothed by a linear-phase
/// low-pass whose latency is taken off the frames' indices.
struct MovementSignal: Sendable {
  /// Window of the smoother with a gyroscope: its first null is at 5 Hz, the lower end of tremor.
  static let gyroscopeSmoothingSeconds = 0.2

  /// Length of each of the two windows of the smoother, in seconds.
  let smoothingSeconds: Double
  private let rateHertz: Double
  private let weights: MovementWeights
  private let hasGyroscope: Bool
  private var smoother: ReflectingSmoother
  private var gravity: GravityEstimator
  private var bias: GyroscopeBias
  private var trust: GyroscopeTrust
  private var heading: LeakyHeading
  private var displacement: VerticalDisplacement
  private let latency: Int
  private var newest: UniformSample?
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
    smoothingSeconds =
      hasGyroscope ? Self.gyroscopeSmoothingSeconds : weights.accelerometerSmoothingSeconds
    smoother = ReflectingSmoother(seconds: smoothingSeconds, rateHertz: rateHertz)
    gravity = GravityEstimator(rateHertz: rateHertz)
    bias = GyroscopeBias(rateHertz: rateHertz)
    trust = GyroscopeTrust(rateHertz: rateHertz)
    heading = LeakyHeading(weights: weights, rateHertz: rateHertz)
    displacement = VerticalDisplacement(rateHertz: rateHertz)
    latency = smoother.latency
    delayedVertical = Array(repeating: 0, count: max(1, latency))
  }

  /// False once the gyroscope has contradicted the accelerometer often enough.
  var isGyroscopeTrusted: Bool { trust.isTrusted }

  /// Latency in seconds.
  var latencySeconds: Double { Double(latency) / rateHertz }

  /// Takes a uniform sample and gives the frame that is now complete; nil at the begin, where none
  /// is.
  mutating func process(_ sample: UniformSample) -> MovementFrame? {
    newest = sample
    let vertical = delayed(sample.specificForce.length)
    // A reading that lost its angular rate is one in which nothing turned further.
    let lanes =
      hasGyroscope
      ? withGyroscope(force: sample.specificForce, rate: sample.angularRate ?? .zero)
      : Self.lanes(sample.specificForce)
    return smoother.filter(lanes).map { smooth in
      frame(smooth, index: sample.index - latency, verticalForce: vertical)
    }
  }

  /// Ends the signal: the frames that the smoother still held back.
  mutating func finish() -> [MovementFrame] {
    guard let newest else { return [] }
    let values = smoother.finish()
    return zip(values, (newest.index - values.count + 1)...).map { smooth, index in
      frame(smooth, index: index, verticalForce: delayed(newest.specificForce.length))
    }
  }

  private mutating func frame(
    _ smooth: SIMD8<Double>, index: Int, verticalForce: Double
  ) -> MovementFrame {
    var value = hasGyroscope ? smooth : fromAccelerometer(smooth)
    value[MovementVector.verticalAccelerationLane] = verticalForce / Units.standardGravity
    return MovementFrame(index: index, value: MovementVector(value))
  }

  private mutating func withGyroscope(force: Vector3, rate: Vector3) -> SIMD8<Double> {
    let unbiased = bias.remove(from: rate)
    trust.process(force: force, rate: unbiased)
    let turning = trust.isTrusted ? unbiased : nil
    let down = gravity.process(force: force, rate: turning)
    return weighed(
      down, heading: heading.process(turning?.dot(down) ?? 0),
      height: displacement.process(force.dot(down)))
  }

  /// Without a gyroscope the smoothed force is gravity, and its size above gravity the vertical
  /// acceleration; the smoother comes first since the direction of a shaking vector means nothing.
  private mutating func fromAccelerometer(_ smooth: SIMD8<Double>) -> SIMD8<Double> {
    let force = Vector3(smooth[0], smooth[1], smooth[2])
    return weighed(
      force.normalized, heading: 0, height: displacement.process(force.length))
  }

  /// Holds the size of the force back by the smoother's latency, so that it fits the frame. For the
  /// shake of a step, size and vertical part of the force are the same.
  private mutating func delayed(_ force: Double) -> Double {
    let old = delayedVertical[oldestVertical]
    delayedVertical[oldestVertical] = force
    oldestVertical = (oldestVertical + 1) % delayedVertical.count
    return old
  }

  private static func lanes(_ vector: Vector3) -> SIMD8<Double> {
    SIMD8(vector.x, vector.y, vector.z, 0, 0, 0, 0, 0)
  }

  private func weighed(_ direction: Vector3, heading: Double, height: Double) -> SIMD8<Double> {
    var lanes = Self.lanes(direction)
    lanes[3] = heading * weights.heading
    lanes[MovementVector.displacementLane] = height * weights.displacementRadiansPerMetre
    return lanes
  }
}
