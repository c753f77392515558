/// Says how the sensor is turned and how high it is, from specific force and angular rate.
///
/// What a filter is told of the time before a signal decides what it says of the first seconds,
/// so these are held back and looked at as a whole: a set may begin with the recording, or right
/// behind a gap. Gravity is at first where the specific force points on average over them, each
/// reading turned along with the gyroscope, which accelerations to and fro do not move; from their
/// end it is followed back to their begin. Height begins at whatever level and speed leave the
/// least movement.
///
/// - Latency: none, once `openingSeconds` have been seen or the signal has ended.
struct PostureEstimator: Sendable {
  /// How much of the start is looked at first, in seconds: one repetition or more, and no longer
  /// than the search for an axis waits anyway.
  static let openingSeconds = 3.0
  /// How far the size of gravity may seem to be from standard gravity, as a share of it: a sensor's
  /// error of scale. More than that is movement.
  static let largestScaleError = 0.05

  /// What is measured at one instant.
  struct Reading: Sendable {
    /// Specific force in m/s^2.
    var force: Vector3
    /// Angular rate in rad/s; nil without a gyroscope.
    var rate: Vector3?
  }

  /// How the sensor is turned and how high it is.
  struct Posture: Sendable {
    /// Unit vector along gravity in the sensor frame, of either sign.
    var gravity: Vector3
    /// Turn about the vertical, in radians.
    var heading: Double
    /// Height in metres.
    var height: Double
  }

  private let rateHertz: Double
  private let weights: MovementWeights
  private let openingLength: Int
  private var opening: [Reading] = []
  private var filters: Filters?
  /// What the gyroscope reads while nothing turns.
  private(set) var bias: GyroscopeBias

  /// - Parameters:
  ///   - rateHertz: rate of the readings.
  ///   - weights: how long a turn about the vertical is remembered.
  ///   - bias: what is known of the gyroscope's bias.
  init(rateHertz: Double, weights: MovementWeights, bias: GyroscopeBias) {
    self.rateHertz = rateHertz
    self.weights = weights
    openingLength = max(1, Int(Self.openingSeconds * rateHertz))
    self.bias = bias
  }

  /// What a reading brings.
  enum Output: Sendable {
    /// Nothing yet.
    case waiting
    /// The posture at the reading.
    case next(Posture)
    /// The postures at all readings that were held back, oldest first.
    case opened([Posture])

    /// Hands on each posture; no array is made for the usual one.
    func forEach(_ body: (Posture) -> Void) {
      switch self {
      case .waiting: break
      case .next(let posture): body(posture)
      case .opened(let postures): postures.forEach(body)
      }
    }
  }

  /// Takes the next reading.
  mutating func process(_ reading: Reading) -> Output {
    guard filters == nil else { return .next(estimate(unbiased(reading))) }
    opening.append(reading)
    return opening.count == openingLength ? .opened(open()) : .waiting
  }

  /// Ends the signal: what was held back.
  mutating func finish() -> [Posture] { filters == nil ? open() : [] }

  private mutating func unbiased(_ reading: Reading) -> Reading {
    guard let rate = reading.rate else { return reading }
    return Reading(force: reading.force, rate: bias.remove(from: rate, force: reading.force))
  }

  private mutating func open() -> [Posture] {
    guard !opening.isEmpty else { return [] }
    for reading in opening { _ = unbiased(reading) }
    let readings = opening.map { reading in
      Reading(force: reading.force, rate: reading.rate.map { $0 - bias.estimate })
    }
    opening = []
    filters = rewound(begin(readings), over: readings)
    return readings.map { estimate($0) }
  }

  /// Filters as they stand at the end of some readings.
  private func begin(_ readings: [Reading]) -> Filters {
    var sum = Vector3.zero
    for reading in readings {
      sum = GravityEstimator.turned(sum, by: (reading.rate ?? .zero) / rateHertz) + reading.force
    }
    let gravity = sum.normalized
    let margin = Self.largestScaleError * Units.standardGravity
    // Without a gyroscope nothing is turned along, and turns would cancel out.
    let whole =
      readings.first?.rate == nil ? readings.reduce(0) { $0 + $1.force.length } : sum.length
    let size = whole / Double(readings.count)
    let level = min(max(size, Units.standardGravity - margin), Units.standardGravity + margin)
    return Filters(
      gravity: GravityEstimator(direction: gravity, rateHertz: rateHertz),
      heading: LeakyHeading(weights: weights, rateHertz: rateHertz),
      displacement: VerticalDisplacement(level: level, rateHertz: rateHertz))
  }

  /// Filters that stand at the end of some readings as they would have stood at their begin.
  private func rewound(_ end: Filters, over readings: [Reading]) -> Filters {
    var start = end
    for reading in readings.reversed() {
      guard let rate = reading.rate else { break }
      _ = start.gravity.process(force: reading.force, rate: -rate)
    }
    var trial = start
    start.displacement.begin(after: readings.map { trial.verticalForce(of: $0) })
    return start
  }

  private mutating func estimate(_ reading: Reading) -> Posture {
    filters?.estimate(reading)
      ?? Posture(gravity: reading.force.normalized, heading: 0, height: 0)
  }
}

/// The filters of a signal that has begun.
private struct Filters: Sendable {
  var gravity: GravityEstimator
  var heading: LeakyHeading
  var displacement: VerticalDisplacement

  mutating func estimate(_ reading: PostureEstimator.Reading) -> PostureEstimator.Posture {
    let height = displacement.process(verticalForce(of: reading))
    guard let rate = reading.rate else {
      return .init(gravity: reading.force.normalized, heading: 0, height: height)
    }
    return .init(
      gravity: gravity.direction, heading: heading.process(rate.dot(gravity.direction)),
      height: height)
  }

  /// The part of the specific force along gravity, in m/s^2; takes the estimate of gravity on to
  /// the reading.
  mutating func verticalForce(of reading: PostureEstimator.Reading) -> Double {
    // Smoothed beforehand, the force is gravity, and its size above gravity the acceleration.
    guard let rate = reading.rate else { return reading.force.length }
    return reading.force.dot(gravity.process(force: reading.force, rate: rate))
  }
}
