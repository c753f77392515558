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
  private static func chosen(
    _ candidates: [[CandidateSet]], exercise: Exercise = .repetition
  ) -> [Int?] {
    let planned = candidates.map {
      ProgramAligner.Candidates(exercise: exercise, candidates: $0, selected: nil)
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

  // MARK: - What is doubtful

  /// The places of what is reported of a set that was not found, and of what is only told of.
  private static func doubtful(
    _ index: Int, beside chosen: [CandidateSet?], among candidates: [CandidateSet]
  ) -> [Int?] {
    let found = ProgramAligner.doubtful(
      index, beside: chosen, among: CandidateSets([CandidateList(candidates)]))
    return [found.inPlace?.identity.label, found.elsewhere?.identity.label]
  }

  @Test func theBestThereIsOfASetIsReportedInItsPlace() throws {
    let chosen = [try Self.candidate(0), nil, try Self.candidate(30)]
    let (less, more) = (
      try Self.candidate(10, score: 2, evidence: -0.5),
      try Self.candidate(20, score: 3, evidence: -0.5)
    )
    #expect(Self.doubtful(1, beside: chosen, among: [less, more]) == [20, nil])
    #expect(Self.doubtful(1, beside: chosen, among: []) == [nil, nil])
  }

  @Test func whatIsUnlikelyOrInTheWrongPlaceIsOnlyToldOf() throws {
    let chosen = [try Self.candidate(0), nil, try Self.candidate(30)]
    let behind = try Self.candidate(40, evidence: -0.5)
    #expect(Self.doubtful(1, beside: chosen, among: [behind]) == [nil, 40])
    let unlikely = try Self.candidate(10, evidence: -2)
    #expect(Self.doubtful(1, beside: chosen, among: [unlikely]) == [nil, 10])
    let taken = try Self.candidate(1, evidence: -0.5)
    #expect(Self.doubtful(1, beside: chosen, among: [taken]) == [nil, nil])
  }
}
