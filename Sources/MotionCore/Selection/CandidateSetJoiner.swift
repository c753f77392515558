/// Puts together what belongs to one set although it was seen apart: after the strap has slipped,
/// or the person has lain down anew, the same movement has another direction in the sensor's frame,
/// but the same size, tempo and shape; and when a person goes on faster or smaller after a pause,
/// it has the same direction and shape, but another size and tempo.
struct CandidateSetJoiner: Sendable {
  /// Ranges of one exercise seen along two directions differ by less than this factor.
  static let largestRangeRatio: Float = 1.35
  /// Durations likewise.
  static let largestDurationRatio: Float = 1.4
  /// Largest distance of the shapes, in ranges.
  static let largestShapeDistance: Float = 0.15

  /// A part whose movements are less similar among themselves than this is set-up or fidgeting.
  static let smallestSimilarity: Float = 0.7
  /// A part of fewer movements is too little to know it by.
  static let fewestMovements = 2
  /// The same where size and tempo say nothing.
  static let fewestVariants = 4
  /// A part with this share of the largest part's repetitions may say what is a full one.
  static let fullPartShare = 0.5

  /// How many candidates, those that say most first, are joined with what belongs to them before
  /// the likeliest is chosen.
  static let mostSeeds = 4

  let rules: MovementRules
  let model: SetModel

  /// The set that is expected to say most: the parts of each of the best candidate sets add up, and
  /// what that comes to competes over axes.
  ///
  /// - Parameters:
  ///   - selected: the candidate set that was selected before.
  ///   - leastLogOdds: what is less likely is not the exercise, by the last frame of a candidate
  ///     set; nothing is too unlikely where somebody asks for the best there is.
  func joined(
    _ candidates: [CandidateSet], selected: CandidateSet.Identity?,
    leastLogOdds: (_ end: Int) -> Double = { _ in -.infinity }
  ) -> CandidateSet? {
    let scores = candidates.map { $0.rankedScore(selected: selected) }
    let ranked = candidates.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    let sets = ranked.prefix(Self.mostSeeds).map { joined(candidates[$0], among: candidates) }
    let likely = sets.filter { $0.evidence > leastLogOdds($0.end) }
    return likely.max { $0.rankedScore(selected: selected) < $1.rankedScore(selected: selected) }
  }

  /// A candidate set with all that is like it at other times, that would be a set if it were as
  /// long as the whole, and with which the whole is no less likely one.
  private func joined(_ first: CandidateSet, among candidates: [CandidateSet]) -> CandidateSet {
    var parts = [first]
    var features = first.features
    var evidence = model.logOdds(features)
    // The cheap question first: most candidates are the same set, seen along another axis. Of those
    // that share their time, as holds do with the rests between them, the one goes first with which
    // the whole is likeliest.
    let others = candidates.indices
      .filter {
        Self.isApart(candidates[$0], first)
          && (isSame(first, candidates[$0]) || isVariant(first, candidates[$0]))
      }
      .map {
        ($0, model.logOdds(SetFeatures(parts: [first.features, candidates[$0].features])))
      }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    for candidate in others.lazy.map({ candidates[$0.0] })
    where parts.allSatisfy({ Self.isApart(candidate, $0) }) {
      let whole = SetFeatures(parts: (parts + [candidate]).map(\.features))
      var part = candidate.features
      part.count = whole.count
      let together = model.logOdds(whole)
      guard together >= evidence, model.logOdds(part) > 0 else { continue }
      (features, evidence) = (whole, together)
      parts.append(candidate)
    }
    guard parts.count > 1 else { return first }
    let full = Self.fullParts(parts)
    let usualRange = full.map(\.usualRange).max() ?? 0
    let exercised = parts.flatMap { part in
      part.movements.filter(\.isExercise).map {
        held($0, against: usualRange)
      }
    }
    let beside = parts.flatMap { $0.movements.filter { !$0.isExercise } }.filter { other in
      !exercised.contains { $0.movement.overlaps(other.movement) }
    }
    // What is partial against the whole does not speak for it.
    let counted = exercised.count(where: \.verdict.isCounted)
    let countedInParts = parts.reduce(0) { $0 + $1.count }
    var set = CandidateSet(
      identity: first.identity,
      score: parts.reduce(0) { $0 + $1.score } * Float(counted) / Float(max(1, countedInParts)),
      features: features, similarity: first.similarity, usualRange: usualRange,
      usualAngle: full.map(\.usualAngle).max() ?? 0, reference: first.reference,
      movements: (exercised + Self.disjoint(beside))
        .sorted { $0.movement.start < $1.movement.start })
    set.evidence = evidence
    return set
  }

