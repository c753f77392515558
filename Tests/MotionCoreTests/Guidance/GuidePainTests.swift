import Testing

@testable import MotionCore

/// Pain ends the exercise at once, whatever else goes on.
@Suite struct GuidePainTests {
  private static func hurt(_ program: Program = .rowsAndHolds) -> GuidedSession {
    var run = GuidedSession(program)
    run.restUntilGo()
    run.perform(.repetitions(2, edgeSeconds: 1))
    run.press(.pain)
    return run
  }

  @Test(arguments: 0...10)
  func painStopsTheSetAndItsFigureIsNoted(level: Int) {
    var run = Self.hurt()
    #expect(run.markers.last == .pain(level: nil))
    #expect(run.announced().last == .painAsked(set: 0))
    run.press(.painLevel(level))
    #expect(run.announced().contains(.painNoted(set: 0, level: level)))
    run.press(.finish)
    run.end()
    #expect(run.outcomes[0] == .stoppedForPain)
    #expect(run.session.report.sets[0].pain == level)
    #expect(run.counts[0] == 2)
    let again = SessionRun(.program(.rowsAndHolds), readings: run.readings)
    #expect(again.report == run.session.report)
  }

  @Test(arguments: [-1, 11])
  func otherFiguresAreNone(level: Int) {
    var run = Self.hurt()
    run.press(.painLevel(level))
    #expect(run.announced().last == .painAsked(set: 0))
  }

  @Test func withoutAnAnswerItGoesOnAfterALongerRest() {
    var run = Self.hurt()
    run.rest(31)
    #expect(run.announced().contains(.painNoted(set: 0, level: nil)))
    #expect(run.announced().contains(.rest(seconds: 30, next: 1)))
    run.end()
    #expect(run.outcomes[0] == .stoppedForPain)
    #expect(run.session.report.sets[0].pain == nil)
  }

  @Test func theFigureCanBeChosenWithThreeButtons() {
    var run = Self.hurt()
    run.press(.back, .next, .next, .next, .back, .pause)
    #expect(run.announced().contains(.painNoted(set: 0, level: 2)))
  }

  @Test func whatIsLeftOfTheExerciseIsLeftOut() {
    var run = Self.hurt(.twoSides)
    run.press(.painLevel(5))
    #expect(run.guide.current == 2)
    // nobody is kept from deciding otherwise
    run.press(.back)
    #expect(run.guide.current == 0)
  }

  @Test func painInTheCountdownKeepsTheSetFromBeginning() {
    var run = GuidedSession(.rowsAndHolds)
    run.rest { $0 == .getReady(set: 0, secondsLeft: 3) }
    run.press(.pain, .painLevel(3))
    #expect(run.guide.current == 1)
    run.press(.finish)
    run.end()
    #expect(run.outcomes == [.stoppedForPain, .notStarted])
    #expect(run.session.report.sets[0].pain == 3)
  }

  @Test func painInTheRestBelongsToTheSetBefore() {
    var run = GuidedSession(.rowsAndHolds)
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest { if case .setEnded = $0 { true } else { false } }
    run.press(.pain, .painLevel(4))
    #expect(run.guide.current == 1)
    run.press(.finish)
    run.end()
    #expect(run.outcomes == [.stoppedForPain, .notStarted])
    #expect(run.counts == [3, 0])
  }

  @Test func painInTheLastSetEndsTheSessionWithItsFigure() {
    var run = GuidedSession(.of((.bentOverRow, Target(reps: 3), [nil])))
    run.restUntilGo()
    run.press(.pain)
    #expect(!run.isOver)
    run.press(.painLevel(7))
    #expect(run.isOver)
    run.end()
    #expect(run.session.report.sets[0].pain == 7)
  }

  @Test func theSessionCanBeEndedInsteadOfAnswering() {
    var run = Self.hurt()
    run.press(.finish)
    #expect(run.isOver)
    #expect(run.announced().count { $0 == .finished } == 1)
  }
}
