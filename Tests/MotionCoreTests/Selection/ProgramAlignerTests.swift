import Testing

@testable import MotionCore

@Suite struct ProgramAlignerTests {
  private static let length = Trapezoid().length

  /// A candidate set of five movements that begins after so many of them.
  private static func candidate(
    _ place: Int, score: Float = 1, verdicts: [Verdict?] = Array(repeating: .ok, count: 5),
    evidence: Double = 1
  ) throws -> CandidateSet {
    try .of(verdicts, from: place * length, score: score, label: place, evidence: evidence)
  }

  /// The places of the chosen candidate sets.
  private static func chosen(_ candidates: [[CandidateSet]]) -> [Int?] {
    let planned = candidates.map {
      ProgramAligner.Candidates(candidates: $0, selected: nil)
    }
    return ProgramAligner(planned: planned).align()
      .map { $0?.identity.label }
  }

  @Test func withoutCandidatesNothingWasDone() {
    #expect(Self.chosen([]).isEmpty)
    #expect(Self.chosen([[], [], []]) == [nil, nil, nil])
  }

  @Test func eachSetGetsItsCandidate() throws {
    #expect(Self.chosen([[try Self.candidate(0)], [try Self.candidate(10)]]) == [0, 10])
  }

  @Test func candidatesFollowTheProgrammesOrder() throws {
    let same = [try Self.candidate(0), try Self.candidate(10), try Self.candidate(20)]
    #expect(Self.chosen([same, same, same]) == [0, 10, 20])
  }

  @Test func againstTheOrderOnlyTheBetterOneIsTaken() throws {
    let (early, late) = (try Self.candidate(0, score: 3), try Self.candidate(10, score: 2))
    #expect(Self.chosen([[late], [early]]) == [nil, 0])
  }

  @Test func aSetThatWasLeftOutLeavesTheOthers() throws {
    #expect(Self.chosen([[try Self.candidate(0)], [], [try Self.candidate(10)]]) == [0, nil, 10])
  }

  @Test func candidatesOfTheSameTimeExcludeEachOther() throws {
    let (first, second) = (try Self.candidate(0, score: 2), try Self.candidate(3, score: 5))
    #expect(Self.chosen([[first], [second]]) == [nil, 3])
  }

  @Test func theSumDecidesNotTheSingleBest() throws {
    // one that says most would shut out two that say more together
    let wide = try Self.candidate(0, score: 5, verdicts: Array(repeating: .ok, count: 20))
    let (first, second) = (try Self.candidate(1, score: 3), try Self.candidate(12, score: 4))
    #expect(Self.chosen([[wide, first], [wide, second]]) == [1, 12])
  }

  @Test func whatIsMoreLikelyAnotherThingIsNoSet() throws {
    #expect(try Self.chosen([[Self.candidate(0, evidence: -0.1)]]) == [nil])
    #expect(try Self.chosen([[Self.candidate(0, evidence: 0.1)]]) == [0])
  }

  @Test func theLikelierOfTwoThatSayTheSameIsTaken() throws {
    let likely = try Self.candidate(0, evidence: 3)
    let unlikely = try Self.candidate(1, evidence: 0.5)
    #expect(Self.chosen([[unlikely, likely]]) == [0])
  }

  @Test func whatIsDoubtfulIsTakenWhereNothingElseWasFound() throws {
    func chosen(_ candidates: [[CandidateSet]]) -> [Int?] {
      let planned = candidates.map {
        ProgramAligner.Candidates(candidates: $0, selected: nil)
      }
      return ProgramAligner(planned: planned, standard: .doubtful).align()
        .map { $0?.identity.label }
    }
    let (early, late) = (
      try Self.candidate(0, score: 2, evidence: -0.5),
      try Self.candidate(10, score: 3, evidence: -0.5)
    )
    #expect(chosen([[early, late]]) == [10])
    // In the programme's order, so that the first set does not take what is the second one's.
    #expect(chosen([[early, late], [early, late]]) == [0, 10])
    #expect(try chosen([[Self.candidate(0, evidence: -2)]]) == [nil])
  }
}
