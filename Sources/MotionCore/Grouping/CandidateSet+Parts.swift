/// A candidate set cut at its longest rests, where several sets of an exercise are asked for.
extension CandidateSet {
  /// Rests from this long on may part two sets, in seconds: programmes ask for 10 s and more, of
  /// which people and the marks of the movements take some.
  static let shortestSetRestSeconds = 7.0
  /// A rest between sets is longer than those within them by this factor.
  static let setRestRatio = 2.0
  /// In a rest a position may be taken for a moment: for less than this share of the usual hold it
  /// is part of the rest.
  static let briefHoldShare = 0.5

  /// The parts between its rests; itself where it has no long one.
  ///
  /// It may hold movements far from any set, whose rests are the longest of all. So each long rest
  /// parts, and only where more than `count` parts are likely sets the shortest rests are pauses.
  func parts(
    atMost count: Int, isHold: Bool, rateHertz: Double, by model: SetJudgement.Model
  ) -> [CandidateSet] {
    let rests = setRests(isHold: isHold, rateHertz: rateHertz)
    var cuts = rests.indices.sorted { rests[$0].length > rests[$1].length }
    while !cuts.isEmpty {
      let ends = [Int.min] + cuts.sorted().map { rests[$0].middle } + [Int.max]
      let parts = zip(ends, ends.dropFirst()).compactMap { from, to in
        part(from: from, to: to, rateHertz: rateHertz, by: model)
      }
      if parts.count(where: { $0.evidence > 0 }) <= count { return parts }
      cuts.removeLast()
    }
    return [self]
  }

  /// The rests that are long enough to part two sets, in order of time, in frames.
  private func setRests(isHold: Bool, rateHertz: Double) -> [(length: Int, middle: Int)] {
    var counted = movements.filter(\.verdict.isCounted).map(\.movement)
    if isHold {
      let usual = counted.map { Double($0.plateauEnd - $0.plateauStart) }.median
      counted.removeAll {
        Double($0.plateauEnd - $0.plateauStart) < Self.briefHoldShare * usual
      }
    }
    // From plateau to plateau: where a movement leaves its rest is seen less clearly, after a rest
    // in which the posture has changed least of all.
    let rests = zip(counted.dropFirst(), counted).map { next, one in
      (
        length: next.plateauStart - one.plateauEnd,
        middle: (one.plateauEnd + next.plateauStart) / 2
      )
    }
    let least = max(
      Self.shortestSetRestSeconds * rateHertz,
      Self.setRestRatio * rests.map { Double(max(0, $0.length)) }.median)
    return rests.filter { Double($0.length) >= least }
  }

  /// What starts within these frames, with the surroundings of the whole.
  private func part(
    from: Int, to: Int, rateHertz: Double, by model: SetJudgement.Model
  ) -> CandidateSet? {
    let own = movements.filter { from <= $0.movement.start && $0.movement.start < to }
    let exercised = own.filter(\.isExercise).map(\.movement)
    let counted = own.count(where: \.verdict.isCounted)
    guard counted > 0,
      var figures = SetFeatures(
        exercised, count: counted, similarity: features.similarity, surroundingPath: 0,
        rateHertz: rateHertz)
    else { return nil }
    figures.surroundingPath =
      figures.spanPath + max(0, features.surroundingPath - features.spanPath)
    return CandidateSet(
      identity: identity, score: score * Float(counted) / Float(max(1, count)),
      features: figures, similarity: similarity, usualRange: usualRange,
      usualAngle: usualAngle, reference: reference, movements: own,
      judgement: model(figures))
  }
}
