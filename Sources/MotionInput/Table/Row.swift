import MotionCore

/// One row of a recording as it was read, in SI units; what stands not in it is not a number.
struct Row: Equatable {
  var nanoseconds: Int64
  /// Specific force in m/s^2.
  var force: Vector3
  /// Angular rate in rad/s, or in the unit that is yet to be found.
  var rate: Vector3
  /// Where it stands.
  var line: Int

  /// A vector that is not there.
  static let nothing = Vector3(.nan, .nan, .nan)

  var hasForce: Bool { !force.x.isNaN }
  var hasRate: Bool { !rate.x.isNaN }
}
