@testable import MotionCore
import MotionSimulator

/// A sensor that follows a course by turning about one axis of the room: the plainest movement
/// that there is, with every figure known.
struct WornSensor: Sendable {
  var rateHertz = 50.0
  var hasGyroscope = true
  /// How the sensor sits: its own frame against that of the limb.
  var mount = Rotation.identity
  /// True for a sensor that reads -9.81 m/s^2 along the axis that points up.
  var isSignInverted = false
  /// The axis in the room; x and y are horizontal, z points up.
  var axis = Vector3(1, 0, 0)
  /// Standard deviation of the specific force, in m/s^2; a tenth of it, in rad/s, of the rate.
  var noise = 0.0
  /// Standard deviation of the time stamps as a share of the sample interval.
  var jitterFraction = 0.0
  /// Time stamp of the first sample.
  var startNanoseconds: Int64 = 0
  var seed: UInt64 = 1

  /// The samples of the whole course.
  func samples(_ course: Course) -> [IMUSample] {
    var random = SeededRandom(seed: seed)
    return (0...Int(course.seconds * rateHertz)).map { index in
      let time = Double(index) / rateHertz
      let shift = index == 0 ? 0 : random.varied(1, by: jitterFraction) - 1
      let stamp = (time + shift / rateHertz) * Units.nanosecondsPerSecond
      return sample(course, at: time, stamp: Int64(stamp.rounded()), &random)
    }
  }

  /// Upward specific force and angular rate in the sensor's frame.
  func truth(_ course: Course, at time: Double) -> (force: Vector3, rate: Vector3) {
    let state = course.state(at: time)
    let orientation = Rotation(rotationVector: axis * state.angle) * mount
    let up = Vector3(0, 0, Units.standardGravity) * (isSignInverted ? -1 : 1)
    return (orientation.inverse * up, orientation.inverse * (axis * state.rate))
  }

  private func sample(
    _ course: Course, at time: Double, stamp: Int64, _ random: inout SeededRandom
  ) -> IMUSample {
    let (force, rate) = truth(course, at: time)
    return IMUSample(
      nanoseconds: startNanoseconds + stamp,
      specificForce: force + Self.normal(&random) * noise,
      angularRate: hasGyroscope ? rate + Self.normal(&random) * (noise / 10) : nil)
  }

  private static func normal(_ random: inout SeededRandom) -> Vector3 {
    Vector3(random.normal(), random.normal(), random.normal())
  }
}

extension WornSensor {
  /// Sensors that sit in some other way each.
  static let mounts: [Rotation] = {
    var random = SeededRandom(seed: 11)
    return (0..<4).map { _ in Rotation.random(using: &random) }
  }()

  /// The samples as uniform ones, as the resampler gives them at the same rate.
  func uniform(_ course: Course) -> [UniformSample] {
    samples(course).enumerated().map {
      UniformSample(
        index: $0.offset, specificForce: $0.element.specificForce,
        angularRate: $0.element.angularRate)
    }
  }
}
