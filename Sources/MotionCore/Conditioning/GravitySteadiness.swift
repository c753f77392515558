import Glibc

/// Tells a gyroscope that is right from one that is wrong by the one thing that stands still.
///
/// Turned along with the gyroscope into one frame, the specific force of some seconds has gravity
/// for its mean, however the limb swings and is pulled meanwhile: what moves to and fro about a
/// place is not accelerated on average. Where axes are swapped, signs turned or units mistaken, the
/// readings are turned apart instead, and their mean is shorter than gravity. Of a limb that hardly
/// tilts this says nothing.
///
/// Units are looked at, too: with the right one gravity is steady, and turns.
struct GravitySteadiness: Sendable {
  /// How long gravity must stand still, in seconds: a repetition or two, and short against the
  /// drift of a bias that is not known.
  static let windowSeconds = 4.0
  /// Time between two windows, in seconds.
  static let strideSeconds = 2.0
  /// Fewest windows that say something.
  static let fewestWindows = 3
  /// How many windows are remembered.
  static let rememberedWindows = 15
  /// Factors by which a rate may be mistaken: degrees taken for radians and the other way round,
  /// thousandths taken for whole ones.
  static let factors = [1, 180 / Double.pi, Double.pi / 180, 0.001]
  /// In a window in which gravity, as the gyroscope has it, turns so much that its mean is longer
  /// than this, in gravities, nothing turns (25 degrees to either side: 0.97).
  static let largestTurningMean = 0.97
  /// A right gyroscope leaves gravity steady to this much of it (recorded sets of five data sets:
  /// 0.03 in 95 %, the sensors' scale included).
  static let rightDeviation = 0.04
  /// A wrong one does not by this much (recorded sets with right gyroscopes: 0.06 at the most).
  static let wrongDeviation = 0.09
  /// It is also wrong where gravity is steadier without it by this much of it.
  static let worseDeviation = 0.02
  /// Nobody turns around as fast as this for a whole window, in rad/s.
  static let fastestTurnRadiansPerSecond = 3.0

  /// What is known of a gyroscope.
  enum Finding: Sendable, Equatable {
    /// Nothing turned far enough to say.
    case unknown
    /// Gravity is steady although the sensor turns.
    case right
    /// Its rates are right when multiplied by this factor.
    case mistakenUnit(factor: Double)
    /// It contradicts the accelerometer.
    case wrong
  }

  private struct Reading: Sendable {
    var force: Vector3
    var rate: Vector3
  }

  /// How one window looks when it is turned along with a rate.
  private struct Turned: Sendable {
    /// How far the mean force is from gravity, as a share of it.
    var deviation: Double
    /// True where gravity turns in the sensor's frame.
    var isTurning: Bool
    /// True where the sensor would have to spin.
    var spins: Bool
  }

  /// How one window looks with each factor, and without the gyroscope.
  private struct Window: Sendable {
    /// How it looks with each factor.
    var turned: [Turned]
    /// The same deviation without turning anything.
    var still: Double
  }

  private let step: Double
  private let length: Int
  private let stride: Int
  private var readings: [Reading] = []
  private var windows: [Window] = []

  /// - Parameter rateHertz: rate of the samples.
  init(rateHertz: Double) {
    step = 1 / rateHertz
    length = Int(Self.windowSeconds * rateHertz)
    stride = Int(Self.strideSeconds * rateHertz)
  }

  /// Takes specific force (m/s^2) and bias-free angular rate (rad/s); true when the finding may
  /// have changed.
  mutating func process(force: Vector3, rate: Vector3) -> Bool {
    readings.append(Reading(force: force, rate: rate))
    guard readings.count == length else { return false }
    windows.append(window())
    if windows.count > Self.rememberedWindows { windows.removeFirst() }
    readings.removeFirst(stride)
    return true
  }

  /// Forgets the running window: what follows is not joined to it.
  mutating func cut() { readings.removeAll(keepingCapacity: true) }

  /// What the windows say together.
  var finding: Finding {
    if spins(0) { return mistakenUnit ?? .wrong }
    let with = Self.mean(windows.map { $0.turned[0].deviation })
    let without = Self.mean(windows.map(\.still))
    guard windows.count >= Self.fewestWindows else { return .unknown }
    if with > Self.wrongDeviation || with > without + Self.worseDeviation {
      return mistakenUnit ?? .wrong
    }
    return isSteady(0) ? .right : .unknown
  }

  /// The first other unit with which gravity is steady, and turns; nil where there is none.
  private var mistakenUnit: Finding? {
    Self.factors.indices.dropFirst().first(where: isSteady).map {
      .mistakenUnit(factor: Self.factors[$0])
    }
  }

  /// True where gravity is steady with the factor at a place although the sensor turns.
  private func isSteady(_ place: Int) -> Bool {
    let turning = windows.map { $0.turned[place] }.filter(\.isTurning)
    return !spins(place) && turning.count >= Self.fewestWindows
      && Self.mean(turning.map(\.deviation)) < Self.rightDeviation
  }

  /// True where the sensor would have to spin with the factor at a place.
  private func spins(_ place: Int) -> Bool {
    let spinning = windows.count { $0.turned[place].spins }
    return spinning >= Self.fewestWindows && 2 * spinning > windows.count
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  private func window() -> Window {
    let still = readings.reduce(Vector3.zero) { $0 + $1.force } / Double(readings.count)
    let rate = readings.reduce(Vector3.zero) { $0 + $1.rate } / Double(readings.count)
    return Window(
      turned: Self.factors.map { turned(factor: $0, meanRate: rate.length) },
      still: deviation(still))
  }

  private func deviation(_ mean: Vector3) -> Double {
    abs(mean.length / Units.standardGravity - 1)
  }

  private func turned(factor: Double, meanRate: Double) -> Turned {
    let turns = readings.map { Turn(by: $0.rate * (factor * step)) }
    var sum = Vector3.zero
    for (reading, turn) in zip(readings, turns) { sum = turn.onward(sum) + reading.force }
    // Gravity seen from the sensor, from the end of the window back to its begin.
    var direction = sum.normalized
    var directions = direction
    for turn in turns.dropFirst().reversed() {
      direction = turn.back(direction)
      directions = directions + direction
    }
    let count = Double(readings.count)
    return Turned(
      deviation: deviation(sum / count),
      isTurning: directions.length / count < Self.largestTurningMean,
      spins: factor * meanRate > Self.fastestTurnRadiansPerSecond)
  }

  /// A turn of the sensor by any angle (Rodrigues' formula).
  private struct Turn: Sendable {
    private var axis = Vector3.zero
    private var (sine, cosine) = (0.0, 1.0)

    /// - Parameter angle: along the axis, in radians.
    init(by angle: Vector3) {
      let size = angle.length
      guard size > 0 else { return }
      axis = angle / size
      (sine, cosine) = (sin(size), cos(size))
    }

    /// A vector that stands still in space, seen from the sensor after it.
    func onward(_ vector: Vector3) -> Vector3 { seen(vector, sine) }

    /// The same before it.
    func back(_ vector: Vector3) -> Vector3 { seen(vector, -sine) }

    private func seen(_ vector: Vector3, _ sine: Double) -> Vector3 {
      vector * cosine + vector.cross(axis) * sine + axis * (axis.dot(vector) * (1 - cosine))
    }
  }
}
