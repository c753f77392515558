/// A single movement that nothing can be compared with.
extension AxisTracker {
  /// A single movement is a set only where a rest of this length was seen on either side of it, in
  /// seconds: sitting down with the sensor on and getting up again is no movement away from a rest.
  static let loneRestSeconds = 1.0
  /// The same as a share of the movement's own length.
  static let loneRestShare = 0.05

  /// The largest movement along this axis, as a bout of one, where nothing else moved along it.
  func lone(_ judge: MovementJudge, buffer: FrameBuffer) -> Bout? {
    let candidates = [(rising, true), (falling, false)].flatMap { groups, isRising in
      groups.movements.map { (movement: $0, isRising: isRising) }
    }
    guard
      let largest = candidates.max(by: {
        $0.movement.features.range < $1.movement.features.range
      }),
      let bout = judge.lone(
        largest.movement, identity: .init(axis: id, isRising: largest.isRising, label: -1),
        buffer: buffer),
      bout.evidence > SetEvidence.loneLogOdds, isStill(beside: bout),
      isRested(beside: largest.movement, buffer: buffer, rateHertz: judge.rateHertz)
    else { return nil }
    return bout
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
