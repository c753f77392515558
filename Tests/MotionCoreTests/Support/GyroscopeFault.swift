@testable import MotionCore

/// A gyroscope that does not fit the accelerometer beside it.
enum GyroscopeFault: String, CaseIterable, Sendable {
  case swappedAxes, oppositeSign, degreesForRadians

  /// What it reads where a right one reads `rate`.
  func applied(to rate: Vector3) -> Vector3 {
    switch self {
    case .swappedAxes: Vector3(rate.y, rate.x, rate.z)
    case .oppositeSign: -rate
    case .degreesForRadians: rate / Units.radiansPerDegree
    }
  }

  /// The sample with what it reads.
  func applied(to sample: IMUSample) -> IMUSample {
    IMUSample(
      nanoseconds: sample.nanoseconds, specificForce: sample.specificForce,
      angularRate: sample.angularRate.map(applied))
  }
}
