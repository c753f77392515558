/// Tells whether a gyroscope and the accelerometer beside it speak of the same turns.
///
/// Swapped axes, a wrong unit or a broken axis turn gravity where it does not go, which is worse
/// than no gyroscope. Twice a second the change of direction that the accelerometer shows is held
/// against the one that the angular rate foretells, both averaged over a second so that quick
/// swings cancel out; a window in which the foretold change is further off than none at all is a
/// vote against the gyroscope.
struct GyroscopeTrust: Sendable {
  /// Length of the windows that are compared, in seconds.
  static let windowSeconds = 1.0
  /// Time between two comparisons, in seconds.
  static let strideSeconds = 0.5
  /// Changes below this say nothing, in radians.
  static let smallestTurn = 0.1
  /// A window in which the size of the force varies by more says nothing: there the direction of
  /// the force is not that of gravity. Root mean square, in standard gravities (walking: 0.2).
  static let largestShake = 0.08
  /// Fewest votes by which a gyroscope is judged.
  static let fewestVotes = 6.0
  /// How many votes are remembered.
  static let rememberedVotes = 20.0
  /// With more than this share of votes against it a gyroscope is not used (recorded and simulated
  /// ones that are right: under 0.25; with swapped axes: over 0.9).
  static let largestShareAgainst = 0.5

  private let step: Double
  private let stride: Int
  private var average: MovingAverage
  private var count = 0
  private var foretold = Vector3.zero
  private var previous: Vector3?
  private var votes = 0.0
  private var shareAgainst = 0.0

  init(rateHertz: Double) {
    step = 1 / rateHertz
    stride = max(1, Int(Self.strideSeconds * rateHertz))
    average = MovingAverage(length: max(1, Int(Self.windowSeconds * rateHertz)))
  }

  /// False once the gyroscope has contradicted the accelerometer often enough.
  var isTrusted: Bool { votes < Self.fewestVotes || shareAgainst <= Self.largestShareAgainst }

  /// Takes specific force (m/s^2) and bias-free angular rate (rad/s).
  mutating func process(force: Vector3, rate: Vector3) {
    let direction = force.normalized
    let turn = direction.cross(rate)
    let size = force.length / Units.standardGravity
    let mean = average.filter(
      SIMD8(direction.x, direction.y, direction.z, turn.x, turn.y, turn.z, size, size * size))
    foretold = foretold + Vector3(mean[3], mean[4], mean[5]) * step
    count += 1
    guard count == stride else { return }
    let now = Vector3(mean[0], mean[1], mean[2])
    let shake = max(0, mean[7] - mean[6] * mean[6]).squareRoot()
    if let previous, shake < Self.largestShake { vote(seen: now - previous) }
    previous = now
    foretold = .zero
    count = 0
  }

  private mutating func vote(seen: Vector3) {
    guard max(seen.length, foretold.length) > Self.smallestTurn else { return }
    let isAgainst = (seen - foretold).length > seen.length
    votes = min(votes + 1, Self.rememberedVotes)
    shareAgainst += ((isAgainst ? 1 : 0) - shareAgainst) / votes
  }
}
