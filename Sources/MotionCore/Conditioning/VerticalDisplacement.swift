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

  /// Begins at the level and speed that leave the least height, in the mean square, over the
  /// vertical forces (m/s^2) that come next: what is not known of the time before fades away as
  /// these two, and is fitted to the first seconds by least squares.
  mutating func begin(after vertical: [Double]) {
    var moving = self
    let heights = vertical.map { moving.process($0) }
    let ofSpeed = fading(vertical.count) { $0.velocity.fade(from: 1) }
    let ofLevel = fading(vertical.count) { $0.height.fade(from: 1) }
    let (a, b, c) = (dot(ofSpeed, ofSpeed), dot(ofSpeed, ofLevel), dot(ofLevel, ofLevel))
    let (p, q) = (dot(heights, ofSpeed), dot(heights, ofLevel))
    let determinant = a * c - b * b
    // Too few samples tell the two apart: it begins at rest.
    guard determinant > Self.smallestDeterminant * a * c else { return }
    velocity.fade(from: (b * q - c * p) / determinant)
    height.fade(from: (b * p - a * q) / determinant)
  }

  /// Below this share of its largest value the determinant of the fit says nothing: numerical
  /// noise.
  private static let smallestDeterminant = 1e-6

  /// How a level or speed fades while nothing moves.
  private func fading(_ count: Int, from start: (inout VerticalDisplacement) -> Void) -> [Double] {
    var free = VerticalDisplacement(level: 0, rateHertz: 1 / step)
    start(&free)
    return (0..<count).map { _ in free.process(0) }
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
