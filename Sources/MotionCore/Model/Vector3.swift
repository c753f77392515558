import Glibc

/// Three components along the sensor's own x, y and z axes; the unit is the holder's.
public struct Vector3: Sendable, Hashable {
  /// Component along the sensor's x axis.
  public var x: Double
  /// Component along the sensor's y axis.
  public var y: Double
  /// Component along the sensor's z axis.
  public var z: Double

  /// A vector from its three components.
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The zero vector.
  public static let zero = Vector3(0, 0, 0)

  /// Euclidean length, in the unit of the components.
  public var length: Double { dot(self).squareRoot() }

  /// True when no component is NaN or infinite.
  public var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }

  /// Scalar product.
  public func dot(_ other: Vector3) -> Double { x * other.x + y * other.y + z * other.z }

  /// Vector product, right handed.
  public func cross(_ other: Vector3) -> Vector3 {
    Vector3(
      y * other.z - z * other.y,
      z * other.x - x * other.z,
      x * other.y - y * other.x)
  }

  /// Angle to another vector, in radians; 90 degrees to the zero vector.
  func angle(to other: Vector3) -> Double {
    acos(max(-1, min(1, normalized.dot(other.normalized))))
  }

  /// The vector of length 1 in the same direction, or zero for the zero vector.
  public var normalized: Vector3 {
    let size = length
    return size > 0 ? self / size : .zero
  }

  /// Component-wise sum.
  public static func + (a: Vector3, b: Vector3) -> Vector3 {
    Vector3(a.x + b.x, a.y + b.y, a.z + b.z)
  }

  /// Component-wise difference.
  public static func - (a: Vector3, b: Vector3) -> Vector3 {
    Vector3(a.x - b.x, a.y - b.y, a.z - b.z)
  }

  /// The opposite vector.
  public static prefix func - (a: Vector3) -> Vector3 { Vector3(-a.x, -a.y, -a.z) }

  /// Scaled by a factor.
  public static func * (a: Vector3, factor: Double) -> Vector3 {
    Vector3(a.x * factor, a.y * factor, a.z * factor)
  }

  /// Divided by a divisor.
  public static func / (a: Vector3, divisor: Double) -> Vector3 {
    Vector3(a.x / divisor, a.y / divisor, a.z / divisor)
  }
}
