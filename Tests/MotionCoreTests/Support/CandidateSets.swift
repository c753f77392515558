import Testing

@testable import MotionCore

extension CandidateSet {
  /// A candidate set of equal movements, one after the other, with these verdicts; nil leaves a
  /// place empty.
  static func of(
    _ verdicts: [Verdict?], from frame: Int = 0, score: Float = 1, label: Int = 0,
    shape: Trapezoid = Trapezoid(), evidence: Double = 1, reference: MovementFeatures? = nil
  ) throws -> CandidateSet {
    let classified = try verdicts.enumerated().compactMap { position, verdict in
      try verdict.map {
        ClassifiedMovement(
          movement: try #require(shape.movement(at: frame + position * shape.length)),
          verdict: $0, similarity: 1)
      }
    }
    return try of(
      classified, score: score, label: label, shape: shape, evidence: evidence,
      reference: reference)
  }

  /// A candidate set of these movements.
  static func of(
    _ classified: [ClassifiedMovement], score: Float = 1, label: Int = 0,
    shape: Trapezoid = Trapezoid(), evidence: Double = 1, reference: MovementFeatures? = nil,
    isHold: Bool = false
  ) throws -> CandidateSet {
    let features = try #require(
      SetFeatures(
        classified, count: classified.count, similarity: 1, surroundingPath: 0,
        rateHertz: Trapezoid.rateHertz))
    return CandidateSet(
      identity: Identity(axis: 0, isRising: true, label: label), score: score,
      features: features, similarity: 1, usualRange: shape.top,
      usualAngle: shape.top,
      reference: try reference ?? #require(shape.seen()).features, movements: classified,
      judgement: SetJudgement(
        logOdds: evidence, logOddsOfLongest: .infinity,
        probability: Float(SetModel.probability(logOdds: evidence))),
      isHold: isHold)
  }
}

extension CandidateSetJoiner {
  /// The set that is expected to say most among these.
  func joined(_ candidates: [CandidateSet], selected: CandidateSet.Identity?) -> CandidateSet? {
    var joiner = self
    return joiner.joined(CandidateSets([candidates]), selected: selected)
  }
}
