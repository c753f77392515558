import Testing

@testable import MotionCore

/// Steps of a walk beside a set, the bounce of which is seen in some of them only.
@Suite struct WalkingStepsTests {
  private enum Kind {
    case stride, quick, full
  }

  /// What becomes of movements that begin at these times, in seconds.
  private static func verdicts(_ movements: [(Double, Kind)]) throws -> [Verdict] {
    var classified = try movements.map { seconds, kind in
      let shape = kind == .full ? Trapezoid() : Trapezoid(way: 10, held: 4)
      return ClassifiedMovement(
        movement: try #require(
          shape.movement(at: Int(seconds * Trapezoid.rateHertz) - shape.rest)),
        verdict: kind == .full ? .ok : kind == .quick ? .tooFast : .notLikeTheOthers,
        reason: kind == .stride ? .walkingSwing : nil, similarity: 1)
    }
    MovementClassifier(
      rules: MovementRules(CycleParameters(), longestPauseSeconds: .infinity),
      rateHertz: Trapezoid.rateHertz
    ).markSteps(in: &classified)
    return classified.map(\.verdict)
  }

  @Test func aQuickMovementAtTheEndOfAWalkIsAStep() throws {
    #expect(
      try Self.verdicts([(10, .stride), (10.7, .quick), (11.4, .quick), (16, .full), (20, .full)])
        == [.notLikeTheOthers, .notLikeTheOthers, .notLikeTheOthers, .ok, .ok])
  }

  @Test func aQuickMovementAtTheBeginningOfAWalkIsAStep() throws {
    #expect(
      try Self.verdicts([(10, .full), (16, .quick), (16.7, .quick), (17.4, .stride)])
        == [.ok, .notLikeTheOthers, .notLikeTheOthers, .notLikeTheOthers])
  }

  @Test func aQuickRepetitionAfterARestIsOne() throws {
    #expect(
      try Self.verdicts([(10, .stride), (12, .quick), (15, .full), (19, .quick), (23, .full)])
        == [.notLikeTheOthers, .tooFast, .ok, .tooFast, .ok])
  }

  @Test func aFullRepetitionIsOneEvenBesideAStride() throws {
    #expect(try Self.verdicts([(10, .stride), (10.7, .full)]) == [.notLikeTheOthers, .ok])
  }
}
