import MotionCore
import Testing

@Suite struct SideDoubtTests {
  private func openBook(
    _ side: Side, _ count: Int, _ outcome: Outcome, confidence: Double = 0.9
  ) throws -> SetReport {
    let exercise = try #require(Exercise.named("open-book"))
    let reps = (0..<count).map { number in
      Repetition(
        number: number + 1, start: Double(number) * 5, end: Double(number) * 5 + 4, verdict: .ok,
        tempo: [], announcedAt: Double(number) * 5 + 4)
    }
    return SetReport(
      plan: PlannedSet(exercise: exercise, side: side, target: exercise.dose), outcome: outcome,
      confidence: count == 0 ? nil : Confidence(probability: confidence, alternative: .walking),
      reps: reps)
  }

  private func doubts(_ sets: [SetReport]) -> [String] {
    SessionReport(placement: .upperArm, sets: sets, quality: Quality()).sideDoubts
  }

  @Test(arguments: [Side.left, .right])
  func aSingleSideMayBeTheOther(found: Side) throws {
    let sets = try [Side.left, .right].map {
      try openBook($0, $0 == found ? 10 : 0, $0 == found ? .done : .notDone)
    }
    #expect(
      doubts(sets) == [
        "open book: only one side was found, and the signal does not tell which; it is listed as "
          + "the \(found.rawValue)"
      ])
  }

  @Test func severalSetsOfOneSideAreDoubtedOnce() throws {
    let left = try openBook(.left, 10, .done)
    let right = try openBook(.right, 0, .notDone)
    #expect(doubts([left, left, right, right]).count == 1)
  }

  @Test func whereBothOrNeitherWasFoundNothingIsInDoubt() throws {
    let (left, right) = (try openBook(.left, 10, .done), try openBook(.right, 3, .partlyDone))
    #expect(doubts([left, right]).isEmpty)
    #expect(doubts([try openBook(.left, 0, .notDone), try openBook(.right, 0, .notDone)]).isEmpty)
    #expect(doubts([left]).isEmpty)
  }

  @Test func whatMayBeAnotherThingIsNoSide() throws {
    let left = try openBook(.left, 10, .partlyDone, confidence: 0.3)
    #expect(doubts([left, try openBook(.right, 0, .notDone)]).isEmpty)
  }

  @Test func aSideThatWasNotMeasuredIsNotInDoubt() throws {
    let (left, right) = (try openBook(.left, 10, .done), try openBook(.right, 0, .notMeasured))
    #expect(doubts([left, right]).isEmpty)
  }
}
