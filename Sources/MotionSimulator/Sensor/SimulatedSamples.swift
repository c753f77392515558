import MotionCore

/// The readings of a simulated recording, computed one by one as they are asked for.
package struct SimulatedSamples: Sequence, Sendable {
  let path: SensorPath
  let sensor: SensorModel
  /// The part of the path's time that is recorded; its beginning is the recording's zero.
  let window: ClosedRange<Double>
  let gaps: [ClosedRange<Double>]
  let random: SeededRandom

  /// The readings from the first on, the same each time.
  package func makeIterator() -> Iterator { Iterator(self) }

  /// Computes one reading after the other.
  package struct Iterator: IteratorProtocol {
    private let samples: SimulatedSamples
    private var random: SeededRandom
    private var accelerometer: InstrumentState
    private var gyroscope: InstrumentState?
    private let period: Double
    private var index = 0
    private var lastStamp: Int64?
    private var dropout: ClosedRange<Double>

    init(_ samples: SimulatedSamples) {
      self.samples = samples
      let sensor = samples.sensor
      var random = samples.random
      accelerometer = InstrumentState(
        sensor.accelerometer, rateHertz: sensor.rateHertz, &random)
      gyroscope = sensor.gyroscope.map {
        InstrumentState($0, rateHertz: sensor.rateHertz, &random)
      }
      period = (1 + sensor.clockErrorFraction * random.normal()) / sensor.rateHertz
      dropout = sensor.nextDropout(after: 0, &random)
      self.random = random
    }

    /// The next reading, or nil at the end of the recording.
    package mutating func next() -> IMUSample? {
      while true {
        let time = Double(index) * period
        let pathTime = samples.window.lowerBound + time
        guard pathTime <= samples.window.upperBound else { return nil }
        let sample = reading(of: samples.path.truth(at: pathTime), at: time)
        index += 1
        if time > dropout.upperBound {
          dropout = samples.sensor.nextDropout(after: time, &random)
        }
        let isLost = dropout.contains(time) || samples.gaps.contains { $0.contains(pathTime) }
        if isLost && index > 1 { continue }
        return sample
      }
    }

    private mutating func reading(of truth: SensorTruth, at time: Double) -> IMUSample {
      let sign = samples.sensor.isSignInverted ? -1.0 : 1.0
      let force = accelerometer.reading(of: truth.specificForce * sign, &random)
      let rate = gyroscope?.reading(of: truth.angularRate, &random)
      // the first sample defines time zero
      let jitter = index == 0 ? 0 : random.varied(1, by: samples.sensor.jitterSeconds) - 1
      let stamp = Int64(((time + jitter) * Units.nanosecondsPerSecond).rounded())
      let next = Swift.max(stamp, (lastStamp ?? -1) + 1)
      lastStamp = next
      return IMUSample(nanoseconds: next, specificForce: force, angularRate: rate)
    }
  }
}

extension SensorModel {
  fileprivate func nextDropout(
    after time: Double, _ random: inout SeededRandom
  ) -> ClosedRange<Double> {
    guard dropoutsPerMinute > 0 else { return Double.infinity...Double.infinity }
    let start = time + random.uniform(0.2...1.8) * 60 / dropoutsPerMinute
    return start...(start + random.uniform(dropoutSeconds))
  }
}

/// What a sensor without error would read.
package struct SensorTruth: Sendable, Hashable {
  /// Acceleration less gravity in the sensor's frame, in m/s^2.
  package var specificForce: Vector3
  /// Turn in the sensor's frame, in rad/s.
  package var angularRate: Vector3
}

extension SensorPath {
  /// Half the width of the difference quotients: an inner rate of 1 kHz, at which the smooth
  /// courses of the joints leave errors below 1e-4 of the values.
  private static let stepSeconds = 0.001

  /// The second derivative of the position, less gravity, and the derivative of the orientation.
  func truth(at time: Double) -> SensorTruth {
    let step = Self.stepSeconds
    let (before, here, after) = (pose(at: time - step), pose(at: time), pose(at: time + step))
    let acceleration =
      (after.position - here.position * 2 + before.position) / (step * step)
    let turn = before.orientation.inverse * after.orientation
    return SensorTruth(
      specificForce: here.orientation.inverse
        * (acceleration + Vector3(0, 0, Units.standardGravity)),
      angularRate: turn.rotationVector / (2 * step))
  }
}
