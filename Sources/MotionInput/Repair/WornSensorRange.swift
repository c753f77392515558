import MotionCore

/// What no sensor worn on the body reads; a row beyond it is a fault of the line or the file.
///
/// The widest ranges of such sensors are 32 g (314 m/s^2) and 4000 deg/s (70 rad/s): TDK
/// InvenSense, ICM-45686 data sheet. The limits leave room for three times as much.
enum WornSensorRange {
  /// Largest size of a component of specific force, in m/s^2.
  static let metresPerSecondSquared = 1000.0
  /// Largest size of a component of angular rate, in rad/s.
  static let radiansPerSecond = 200.0

  /// True when every component is one that a sensor can read.
  @inline(__always)
  static func contains(_ sample: IMUSample) -> Bool {
    contains(sample.specificForce) && sample.angularRate.map(contains(rate:)) ?? true
  }

  /// True for a specific force that a sensor can read.
  @inline(__always)
  static func contains(_ force: Vector3) -> Bool { force.isWithin(metresPerSecondSquared) }

  /// True for an angular rate that a sensor can read.
  @inline(__always)
  static func contains(rate: Vector3) -> Bool { rate.isWithin(radiansPerSecond) }
}

extension Vector3 {
  @inline(__always)
  fileprivate func isWithin(_ limit: Double) -> Bool {
    abs(x) <= limit && abs(y) <= limit && abs(z) <= limit
  }
}
