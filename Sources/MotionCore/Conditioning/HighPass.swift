/// First-order high-pass: what is slower than the time constant fades away.
///
/// Discrete form of a resistor-capacitor stage (backward difference). The first sample counts as
/// the level that was always there, so a constant gives zero from the beginning.
struct HighPass: Sendable {
  private let keep: Double
  private var previousInput: Double?
  private var output = 0.0

  /// - Parameters:
  ///   - seconds: time constant, 1 / (2 pi cutoff).
  ///   - rateHertz: sample rate.
  init(seconds: Double, rateHertz: Double) {
    keep = seconds / (seconds + 1 / rateHertz)
  }

  /// Makes what is seen until now fade away from this height.
  mutating func fade(from height: Double) { output = height }

  /// Takes one sample and gives its fast part, in the same unit.
  mutating func filter(_ input: Double) -> Double {
    output = keep * (output + input - (previousInput ?? input))
    previousInput = input
    return output
  }
}
