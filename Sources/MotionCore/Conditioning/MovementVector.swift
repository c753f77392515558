/// One instant of the movement signal, every channel in radians or their equivalent.
///
/// Channels 0 to 2: direction of gravity in the sensor frame (a unit vector, so that small changes
/// are radians of tilt). Channel 3: turn about the vertical, weighted. Channel 4: vertical
/// displacement, weighted. Channel 5 rides along and is no part of the movement: vertical
/// acceleration in standard gravities, unsmoothed, by which steps are known. Channels 6 and 7 are
/// zero and round the vector up to a register's size.
public typealias MovementVector = SIMD8<Float>

extension SIMD8<Float> {
  /// Scalar product over all channels; asked for at every frame and axis, so always inlined.
  @inline(__always)
  func dot(_ other: Self) -> Float { (self * other).sum() }

  /// Euclidean length over all channels.
  var length: Float { dot(self).squareRoot() }

  /// The channels that are movement: all but the vertical acceleration.
  var movement: Self {
    var value = self
    value[Self.verticalAccelerationChannel] = 0
    return value
  }

  /// Where the vertical displacement is.
  static let displacementChannel = 4

  /// Where the vertical acceleration rides.
  static let verticalAccelerationChannel = 5

  /// The direction of gravity, channels 0 to 2.
  var gravity: Vector3 { Vector3(Double(self[0]), Double(self[1]), Double(self[2])) }
}
