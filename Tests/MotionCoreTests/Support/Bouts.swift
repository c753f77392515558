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
    return Bout(
      identity: Identity(axis: 0, isRising: true, label: label), score: score,
      evidence: .known(evidence), likeness: 1,
      usualRange: shape.top, usualAngle: shape.top,
      reference: try #require(shape.movement()).features,
      movements: judged)
  }
}
