import Testing

@testable import MotionCore

@Suite struct ProgramAlignerTests {
  private static let length = Trapezoid().length

  /// A bout of five movements that begins after so many of them.
  private static func bout(
    _ place: Int, score: Float = 1, verdicts: [Verdict?] = Array(repeating: .ok, count: 5)
  ) throws -> Bout {
    try .of(verdicts, from: place * length, score: score, label: place)
  }

  /// The places of the chosen bouts.
  private static func chosen(
    _ candidates: [[Bout]], exercise: Exercise = .repetition
  ) -> [Int?] {
    let slots = candidates.map {
      ProgramAligner.Slot(exercise: exercise, bouts: $0, believed: nil)
    }
    return ProgramAligner(slots: slots).align()
      .map { $0?.identity.label }
  }

  @Test func withoutBoutsNothingWasDone() {
    #expect(Self.chosen([]).isEmpty)
    #expect(Self.chosen([[], [], []]) == [nil, nil, nil])
  }

  @Test func eachSetGetsItsBout() throws {
    #expect(Self.chosen([[try Self.bout(0)], [try Self.bout(10)]]) == [0, 10])
  }

  @Test func boutsFollowTheProgrammesOrder() throws {
    let same = [try Self.bout(0), try Self.bout(10), try Self.bout(20)]
    #expect(Self.chosen([same, same, same]) == [0, 10, 20])
  }

  @Test func againstTheOrderOnlyTheBetterOneIsTaken() throws {
    let (early, late) = (try Self.bout(0, score: 3), try Self.bout(10, score: 2))
    #expect(Self.chosen([[late], [early]]) == [nil, 0])
  }

  @Test func aSetThatWasLeftOutLeavesTheOthers() throws {
    #expect(Self.chosen([[try Self.bout(0)], [], [try Self.bout(10)]]) == [0, nil, 10])
  }

  @Test func boutsOfTheSameTimeExcludeEachOther() throws {
    let (first, second) = (try Self.bout(0, score: 2), try Self.bout(3, score: 5))
    #expect(Self.chosen([[first], [second]]) == [nil, 3])
  }

  @Test func theSumDecidesNotTheSingleBest() throws {
    // one that says most would shut out two that say more together
    let wide = try Self.bout(0, score: 5, verdicts: Array(repeating: .ok, count: 20))
    let (first, second) = (try Self.bout(1, score: 3), try Self.bout(12, score: 4))
    #expect(Self.chosen([[wide, first], [wide, second]]) == [1, 12])
  }

  @Test func whatIsMoreLikelyAnotherThingIsNoSet() throws {
    var bout = try Self.bout(0)
    bout.evidence = -0.1
    #expect(Self.chosen([[bout]]) == [nil])
    bout.evidence = 0.1
    #expect(Self.chosen([[bout]]) == [0])
  }

  @Test func theLikelierOfTwoThatSayTheSameIsTaken() throws {
    var (likely, unlikely) = (try Self.bout(0), try Self.bout(1))
    (likely.evidence, unlikely.evidence) = (3, 0.5)
    #expect(Self.chosen([[unlikely, likely]]) == [0])
  }
}
