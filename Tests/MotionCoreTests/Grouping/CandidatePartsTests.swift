import Testing

@testable import MotionCore

@Suite struct CandidatePartsTests {
  /// Sets of so many movements with a rest of `seconds` between them, seen as one candidate set.
  private static func candidate(_ counts: [Int], restSeconds: Double) throws -> CandidateSet {
    let shape = Trapezoid()
    let empty = Int((restSeconds * Trapezoid.rateHertz / Double(shape.length)).rounded(.up))
    let verdicts = counts.map { Array(repeating: Verdict?.some(.ok), count: $0) }
      .joined(separator: Array(repeating: nil, count: empty))
    return try .of(Array(verdicts))
  }

  private static let unjudged: SetJudgement.Model = { _ in SetJudgement() }

  private static func counts(_ candidate: CandidateSet, atMost count: Int) -> [Int] {
    candidate.parts(atMost: count, rateHertz: Trapezoid.rateHertz, by: Self.unjudged).map(\.count)
  }

  @Test func setsAreToldApartByTheirRests() throws {
    #expect(try Self.counts(Self.candidate([8, 8, 8], restSeconds: 12), atMost: 3) == [8, 8, 8])
    #expect(try Self.counts(Self.candidate([8, 6], restSeconds: 12), atMost: 3) == [8, 6])
  }

  @Test func oneSetIsNeverCut() throws {
    #expect(try Self.counts(Self.candidate([4, 6], restSeconds: 15), atMost: 1) == [10])
  }

  @Test func aShortRestPartsNothing() throws {
    #expect(try Self.counts(Self.candidate([4, 6], restSeconds: 3), atMost: 3) == [10])
  }

  /// Slow sets of so many movements, about 6 s apart, with a rest of about 8 s between the sets.
  private static func slowCounts(_ counts: [Int], atMost count: Int) throws -> [Int] {
    let shape = Trapezoid(rest: 110)
    var start = 0
    var movements: [ClassifiedMovement] = []
    for count in counts {
      for _ in 0..<count {
        movements.append(
          ClassifiedMovement(
            movement: try #require(shape.movement(at: start)), verdict: .ok, similarity: 1))
        start += shape.length
      }
      start += 100
    }
    return try CandidateSet.of(movements, shape: shape).parts(
      atMost: count, rateHertz: Trapezoid.rateHertz,
      by: { _ in SetJudgement(logOdds: 1, probability: 0.7) }
    ).map(\.count)
  }

  /// The whole may be one set, too: which of the two it is the other sets of the programme say.
  @Test func aRestThatDoesNotStandOutMayPartEqualSets() throws {
    #expect(try Self.slowCounts([8, 8], atMost: 2) == [8, 8, 16])
    #expect(try Self.slowCounts([8, 8, 8], atMost: 3) == [8, 8, 8, 24])
  }

  @Test func aRestThatDoesNotStandOutIsAPauseWhereItWouldPartUnequally() throws {
    #expect(try Self.slowCounts([3, 9], atMost: 2) == [12])
  }

  /// Somebody takes the position for a moment while resting; that is no hold and no end of the rest.
  @Test func aBriefHoldIsPartOfTheRest() throws {
    let (long, brief) = (Trapezoid(held: 200), Trapezoid(held: 20))
    let shapes = [long, long, long, brief, long, long, long]
    let classified = try shapes.enumerated().map { index, shape in
      ClassifiedMovement(
        movement: try #require(shape.movement(at: index * long.length)), verdict: .ok,
        similarity: 1)
    }
    let candidate = try CandidateSet.of(classified, isHold: true)
    let parts = candidate.parts(atMost: 2, rateHertz: Trapezoid.rateHertz, by: Self.unjudged)
    #expect(
      parts.map { part in
        part.movements.count { $0.movement.plateauEnd - $0.movement.plateauStart > 100 }
      } == [3, 3])
  }

  @Test func partsKeepWhatTheyAreOf() throws {
    let candidate = try Self.candidate([8, 4], restSeconds: 12)
    let parts = candidate.parts(atMost: 2, rateHertz: Trapezoid.rateHertz, by: Self.unjudged)
    #expect(parts.allSatisfy { $0.identity == candidate.identity })
    #expect(parts[0].end < parts[1].start)
    #expect(abs(parts[0].score - 2 * parts[1].score) < 1e-6)
    #expect(parts[0].features.count == 8)
  }
}
