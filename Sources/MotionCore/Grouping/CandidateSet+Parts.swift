/// A candidate set cut at its longest rests, where several sets of an exercise are asked for.
extension CandidateSet {
  /// Rests from this long on may part two sets, in seconds: programmes ask for 10 s and more, of
  /// which people and the marks of the movements take some.
  static let shortestSetRestSeconds = 7.0
  /// A rest stands out when it is longer than those within a set by this factor.
  static let setRestRatio = 2.0
  /// The sets of an exercise are about equal: none has less than this share of their mean.
  static let evenShare = 0.8
  /// In a rest a position may be taken for a moment: for less than this share of the usual hold it
  /// is part of the rest.
  static let briefHoldShare = 0.5
  /// A whole that could as well be several sets of about one size says a little less than these.
  static let wholeShare: Float = 0.9

  /// The parts between its rests, and the wholes that may as well be parted; itself where it has no
  /// long rest.
  ///
  /// It may hold movements far from any set, whose rests are the longest of all. So each rest that
  /// stands out parts, and only where more than `count` parts are likely sets the shortest of these
  /// rests are pauses. Where fewer are, a rest that does not stand out may part too, if it makes
  /// sets of about one size: then both the whole and its parts are among the answers.
  func parts(
    atMost count: Int, rateHertz: Double, by model: SetJudgement.Model
  ) -> [CandidateSet] {
    guard count > 1 else { return [self] }
    let rests = setRests(rateHertz: rateHertz).sorted { $0.length > $1.length }
    func parts(_ cuts: [SetRest]) -> [CandidateSet] {
      guard !cuts.isEmpty else { return [self] }
      return cut(at: cuts.map(\.middle).sorted(), rateHertz: rateHertz, by: model)
    }
    var cuts = rests.filter(\.standsOut)
    var best = parts(cuts)
    while !cuts.isEmpty, Self.likely(best).count > count {
      cuts.removeLast(min(Self.likely(best).count - count, cuts.count))
      best = parts(cuts)
    }
    var finest = best
    for rest in rests where !rest.standsOut && Self.likely(finest).count < count {
      let finer = parts(cuts + [rest])
      guard Self.likely(finer).count > Self.likely(finest).count,
        Self.partsEvenly(rest, finer, among: count)
      else { continue }
      cuts.append(rest)
      finest = finer
    }
    var parted = best.filter { whole in
      !finest.contains { ($0.start, $0.end) == (whole.start, whole.end) }
    }
    for place in parted.indices {
      parted[place].isParted = true
      parted[place].score *= Self.wholeShare
    }
    return finest + parted
  }

  /// The parts that are more likely sets than not.
  private static func likely(_ parts: [CandidateSet]) -> [CandidateSet] {
    parts.filter { $0.evidence > 0 }
  }

  /// True where the parts on both sides of a rest have nearly their share of what was done in so
  /// many sets.
  private static func partsEvenly(
    _ rest: SetRest, _ parts: [CandidateSet], among count: Int
  ) -> Bool {
    let likely = likely(parts)
    let share = Double(likely.reduce(0) { $0 + $1.count }) / Double(count)
    let beside = [
      likely.last { $0.start < rest.middle }, likely.first { $0.start >= rest.middle },
    ]
    return beside.compactMap(\.self).allSatisfy { Double($0.count) >= evenShare * share }
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

  /// A rest that is long enough to part two sets, in frames.
  private struct SetRest {
    var length: Int
    var middle: Int
    /// True where it is far longer than the usual rest of the candidate set.
    var standsOut: Bool
  }

  /// The rests that are long enough to part two sets, in order of time.
  private func setRests(rateHertz: Double) -> [SetRest] {
    var plateaus = self.plateaus
    if isHold {
      let usual = plateaus.median { Double($0.length) }
      plateaus.removeAll { Double($0.length) < Self.briefHoldShare * usual }
    }
    // From plateau to plateau: where a movement leaves its rest is seen less clearly, after a rest
    // in which the posture has changed least of all.
    let rests = zip(plateaus.dropFirst(), plateaus).map { next, one in
      (length: next.start - one.end, middle: (one.end + next.start) / 2)
    }
    let usual = rests.median { Double(max(0, $0.length)) }
    return rests.filter { Double($0.length) >= Self.shortestSetRestSeconds * rateHertz }.map {
      SetRest(
        length: $0.length, middle: $0.middle,
        standsOut: Double($0.length) >= Self.setRestRatio * usual)
    }
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
    figures.isAlone = features.isAlone
    figures.surroundingPath =
      figures.spanPath + max(0, features.surroundingPath - features.spanPath)
    return CandidateSet(
      identity: identity, score: score * Float(counted) / Float(max(1, count)),
      features: figures, similarity: similarity, usualRange: usualRange,
      usualAngle: usualAngle, reference: reference, movements: own,
      judgement: model(figures), isHold: isHold)
  }
}
