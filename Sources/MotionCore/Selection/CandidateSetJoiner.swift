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

  private let rules: MovementRules
  private let model: SetModel
  /// What came of the seeds of the last choice: as long as a seed and all that is like it are what
  /// they were, so is the set.
  private var known: [JoinedSet] = []

  private struct JoinedSet: Sendable {
    var seed: CandidateSet.Version
    /// Where in each list that is kept those are that are like the seed.
    var similar: [(list: CandidateList.Version, places: [Int])]
    var others: [CandidateSet.Version]
    var set: CandidateSet
  }

  init(rules: MovementRules, model: SetModel) {
    self.rules = rules
    self.model = model
  }

  /// The set that is expected to say most: the parts of each of the best candidate sets add up, and
  /// what that comes to competes over axes.
  ///
  /// - Parameters:
  ///   - selected: the candidate set that was selected before.
  ///   - leastLogOdds: what is less likely is not the exercise, by the last frame of a candidate
  ///     set; nothing is too unlikely where somebody asks for the best there is.
  mutating func joined(
    _ candidates: CandidateSets, selected: CandidateSet.Identity?,
    leastLogOdds: (_ end: Int) -> Double = { _ in -.infinity }
  ) -> CandidateSet? {
    let seeds = candidates.highest(Self.mostSeeds) { $0.rankedScore(selected: selected) }
    known = seeds.map { joined(candidates[$0], among: candidates) }
    let likely = known.map(\.set).filter { $0.evidence > leastLogOdds($0.end) }
    return likely.max { $0.rankedScore(selected: selected) < $1.rankedScore(selected: selected) }
  }

  private func joined(_ seed: CandidateSet, among candidates: CandidateSets) -> JoinedSet {
    let before = known.first { $0.seed == seed.version }
    var similar: [(list: CandidateList.Version, places: [Int])] = []
    var found: [(list: Int, place: Int)] = []
    for (position, list) in candidates.lists.enumerated() where !list.sets.isEmpty {
      // Most lists are what they were when the same seed was looked at before.
      let same = before?.similar.first { $0.list == list.version }
      let places = same?.places ?? places(in: list, like: seed)
      if let version = list.version { similar.append((version, places)) }
      for place in places { found.append((position, place)) }
    }
    let versions = found.map { candidates.lists[$0.list].outlines[$0.place].version }
    if var same = before, same.others == versions {
      same.similar = similar
      return same
    }
    let others = found.map { candidates.lists[$0.list].sets[$0.place] }
    return JoinedSet(
      seed: seed.version, similar: similar, others: versions,
      set: others.isEmpty ? seed : joined(seed, with: others))
  }

  /// Where in a list those are that are like a candidate set at other times.
  private func places(in list: CandidateList, like seed: CandidateSet) -> [Int] {
    list.outlines.indices.filter { place in
      // The cheap questions first: most could be part of no set at all, and most of the others are
      // the same set, seen along another axis.
      let outline = list.outlines[place]
      return outline.judgement.logOddsOfLongest > -Self.logOddsTolerance
        && outline.isApart(from: seed)
        && (isSame(seed, list.sets[place]) || isVariant(seed, list.sets[place]))
    }
  }

  /// What rounding may make of log odds.
  private static let logOddsTolerance = 1e-9

  /// A candidate set with all that is like it at other times, that would be a set if it were as
  /// long as the whole, and with which the whole is no less likely one.
  ///
  /// - Parameter similar: those that are like it at other times. Of those that share their time, as
  ///   holds do with the rests between them, the one goes first with which the whole is likeliest.
  private func joined(_ first: CandidateSet, with similar: [CandidateSet]) -> CandidateSet {
    var parts = [first]
    var features = first.features
    var evidence = model.logOdds(features)
    let others = similar.indices
      .map { ($0, model.logOdds(SetFeatures(parts: [first.features, similar[$0].features]))) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    for candidate in others.lazy.map({ similar[$0.0] })
    where parts.allSatisfy({ candidate.isApart(from: $0) }) {
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
    return CandidateSet(
      identity: first.identity,
      score: parts.reduce(0) { $0 + $1.score } * Float(counted) / Float(max(1, countedInParts)),
      features: features, similarity: first.similarity, usualRange: usualRange,
      usualAngle: full.map(\.usualAngle).max() ?? 0, reference: first.reference,
      movements: (exercised + Self.disjoint(beside))
        .sorted { $0.movement.start < $1.movement.start },
      judgement: SetJudgement(
        logOdds: evidence, probability: Float(SetModel.probability(logOdds: evidence))),
      isHold: first.isHold)
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
    let ratio = TurnShare.share(of: classified.movement.size.range, in: usualRange)
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
      && rules.distance.isExcused(
        a.reference, b.reference, within: MovementClassifier.acceptedDistance)
  }

  /// The same movement in the same size and tempo, in another direction.
  private func isSame(_ a: CandidateSet, _ b: CandidateSet) -> Bool {
    b.count >= Self.fewestMovements && b.similarity >= Self.smallestSimilarity
      && Self.ratio(a.usualRange, b.usualRange) < Self.largestRangeRatio
      && (rules.isHold
        || Self.ratio(a.reference.size.duration, b.reference.size.duration)
          < Self.largestDurationRatio)
      && Self.shapeDistance(a.reference, b.reference) < Self.largestShapeDistance
  }

  private static func ratio(_ a: Float, _ b: Float) -> Float { max(a, b) / min(a, b) }

  /// Difference of two paths that does not depend on how the sensor sits: how far along its own way
  /// out each step is, and how far beside it.
  private static func shapeDistance(_ a: MovementFeatures, _ b: MovementFeatures) -> Float {
    let (outA, outB) = (wayOut(a), wayOut(b))
    let sum = a.steps.reduce(Float(0)) { sum, step in
      let (p, q) = (ownFrame(a[step], out: outA), ownFrame(b[step], out: outB))
      let (along, beside) = (p.along - q.along, p.beside - q.beside)
      return sum + (along * along + beside * beside)
    }
    return (sum / Float(max(1, a.steps.count))).squareRoot()
  }

  /// The direction of a movement's peak.
  private static func wayOut(_ features: MovementFeatures) -> MovementVector {
    let peak = features[features.steps.count / 2]
    return peak / max(peak.length, .leastNormalMagnitude)
  }

  private static func ownFrame(
    _ step: MovementVector, out: MovementVector
  ) -> (along: Float, beside: Float) {
    let along = step.dot(out)
    return (along, (step - out * along).length)
  }
}
