import Testing

@testable import MotionCore

@Suite struct SetViewsTests {
  private static let shape = Trapezoid()

  /// A view of movements `from` to 8, shifted by so many frames.
  private static func view(
    from first: Int, evidence: Double, shiftedBy frames: Int = 0
  ) throws -> CandidateSet {
    try .of(
      Array(repeating: .ok, count: 8 - first), from: first * shape.length + frames, label: first,
      evidence: evidence)
  }

  private static func judged(_ views: [CandidateSet]) -> [CandidateSet] {
    CandidateSets([views]).judgedTogether()
  }

  private static func evidence(_ views: [CandidateSet]) -> [Double] {
    judged(views).map(\.evidence)
  }

  @Test func viewsOfTheSameMovementsAreJudgedAsTheLikeliestOfThem() throws {
    let views = [try Self.view(from: 0, evidence: 0.2), try Self.view(from: 1, evidence: 2)]
    #expect(Self.evidence(views) == [2, 2])
    #expect(Self.evidence(views.reversed()) == [2, 2])
    #expect(Self.judged(views).map(\.count) == [8, 7])
  }

  @Test func aViewOfFewOfThemSaysNothingOfTheOthers() throws {
    #expect(
      Self.evidence([try Self.view(from: 0, evidence: 0.2), try Self.view(from: 5, evidence: 2)])
        == [0.2, 2])
  }

  /// What is away from rest in one is at rest in the other.
  @Test func theOppositeDirectionIsAnotherMovement() throws {
    let opposite = try Self.view(from: 0, evidence: 2, shiftedBy: Self.shape.length / 2)
    #expect(Self.evidence([try Self.view(from: 0, evidence: 0.2), opposite]) == [0.2, 2])
  }

  @Test func whatCannotBeASetIsLeftOut() throws {
    #expect(Self.evidence([try Self.view(from: 0, evidence: -SetJudgement.benefitOfDoubt)]).isEmpty)
  }
}
