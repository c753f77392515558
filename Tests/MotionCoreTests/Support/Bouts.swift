import Testing

@testable import MotionCore

extension Bout {
  /// A bout of equal movements, one after the other, with these verdicts; nil leaves a place empty.
  static func of(
    _ verdicts: [Verdict?], from frame: Int = 0, score: Float = 1, label: Int = 0,
    shape: Trapezoid = Trapezoid(), evidence: Double = 1
  ) throws -> Bout {
    let judged = try verdicts.enumerated().compactMap { position, verdict in
      try verdict.map {
        JudgedMovement(
          movement: try #require(shape.movement(at: frame + position * shape.length)),
          verdict: $0, likeness: 1)
      }
    }
    let model = SetModel(kind: .cycle)
    let features = try #require(
      SetFeatures(
        judged.map(\.movement), count: judged.count, similarity: 1, surroundingPath: 0,
        rateHertz: Trapezoid.rateHertz))
    var bout = Bout(
      identity: Identity(axis: 0, isRising: true, label: label), score: score,
      features: features, model: model, likeness: 1, usualRange: shape.top,
      reference: try #require(shape.movement()).features, movements: judged)
    bout.evidence = evidence
    return bout
  }
}
