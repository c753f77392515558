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
    #expect(run.markers.last == .setEnd)
    #expect(run.announced().last == .painAsked(set: 0))
    run.press(.painLevel(level))
    #expect(run.markers.suffix(2) == [.pain(level: nil), .pain(level: level)])
    #expect(
      run.announced().last == .painNoted(set: 0, level: level, isSevere: level >= 7))
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
    #expect(run.announced().last == .painNoted(set: 0, level: nil, isSevere: false))
    // the advice stands for a while
    run.rest(8)
    #expect(run.announced().last == .painNoted(set: 0, level: nil, isSevere: false))
    run.rest(4)
    #expect(run.announced().contains { if case .rest(_, next: 1) = $0 { true } else { false } })
    run.end()
    #expect(run.outcomes[0] == .stoppedForPain)
    #expect(run.session.report.sets[0].pain == nil)
  }

  @Test func theFigureCanBeChosenWithThreeButtons() {
    var run = Self.hurt()
    run.press(.back, .next, .next, .next, .back, .pause)
    #expect(run.announced().contains(.painNoted(set: 0, level: 2, isSevere: false)))
  }

  @Test func whatIsLeftOfTheExerciseIsLeftOut() {
    var run = Self.hurt(.twoSides)
    run.press(.painLevel(5))
    #expect(run.guide.current == 2)
    // nobody is kept from deciding otherwise, but asked
    run.press(.back)
    #expect(run.announced().last == .returnAsked(set: 0))
    #expect(run.guide.current == 2)
    run.press(.back)
    #expect(run.guide.current == 0)
  }

  @Test func goingBackLaterIsAskedForTwiceToo() {
    var run = Self.hurt(.twoSides)
    run.press(.painLevel(5), .next)
    run.press(.back)
    #expect(run.announced().last == .returnAsked(set: 0))
    #expect(run.guide.current == 2)
    // who does not ask again in time is asked again
    run.rest(9)
    run.press(.back)
    #expect(run.guide.current == 2)
    run.press(.back)
    #expect(run.guide.current == 0)
  }

  @Test func painThatWasNoneIsUndone() {
    var run = Self.hurt()
    run.rest(3)
    run.press(.undo)
    #expect(run.announced().contains(.painUndone(set: 0)))
    run.perform(.repetitions(1, edgeSeconds: 1))
    run.rest(3)
    run.press(.finish, .finish)
    run.end()
    #expect(run.counts[0] == 3)
    #expect(run.outcomes[0] == .done)
    #expect(!run.markers.contains { if case .pain = $0 { true } else { false } })
  }

  /// What was undone leaves nothing behind.
  @Test func painAfterPainThatWasUndoneIsOfTheSameSet() {
    var run = GuidedSession(.rowsAndHolds)
    run.rest(1)
    run.press(.pain, .undo, .pain, .painLevel(8), .pause)
    run.end()
    #expect(run.isOver)
    #expect(run.outcomes == [.stoppedForPain, .notStarted])
    #expect(run.session.report.sets[0].pain == 8)
  }

  @Test func afterAFewSecondsNothingIsUndone() {
    var run = Self.hurt()
    run.rest(6)
    #expect(run.markers.last == .pain(level: nil))
    run.press(.undo)
    #expect(!run.announced().contains(.painUndone(set: 0)))
  }

  @Test func afterSeverePainTheSessionIsOverUnlessThePersonGoesOn() {
    var run = Self.hurt()
    run.press(.painLevel(8))
    run.rest(19)
    #expect(!run.isOver)
    run.rest(2)
    #expect(run.isOver)
    var other = Self.hurt()
    other.press(.painLevel(8), .next)
    #expect(!other.isOver)
    #expect(other.guide.current == 1)
    var third = Self.hurt()
    third.press(.painLevel(7), .pause)
    #expect(third.isOver)
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
    #expect(!run.isOver)
    run.press(.finish)
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
