import MotionCore

/// The resolution of canonical recordings, to which every source rounds what it hands out.
///
/// Because readings lie on this grid before anything looks at them, a recording of a live session
/// read again is the same to the last bit, and gives the same events. The steps are a hundred
/// times finer than the noise of the sensors in field-notes.md.
package enum RecordingGrid {
  /// Step of time: that of the kernel's event clock, in nanoseconds.
  package static let nanoseconds: Int64 = 1000
  /// Steps in one m/s^2 and in one rad/s.
  package static let stepsPerUnit = 100_000.0
  /// Digits after the point that write one step.
  static let decimals = 5
  /// No sensor reads more; larger values are kept as they are.
  static let largestValue = 1e9

  /// Times beyond this are not believed, in nanoseconds (73 years, or a clock that counts from 1970
  /// until 2043): differences and sums of what is left cannot overflow.
  static let latestNanoseconds = Int64.max / 4

  /// Seconds as a time in nanoseconds; nil for what is not believed.
  static func nanoseconds(seconds: Double) -> Int64? {
    let time = (seconds * Units.nanosecondsPerSecond).rounded()
    return time.magnitude <= Double(latestNanoseconds) ? Int64(time) : nil
  }

  /// The nearest value on the grid; never a negative zero.
  @inline(__always)
  static func round(_ value: Double) -> Double {
    guard abs(value) < largestValue else { return value }
    return (value * stepsPerUnit).rounded(.toNearestOrEven) / stepsPerUnit + 0
  }

  /// The nearest time on the grid, in nanoseconds.
  static func round(nanoseconds time: Int64) -> Int64 {
    let remainder = time % nanoseconds
    let floor = time - remainder
    if remainder * 2 >= nanoseconds { return floor + nanoseconds }
    return remainder * 2 < -nanoseconds ? floor - nanoseconds : floor
  }

  /// The nearest sample on the grid.
  package static func round(_ sample: IMUSample) -> IMUSample {
    IMUSample(
      nanoseconds: round(nanoseconds: sample.nanoseconds),
      specificForce: round(sample.specificForce),
      angularRate: sample.angularRate.map(round))
  }

  private static func round(_ vector: Vector3) -> Vector3 {
    Vector3(round(vector.x), round(vector.y), round(vector.z))
  }
}
