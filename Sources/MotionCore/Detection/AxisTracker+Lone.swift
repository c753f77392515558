/// A single movement that nothing can be compared with.
extension AxisTracker {
  /// A single movement is a set only where a rest of this length was seen on either side of it, in
  /// seconds: sitting down with the sensor on and getting up again is no movement away from a rest.
  static let loneRestSeconds = 1.0
  /// The same as a share of the movement's own length.
  static let loneRestShare = 0.05

  /// The largest movement along this axis, as a bout of one, where nothing else moved along it.
  func lone(_ judge: MovementJudge, buffer: FrameBuffer) -> Bout? {
    guard
      let largest = singles.max(by: {
        $0.movement.features.range < $1.movement.features.range
      }),
      let bout = judge.lone(largest.movement, identity: largest.identity, buffer: buffer),
      bout.evidence > SetEvidence.loneLogOdds, isStill(beside: bout),
      isRested(beside: largest.movement, buffer: buffer, rateHertz: judge.rateHertz)
    else { return nil }
    return bout
  }

  /// Each movement along this axis that could be the exercise by itself, as a bout of one.
  func possible(_ judge: MovementJudge, buffer: FrameBuffer) -> [Bout] {
    singles.compactMap { judge.lone($0.movement, identity: $0.identity, buffer: buffer) }
  }

  /// Every movement, with the identity of a bout of which it is the only one.
  private var singles: [(movement: Movement, identity: Bout.Identity)] {
    [(rising, true), (falling, false)].flatMap { groups, isRising in
      groups.movements.map { ($0, .init(axis: id, isRising: isRising, label: -1)) }
    }
  }

  private func isRested(beside lone: Movement, buffer: FrameBuffer, rateHertz: Double) -> Bool {
    let least = max(
      Self.loneRestSeconds * rateHertz, Self.loneRestShare * Double(lone.end - lone.start))
    return Double(min(lone.start, buffer.end - lone.end)) >= least
  }

  /// True when nothing but twitches moved along this axis while a bout of one did not.
  func isStill(beside bout: Bout) -> Bool {
    (rising.movements + falling.movements).allSatisfy { movement in
      movement.features.range < Self.twitchShare * bout.usualRange
        || bout.movements.contains { $0.movement.overlaps(movement) }
    }
  }
}
