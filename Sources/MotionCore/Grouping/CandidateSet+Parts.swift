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
    guard count > 1 else { return [self] }
    var cuts = setRests(isHold: isHold, rateHertz: rateHertz).sorted { $0.length > $1.length }
    while !cuts.isEmpty {
      let parts = cut(at: cuts.map(\.middle).sorted(), rateHertz: rateHertz, by: model)
      let surplus = parts.count { $0.evidence > 0 } - count
      if surplus <= 0 { return parts }
      cuts.removeLast(min(surplus, cuts.count))
    }
    return [self]
  }

  /// What lies between these frames, which are in order.
  private func cut(
    at frames: [Int], rateHertz: Double, by model: SetJudgement.Model
  ) -> [CandidateSet] {
    var parts: [[ClassifiedMovement]] = Array(repeating: [], count: frames.count + 1)
    var place = 0
    // Movements are in order of time.
    for classified in movements {
      while place < frames.count, frames[place] <= classified.movement.start { place += 1 }
      parts[place].append(classified)
    }
    return parts.compactMap { part($0, rateHertz: rateHertz, by: model) }
  }

  /// The rests that are long enough to part two sets, in order of time, in frames.
  private func setRests(isHold: Bool, rateHertz: Double) -> [(length: Int, middle: Int)] {
    let movements = self.movements
    var counted = movements.indices.filter { movements[$0].verdict.isCounted }.map { place in
      (
        plateauStart: movements[place].movement.plateauStart,
        plateauEnd: movements[place].movement.plateauEnd
      )
    }
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

  /// Some of its movements, with the surroundings of the whole.
  private func part(
    _ own: [ClassifiedMovement], rateHertz: Double, by model: SetJudgement.Model
  ) -> CandidateSet? {
    let counted = own.count(where: \.verdict.isCounted)
    guard counted > 0,
      var figures = SetFeatures(
        own, count: counted, similarity: features.similarity, surroundingPath: 0,
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
