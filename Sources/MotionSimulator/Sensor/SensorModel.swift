import MotionCore

/// What a real sensor does to the truth: noise, bias, scale error, steps, limits and timing.
package struct SensorModel: Sendable, Hashable {
  /// One three-axis instrument; `unit` is m/s^2 or rad/s.
  package struct Instrument: Sendable, Hashable {
    /// White noise, in unit/sqrt(Hz).
    package var noiseDensity: Double
    /// Standard deviation of each axis' constant error, in unit.
    package var bias: Double
    /// Growth of the bias's random walk, in unit/sqrt(s).
    package var biasWalk: Double
    /// Standard deviation of each axis' scale error, as a fraction.
    package var scaleErrorFraction: Double
    /// Smallest step, in unit.
    package var step: Double
    /// Largest reading, in unit.
    package var limit: Double
  }

  /// Name for a recording's `device` line.
  package var name: String
  /// Nominal samples a second.
  package var rateHertz: Double
  /// Standard deviation of the time stamps, in seconds.
  package var jitterSeconds: Double
  /// Standard deviation of the sensor clock's rate error, as a fraction.
  package var clockErrorFraction: Double
  /// Mean number of short dropouts a minute.
  package var dropoutsPerMinute: Double
  /// Length of a dropout, in seconds.
  package var dropoutSeconds: ClosedRange<Double>
  /// Measures specific force.
  package var accelerometer: Instrument
  /// Measures angular rate; nil where there is none.
  package var gyroscope: Instrument?
  /// True for a sensor that reads -9.81 m/s^2 along the axis that points up.
  package var isSignInverted = false
}

/// The running errors of one instrument.
struct InstrumentState: Sendable {
  private let instrument: SensorModel.Instrument
  private let noise: Double
  private let walk: Double
  private let scale: Vector3
  private var bias: Vector3

  init(_ instrument: SensorModel.Instrument, rateHertz: Double, _ random: inout SeededRandom) {
    self.instrument = instrument
    // white noise up to half the rate
    noise = instrument.noiseDensity * (rateHertz / 2).squareRoot()
    walk = instrument.biasWalk / rateHertz.squareRoot()
    scale = Vector3(1, 1, 1) + random.normalVector() * instrument.scaleErrorFraction
    bias = random.normalVector() * instrument.bias
  }

  mutating func reading(of truth: Vector3, _ random: inout SeededRandom) -> Vector3 {
    bias = bias + random.normalVector() * walk
    let raw =
      Vector3(truth.x * scale.x, truth.y * scale.y, truth.z * scale.z) + bias
      + random.normalVector() * noise
    return Vector3(stepped(raw.x), stepped(raw.y), stepped(raw.z))
  }

  private func stepped(_ value: Double) -> Double {
    let limited = min(instrument.limit, max(-instrument.limit, value))
    return instrument.step > 0
      ? (limited / instrument.step).rounded() * instrument.step : limited
  }
}

extension SeededRandom {
  mutating func normalVector() -> Vector3 { Vector3(normal(), normal(), normal()) }
}
