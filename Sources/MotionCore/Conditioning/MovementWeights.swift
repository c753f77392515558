/// How the parts of the movement signal are weighed for one kind of exercise.
struct MovementWeights: Sendable, Hashable {
  /// Radians in the signal for a radian of turn about the vertical, which gravity does not show.
  var heading: Double
  /// A faster turn about the vertical is the body turning around and is not followed, in rad/s.
  var fastestTurnRadiansPerSecond: Double
  /// Time constant after which a small turn about the vertical is forgotten, in seconds.
  var headingFadeSeconds: Double
  /// A turn of this size is forgotten twice as fast as a small one, in radians.
  var largestKeptTurnRadians: Double
  /// A person who has turned this far, in radians, faces elsewhere.
  var turnAroundRadians: Double
  /// Radians in the signal for a metre of height.
  var displacementRadiansPerMetre: Double
  /// Window of the smoother where only the accelerometer tells the tilt, in seconds: the limb's own
  /// acceleration must average out.
  var accelerometerSmoothingSeconds: Double

  /// Repetitions: height matters (an arm of 0.5 m that turns by a radian moves by half a metre),
  /// heading only for as long as a repetition lasts. Chosen on the corpus: without height the
  /// lifts with a wrist that does not turn (bench, overhead press) count double.
  static let cycle = MovementWeights(
    heading: 0.7, fastestTurnRadiansPerSecond: .infinity, headingFadeSeconds: 6,
    largestKeptTurnRadians: .infinity, turnAroundRadians: .infinity, displacementRadiansPerMetre: 2,
    accelerometerSmoothingSeconds: 0.3)

  /// Positions: only what stays while they are held. A squeeze turns the arm by a few degrees in
  /// most of a second; a person who turns around would otherwise leave a trace for a minute. A squeeze
  /// turns by 40 degrees at most in all (`maximumRangeDegrees`), who walks on by more.
  static let hold = MovementWeights(
    heading: 0.7, fastestTurnRadiansPerSecond: 0.8, headingFadeSeconds: 30,
    largestKeptTurnRadians: 0.25, turnAroundRadians: 0.6, displacementRadiansPerMetre: 0,
    accelerometerSmoothingSeconds: 0.3)
}

/// Turn about the vertical relative to where the person has been facing lately.
///
/// A leaky integral of the angular rate about gravity. The leak grows with the square of the turn,
/// so that small turns stay for as long as a position is held while large ones are soon forgotten.
/// Where the person turns around, the turn is counted anew from where they come to rest: what is
/// forgotten bit by bit would look like a slow movement for half a minute.
struct LeakyHeading: Sendable {
  /// A person turns around until they turn more slowly than this, in rad/s, ...
  static let restRadiansPerSecond = 0.1
  /// ... for this long, in seconds.
  static let restSeconds = 0.5

  private let weights: MovementWeights
  private let step: Double
  private var heading = 0.0
  /// How long ago the person who turns around last turned fast, in seconds; nil while they do not.
  private var restedSeconds: Double?

  init(weights: MovementWeights, rateHertz: Double) {
    self.weights = weights
    step = 1 / rateHertz
  }

  /// Takes the bias-free angular rate about gravity in rad/s; gives the turn in radians.
  mutating func process(_ rate: Double) -> Double {
    if let rested = restedSeconds {
      let isResting = abs(rate) < Self.restRadiansPerSecond
      let now = isResting ? rested + step : 0
      restedSeconds = now < Self.restSeconds ? now : nil
      return 0
    }
    let isFollowed = abs(rate) <= weights.fastestTurnRadiansPerSecond
    let excess = heading / weights.largestKeptTurnRadians
    let leak = min(1, step / weights.headingFadeSeconds * (1 + excess * excess))
    heading += (isFollowed ? rate * step : 0) - heading * leak
    if abs(heading) > weights.turnAroundRadians { (heading, restedSeconds) = (0, 0) }
    return heading
  }
}
