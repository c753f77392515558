import MotionCore

/// A gyroscope that reads a constant turn on every axis while it lies still, and a recording that
/// begins with stillness, in which that can be learned.
package struct RateBias: Sendable, Hashable {
  /// How long the sensor lies still first, in seconds.
  private static let stillSeconds = 3.0

  /// The constant turn on every axis, in degrees a second.
  package var degreesPerSecond: Double

  /// A bias from its size, in degrees a second.
  package init(degreesPerSecond: Double) { self.degreesPerSecond = degreesPerSecond }

  /// The recording with stillness before it and the bias on all of it. The same seed gives the same
  /// stillness, whatever the bias.
  package func applied(to readings: [MotionReading], seed: UInt64) -> [MotionReading] {
    var numbers = SeededNumbers(seed: seed)
    let bias = Vector3(1, 1, 1) * (degreesPerSecond * Units.radiansPerDegree)
    return AddedStillness.before(readings, seconds: Self.stillSeconds, &numbers)
      .mapSamples { $0.withRate { $0 + bias } }
  }
}
