/// Height of the sensor relative to its recent mean, from vertical acceleration.
///
/// Leaky double integration: high-pass, integrate, high-pass, integrate, high-pass. It shows one
/// lobe a repetition where the limb moves without turning (a press, a shoulder roll). It cannot
/// show slow changes: whatever is slower than the time constant fades.
struct VerticalDisplacement: Sendable {
  /// Time constant of each high-pass in seconds (a cutoff of 0.2 Hz). Longer ones swing in for the
  /// first repetitions, which then look unlike the others; on the corpus 0.65 to 1 s do the same,
  /// 1.3 s loses every tenth set of rows.
  static let fadeSeconds = 0.8

  private let step: Double
  private var acceleration: HighPass
  private var velocity: HighPass
  private var height: HighPass
  private var velocitySum = 0.0
  private var heightSum = 0.0

  /// - Parameters:
  ///   - level: the vertical force while nothing moves, in m/s^2.
  ///   - rateHertz: rate of the samples.
  init(level: Double, rateHertz: Double) {
    step = 1 / rateHertz
    acceleration = HighPass(seconds: Self.fadeSeconds, rateHertz: rateHertz)
    velocity = HighPass(seconds: Self.fadeSeconds, rateHertz: rateHertz)
    height = HighPass(seconds: Self.fadeSeconds, rateHertz: rateHertz)
    _ = acceleration.filter(level)
  }

  /// Takes the vertical part of the specific force in m/s^2, of either sign, and gives height in
  /// metres.
  mutating func process(_ vertical: Double) -> Double {
    velocitySum += acceleration.filter(vertical) * step
    heightSum += velocity.filter(velocitySum) * step
    return height.filter(heightSum)
  }
}
