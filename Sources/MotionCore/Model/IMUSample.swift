/// One reading of a worn motion sensor, calibrated, in SI units and the sensor's own frame.
///
/// The sign convention of the specific force does not matter: the core works with a sensor that
/// reads +9.81 or -9.81 m/s^2 along the axis that points up.
public struct IMUSample: Sendable, Hashable {
  /// Time on the source's monotonic clock, in nanoseconds.
  public var nanoseconds: Int64
  /// Specific force in m/s^2: about 9.81 in size at rest.
  public var specificForce: Vector3
  /// Angular rate in rad/s, or nil for a sensor without a gyroscope.
  public var angularRate: Vector3?

  /// A sample from its parts.
  public init(nanoseconds: Int64, specificForce: Vector3, angularRate: Vector3? = nil) {
    self.nanoseconds = nanoseconds
    self.specificForce = specificForce
    self.angularRate = angularRate
  }
}

/// Physical constants and unit conversions, used at the edges only.
public enum Units {
  /// Standard gravity in m/s^2 (CGPM 1901).
  public static let standardGravity = 9.80665
  /// Radians in one degree.
  public static let radiansPerDegree = Double.pi / 180
  /// Nanoseconds in one second.
  public static let nanosecondsPerSecond = 1_000_000_000.0
}
