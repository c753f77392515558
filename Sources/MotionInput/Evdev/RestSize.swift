import MotionCore

/// Finds the size of the acceleration at rest, which is 1 g: the scale of a sensor that states
/// none, and the proof of one that does.
///
/// The offset of each axis goes into the result; a few percent are to be expected.
struct RestSize {
  /// How long the sensor must lie still, in nanoseconds.
  static let restNanoseconds: Int64 = 1_000_000_000
  /// Share of its size by which the acceleration may change at rest: noise and rounding of a
  /// Wii Remote, where 1 g is about 100 units, are a third of this.
  static let stillFraction = 0.05

  private struct Rest {
    let first: IMUSample
    var sizes = 0.0
    var samples = 0
  }

  private var rest: Rest?

  /// Takes a sample; returns the mean size in g once the sensor has lain still for long enough.
  mutating func take(_ sample: IMUSample) -> Double? {
    var current = rest ?? Rest(first: sample)
    let change = (sample.specificForce - current.first.specificForce).length
    if change > Self.stillFraction * current.first.specificForce.length {
      current = Rest(first: sample)
    }
    current.sizes += sample.specificForce.length / Units.standardGravity
    current.samples += 1
    rest = current
    guard sample.nanoseconds - current.first.nanoseconds >= Self.restNanoseconds else { return nil }
    return current.sizes / Double(current.samples)
  }
}
