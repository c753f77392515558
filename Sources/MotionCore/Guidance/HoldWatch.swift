/// Times the holds of a set before the detector knows the position: it needs two that are similar.
///
/// A hold runs while the sensor is still and has turned away from where it was when the set began.
/// It is a guide for the person only; what counts is what the detector finds.
struct HoldWatch: Sendable {
  /// A position nearer to the beginning than this is none, in radians (2.5 degrees, beyond
  /// breathing), whatever the exercise allows.
  static let smallestTurnRadians = 0.044
  /// The sensor must be still for this long in the position, in seconds.
  static let settlingSeconds = 0.3
  /// Coming back by this share of the way ends the hold.
  static let releaseShare = 0.5

  private let rest: Vector3
  private let leastTurn: Double
  private var held: (start: Double, turn: Double)?

  /// A watch for a set that begins with gravity in this direction.
  init(rest: Vector3, parameters: HoldParameters) {
    self.rest = rest
    leastTurn = max(
      Self.smallestTurnRadians, parameters.minimumRangeDegrees * Units.radiansPerDegree)
  }

  /// Since when the position has been held, in seconds; nil when it is not.
  var start: Double? { held?.start }

  /// Takes what is known at this time.
  mutating func process(_ stillness: StillnessWatch, at now: Double) {
    guard let direction = stillness.direction else { return }
    let turn = direction.angle(to: rest)
    if let held {
      if turn < held.turn * Self.releaseShare { self.held = nil }
    } else if turn > leastTurn, stillness.stillSeconds(at: now) >= Self.settlingSeconds {
      held = (stillness.since ?? now, turn)
    }
  }
}
