import Glibc
import MotionCore

/// A rotation as a unit quaternion: turns vectors of a segment's frame into its parent's.
package struct Rotation: Sendable, Hashable {
  private var scalar: Double
  private var vector: Vector3

  private init(scalar: Double, vector: Vector3) {
    self.scalar = scalar
    self.vector = vector
  }

  /// No rotation.
  package static let identity = Rotation(scalar: 1, vector: .zero)

  /// The turn about the direction of `rotationVector` by its length, in radians.
  package init(rotationVector: Vector3) {
    let angle = rotationVector.length
    // sin(x)/x by its series near zero, where the quotient is undefined
    let factor = angle > 1e-6 ? sin(angle / 2) / angle : 0.5 - angle * angle / 48
    self.init(scalar: cos(angle / 2), vector: rotationVector * factor)
  }

  /// A turn about the x axis, in radians.
  package static func aboutX(_ radians: Double) -> Rotation {
    Rotation(scalar: cos(radians / 2), vector: Vector3(sin(radians / 2), 0, 0))
  }

  /// A turn about the y axis, in radians.
  package static func aboutY(_ radians: Double) -> Rotation {
    Rotation(scalar: cos(radians / 2), vector: Vector3(0, sin(radians / 2), 0))
  }

  /// A turn about the z axis, in radians.
  package static func aboutZ(_ radians: Double) -> Rotation {
    Rotation(scalar: cos(radians / 2), vector: Vector3(0, 0, sin(radians / 2)))
  }

  /// Any rotation, all equally likely (Shoemake 1992, Graphics Gems III).
  package static func random(using random: inout SeededRandom) -> Rotation {
    let share = random.unit()
    let (a, b) = (2 * Double.pi * random.unit(), 2 * Double.pi * random.unit())
    let (low, high) = ((1 - share).squareRoot(), share.squareRoot())
    return Rotation(
      scalar: high * cos(b), vector: Vector3(low * sin(a), low * cos(a), high * sin(b)))
  }

  /// The rotation that undoes this one.
  package var inverse: Rotation { Rotation(scalar: scalar, vector: -vector) }

  /// Axis times angle, the angle between 0 and pi.
  package var rotationVector: Vector3 {
    let shorter = scalar < 0 ? Rotation(scalar: -scalar, vector: -vector) : self
    let sine = shorter.vector.length
    guard sine > 1e-12 else { return shorter.vector * 2 }
    return shorter.vector * (2 * atan2(sine, shorter.scalar) / sine)
  }

  /// How far this turns, in radians from 0 to pi.
  package var angle: Double { rotationVector.length }

  /// First `b`, then `a`.
  package static func * (a: Rotation, b: Rotation) -> Rotation {
    Rotation(
      scalar: a.scalar * b.scalar - a.vector.dot(b.vector),
      vector: b.vector * a.scalar + a.vector * b.scalar + a.vector.cross(b.vector))
  }

  /// The vector after the rotation.
  package static func * (rotation: Rotation, point: Vector3) -> Vector3 {
    let twice = rotation.vector.cross(point) * 2
    return point + twice * rotation.scalar + rotation.vector.cross(twice)
  }
}

/// Where something is and how it is turned.
package struct Pose: Sendable, Hashable {
  /// Position in the room, in metres: x forward, y left, z up.
  package var position: Vector3
  /// Turns vectors of the thing's own frame into the room's.
  package var orientation: Rotation
}

extension Double {
  /// This many degrees, in radians.
  var degrees: Double { self * Units.radiansPerDegree }
}
