/// What became of a single movement, compared with its group.
extension MovementClassifier {
  /// A position that is taken and left again without staying there this share of the time is not
  /// held (a swing to and fro, as in breathing: 0.42; a simulated hold of 5 s: 0.85).
  static let smallestHeldShare = 0.5

  /// Steps of one walk follow each other within this time, in seconds: half a step.
  static let strideGapSeconds = 0.5

  /// How far a movement goes, as a share of what is usual in its set, or for this person where that
  /// is known and more.
  func share(of fiducials: MovementFiducials, in usualRange: Float) -> Float {
    let ofSet = TurnShare.share(of: fiducials.range, in: usualRange)
    return rules.personalRange > 0 ? min(ofSet, fiducials.angle / rules.personalRange) : ofSet
  }

  /// Why a movement of this share of the usual range is partial.
  static func partialReason(_ ratio: Float) -> VerdictReason {
    .partOfRange(percent: Int((ratio * 100).rounded()))
  }

  /// What became of a movement, and why; nil for what is not listed.
  ///
  /// - Parameters:
  ///   - isAlike: true where it resembles the group in tempo and size as well.
  ///   - ratio: its size along the axis, as a multiple of the usual one.
  ///   - share: how far it went, as a share of what is usual for the set or the person.
  func outcome(
    _ fiducials: MovementFiducials, isAlike: Bool, isSimilar: Bool, isInside: Bool,
    isStriding: Bool, ratio: Float, share: Float
  ) -> (verdict: Verdict, reason: VerdictReason?)? {
    guard ratio >= Self.listedRangeRatio else { return nil }
    if fiducials.isStride, !isStriding, !(isInside && isAlike) {
      return (.notLikeTheOthers, .walkingSwing)
    }
    if fiducials.isUnfinished {
      guard share >= rules.partialRangeRatio, ratio <= Self.largestRangeRatio else { return nil }
      return (.unfinished, .brokenOff)
    }
    guard isSimilar, ratio <= Self.largestRangeRatio, !(rules.isHold && fiducials.runsOn) else {
      return (.notLikeTheOthers, .dissimilar)
    }
    if share < rules.partialRangeRatio { return (.partial, Self.partialReason(share)) }
    guard fiducials.angle >= rules.range.lowerBound else {
      return (.partial, .smallerThanExercise)
    }
    guard !rules.isHold || fiducials.plateauShare >= Self.smallestHeldShare else {
      return (.notLikeTheOthers, .notHeld)
    }
    let isAllowed = rules.seconds.contains(fiducials.seconds)
    if !rules.isHold, isInside || isAllowed, fiducials.seconds < rules.tooFastSeconds {
      return (.tooFast, .fast)
    }
    guard isAllowed else {
      return (.notLikeTheOthers, .unusualLength)
    }
    return (.ok, nil)
  }

  /// A quick movement right beside a stride is another step of the same walk, though the bounce of
  /// its steps is not seen: the first and the last ones of a walk have none.
  func markSteps(in movements: inout [ClassifiedMovement]) {
    let gap = Int(Self.strideGapSeconds * rateHertz)
    func mark(_ index: Int, beside other: Int) {
      let (earlier, later) = (movements[min(index, other)], movements[max(index, other)])
      guard movements[index].verdict == .tooFast, movements[other].reason == .walkingSwing,
        later.movement.start - earlier.movement.end <= gap
      else { return }
      (movements[index].verdict, movements[index].reason) = (.notLikeTheOthers, .walkingSwing)
    }
    for index in movements.indices.dropFirst() { mark(index, beside: index - 1) }
    for index in movements.indices.dropLast().reversed() { mark(index, beside: index + 1) }
  }
}
