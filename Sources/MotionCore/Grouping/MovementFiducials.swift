/// What judging a group needs of each of its movements, side by side and small: it is read often.
struct MovementFiducials: Sendable {
  /// Frames at which it leaves the rest, is at its peak, and is back.
  let start, peak, end: Int
  /// Size along the axis, in radians or their equivalent.
  let range: Float
  /// How far it went, in radians that the sensor turned or their equivalent.
  let angle: Float
  /// Logarithm of the frames from start to end.
  let logDuration: Float
  /// The length that the limits speak of, in seconds.
  let seconds: Double
  /// Frames of the way out and of the way back.
  let out, back: Int
  /// How much of the time away from rest is spent on the plateau.
  let plateauShare: Double
  /// True when its rest was seen on one side only.
  let runsOn: Bool
  /// True when it looks like a stride.
  let isStride: Bool
  /// True when the signal broke off before it was back.
  let isUnfinished: Bool
  /// True when it could be a full repetition by its size and length.
  let canRepeat: Bool

  init(_ movement: Movement, rules: MovementRules, rateHertz: Double) {
    (start, peak, end) = (movement.start, movement.peak, movement.end)
    range = movement.size.range
    angle = movement.rangeRadians
    logDuration = movement.size.logDuration
    seconds = rules.length(of: movement, rateHertz: rateHertz)
    (out, back) = (movement.plateauStart - movement.start, movement.end - movement.plateauEnd)
    plateauShare = movement.plateauShare
    runsOn = movement.runsOn
    isStride = movement.step.isStride
    isUnfinished = movement.isUnfinished
    canRepeat = MovementGroups.canRepeat(movement, rules: rules, rateHertz: rateHertz)
  }
}
