/// Since when a worn sensor has been still, apart from breathing and tremor.
///
/// Specific force and angular rate are smoothed (first-order low-pass), so that tremor averages
/// out; the sensor is still while the smoothed force keeps its direction and nothing turns.
/// Samples may come at any rate; one that is not finite is left out.
struct StillnessWatch: Sendable {
  /// Time constant of the smoothing, in seconds: several periods of tremor (5 to 12 Hz), short
  /// against a repetition.
  static let smoothingSeconds = 0.4
  /// Directions that differ by more are a movement, in radians (4 degrees): breathing turns a
  /// sensor on the upper body by about 1 degree.
  static let largestTurnRadians = 0.07
  /// Faster turns are a movement, in rad/s (9 degrees a second): the bias of a gyroscope is a few
  /// degrees a second.
  static let largestRate = 0.16

  private var force: Vector3?
  private var rate = Vector3.zero
  private var anchor: Vector3?
  private var last = 0.0
  /// Time since which nothing has moved, in the caller's seconds; nil before the first sample.
  private(set) var since: Double?

  /// Where gravity points in the sensor frame, smoothed; nil before the first sample.
  var direction: Vector3? { force?.normalized }

  /// How long nothing has moved, in seconds.
  func stillSeconds(at now: Double) -> Double { since.map { now - $0 } ?? 0 }

  /// Takes the sample of this time, in seconds.
  mutating func process(_ sample: IMUSample, at now: Double) {
    guard sample.specificForce.isFinite, sample.angularRate?.isFinite ?? true else { return }
    let step = max(0, now - last)
    last = now
    let share = step / (Self.smoothingSeconds + step)
    let previous = force ?? sample.specificForce
    let smooth = previous + (sample.specificForce - previous) * share
    force = smooth
    rate = rate + ((sample.angularRate ?? .zero) - rate) * share
    let direction = smooth.normalized
    let isMoving =
      rate.length > Self.largestRate
      || (anchor.map { direction.angle(to: $0) > Self.largestTurnRadians } ?? true)
    if isMoving { (anchor, since) = (direction, now) }
  }
}
