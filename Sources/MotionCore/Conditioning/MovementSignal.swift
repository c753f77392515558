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
///
/// - Latency: that of the smoother, and at the start of a signal `PostureEstimator.openingSeconds`.
struct MovementSignal: Sendable {
  /// Window of the smoother with a gyroscope: its first null is at 5 Hz, the lower end of tremor.
  static let gyroscopeSmoothingSeconds = 0.2

  /// Length of each of the two windows of the smoother, in seconds.
  let smoothingSeconds: Double
  private let weights: MovementWeights
  private let hasGyroscope: Bool
  private var smoother: ReflectingSmoother
  private var estimator: PostureEstimator
  /// Sizes of the specific force that wait for their frame, in standard gravities; the first is
  /// that of the next frame.
  private var sizes = Queue<Float>()
  private var nextIndex: Int?

  /// - Parameters:
  ///   - rateHertz: rate of the uniform samples, which follow each other without a hole.
  ///   - weights: weights for the kind of exercise.
  ///   - hasGyroscope: whether the samples carry angular rate.
  ///   - bias: what is known of the gyroscope's bias; nil for nothing.
  init(
    rateHertz: Double, weights: MovementWeights, hasGyroscope: Bool, bias: GyroscopeBias? = nil
  ) {
    self.weights = weights
    self.hasGyroscope = hasGyroscope
    smoothingSeconds =
      hasGyroscope ? Self.gyroscopeSmoothingSeconds : weights.accelerometerSmoothingSeconds
    smoother = ReflectingSmoother(seconds: smoothingSeconds, rateHertz: rateHertz)
    estimator = PostureEstimator(
      rateHertz: rateHertz, weights: weights,
      bias: bias ?? GyroscopeBias(rateHertz: rateHertz))
  }

  /// What the gyroscope reads while nothing turns, as far as it is known.
  var bias: GyroscopeBias { estimator.bias }

  /// Takes a uniform sample and hands on the frames that are now complete, mostly one.
  mutating func process(_ sample: UniformSample, _ emit: (MovementFrame) -> Void) {
    if nextIndex == nil { nextIndex = sample.index }
    sizes.append(Float(sample.specificForce.length / Units.standardGravity))
    if hasGyroscope {
      // A reading that lost its angular rate is one in which nothing turned further.
      let reading = PostureEstimator.Reading(
        force: sample.specificForce, rate: sample.angularRate ?? .zero)
      estimator.process(reading).forEach { smooth($0, emit) }
    } else if let smooth = smoother.filter(Self.channels(sample.specificForce)) {
      estimate(smooth, emit)
    }
  }

  /// Ends the signal: the frames that were still held back.
  mutating func finish(_ emit: (MovementFrame) -> Void) {
    if hasGyroscope {
      for posture in estimator.finish() { smooth(posture, emit) }
      for channels in smoother.finish() { hand(channels, to: emit) }
    } else {
      for channels in smoother.finish() { estimate(channels, emit) }
      for posture in estimator.finish() { hand(weighed(posture), to: emit) }
    }
  }

  private mutating func smooth(
    _ posture: PostureEstimator.Posture, _ emit: (MovementFrame) -> Void
  ) {
    if let channels = smoother.filter(weighed(posture)) { hand(channels, to: emit) }
  }

  private mutating func estimate(_ smooth: SIMD8<Double>, _ emit: (MovementFrame) -> Void) {
    let force = Vector3(smooth[0], smooth[1], smooth[2])
    estimator.process(.init(force: force, rate: nil)).forEach { hand(weighed($0), to: emit) }
  }

  /// Hands on the next frame. For the shake of a step, size and vertical part of the force are the
  /// same.
  private mutating func hand(_ channels: SIMD8<Double>, to emit: (MovementFrame) -> Void) {
    guard let index = nextIndex, !sizes.isEmpty else { return }
    var value = MovementVector(channels)
    value[MovementVector.verticalAccelerationChannel] = sizes.removeFirst()
    nextIndex = index + 1
    emit(MovementFrame(index: index, value: value))
  }

  private static func channels(_ vector: Vector3) -> SIMD8<Double> {
    SIMD8(vector.x, vector.y, vector.z, 0, 0, 0, 0, 0)
  }

  private func weighed(_ posture: PostureEstimator.Posture) -> SIMD8<Double> {
    var channels = Self.channels(posture.gravity)
    channels[3] = posture.heading * weights.heading
    channels[MovementVector.displacementChannel] =
      posture.height * weights.displacementRadiansPerMetre
    return channels
  }
}