  /// True where two candidate sets share no time.
  private static func isApart(_ a: CandidateSet, _ b: CandidateSet) -> Bool {
    b.end <= a.start || a.end <= b.start
  }

  /// The parts that are more than a few movements, and so may say what a full one is.
  private static func fullParts(_ parts: [CandidateSet]) -> [CandidateSet] {
    let most = Double(parts.map(\.count).max() ?? 0)
    return parts.filter { Double($0.count) >= fullPartShare * most }
  }

  /// What was full within its part may be partial within the set.
  private func held(_ classified: ClassifiedMovement, against usualRange: Float)
    -> ClassifiedMovement
  {
    let ratio = TurnShare.share(of: classified.movement.features.range, in: usualRange)
    guard classified.verdict.isCounted, ratio < rules.partialRangeRatio else { return classified }
    var partial = classified
    partial.verdict = .partial
    partial.reason = MovementClassifier.partialReason(ratio)
    return partial
  }

  /// Two parts may both have seen what lies between them: each segment is listed once.
  private static func disjoint(_ movements: [ClassifiedMovement]) -> [ClassifiedMovement] {
    movements.sorted { $0.movement.start < $1.movement.start }.reduce(into: []) { kept, next in
      if let last = kept.last, last.movement.overlaps(next.movement) { return }
      kept.append(next)
    }
  }

  /// The same movement in the same direction, in another size or tempo.
  private func isVariant(_ a: CandidateSet, _ b: CandidateSet) -> Bool {
    min(a.count, b.count) >= Self.fewestVariants && b.similarity >= Self.smallestSimilarity
      && rules.distance.excused(a.reference, b.reference) < MovementClassifier.acceptedDistance
  }

  /// The same movement in the same size and tempo, in another direction.
  private func isSame(_ a: CandidateSet, _ b: CandidateSet) -> Bool {
    b.count >= Self.fewestMovements && b.similarity >= Self.smallestSimilarity
      && Self.ratio(a.usualRange, b.usualRange) < Self.largestRangeRatio
      && (rules.isHold
        || Self.ratio(a.reference.duration, b.reference.duration) < Self.largestDurationRatio)
      && Self.shapeDistance(a.reference.path, b.reference.path) < Self.largestShapeDistance
  }

  private static func ratio(_ a: Float, _ b: Float) -> Float { max(a, b) / min(a, b) }

  /// Difference of two paths that does not depend on how the sensor sits: how far along its own way
  /// out each step is, and how far beside it.
  private static func shapeDistance(_ a: [MovementVector], _ b: [MovementVector]) -> Float {
    let differences = zip(ownFrame(a), ownFrame(b)).map { p, q in
      let (along, beside) = (p.along - q.along, p.beside - q.beside)
      return along * along + beside * beside
    }
    return (differences.reduce(0, +) / Float(max(1, differences.count))).squareRoot()
  }

  private static func ownFrame(_ path: [MovementVector]) -> [(along: Float, beside: Float)] {
    guard !path.isEmpty else { return [] }
    let peak = path[path.count / 2]
    let out = peak / max(peak.length, .leastNormalMagnitude)
    return path.map { step in
      let along = step.dot(out)
      return (along, (step - out * along).length)
    }
  }
}
