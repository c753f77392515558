import MotionCore

/// A gyroscope that does not measure the turn of the accelerometer beside it: axes mounted or read
/// otherwise, another unit, another quantity.
package enum GyroscopeFault: String, Sendable, CaseIterable {
  case swappedXY = "x and y swapped"
  case swappedYZ = "y and z swapped"
  case cycled = "x, y, z read as y, z, x"
  case negatedX = "x negated"
  case negatedY = "y negated"
  case negatedZ = "z negated"
  case negated = "all negated"
  case radiansAsDegrees = "rad/s taken as deg/s"
  case degreesAsRadians = "deg/s taken as rad/s"
  case millidegrees = "mdps taken as dps"
  case gravity = "gravity in m/s^2 taken as rad/s"
  case gravityAsDegrees = "gravity in m/s^2 taken as deg/s"

  /// What kind of mistake it is.
  package enum Family: String, Sendable, CaseIterable {
    case axes = "axes swapped"
    case sign = "negated"
    case scale = "rescaled"
    case gravity = "gravity for rotation"
  }

  /// What kind of mistake it is.
  package var family: Family {
    switch self {
    case .swappedXY, .swappedYZ, .cycled: .axes
    case .negatedX, .negatedY, .negatedZ, .negated: .sign
    case .radiansAsDegrees, .degreesAsRadians, .millidegrees: .scale
    case .gravity, .gravityAsDegrees: .gravity
    }
  }

  private static let unitsPerMilliunit = 1000.0

  /// What a recording would be with this gyroscope.
  package func applied(to readings: [MotionReading]) -> [MotionReading] {
    readings.mapSamples { sample in
      sample.withRate { rate in self.reading(of: rate, beside: sample.specificForce) }
    }
  }

  /// What it reads in rad/s where a right one reads `rate` and the accelerometer `force`.
  private func reading(of rate: Vector3, beside force: Vector3) -> Vector3 {
    switch self {
    case .swappedXY: Vector3(rate.y, rate.x, rate.z)
    case .swappedYZ: Vector3(rate.x, rate.z, rate.y)
    case .cycled: Vector3(rate.y, rate.z, rate.x)
    case .negatedX: Vector3(-rate.x, rate.y, rate.z)
    case .negatedY: Vector3(rate.x, -rate.y, rate.z)
    case .negatedZ: Vector3(rate.x, rate.y, -rate.z)
    case .negated: -rate
    case .radiansAsDegrees: rate * Units.radiansPerDegree
    case .degreesAsRadians: rate / Units.radiansPerDegree
    case .millidegrees: rate * Self.unitsPerMilliunit
    case .gravity: force
    case .gravityAsDegrees: force * Units.radiansPerDegree
    }
  }
}
