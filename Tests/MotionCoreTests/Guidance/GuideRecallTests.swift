import Testing

@testable import MotionCore

/// A session that was interrupted goes on where it stopped, with what was counted.
@Suite struct GuideRecallTests {
  private static let pauseSeconds = 90.0

  private static func begun(_ program: Program = .rowsAndHolds) -> GuidedSession {
    var run = GuidedSession(program)
    run.restUntilGo()
    return run
  }

  private static func goingOn(
    _ past: GuidedSession, _ program: Program = .rowsAndHolds
  ) -> GuidedSession {
    GuidedSession(goingOnWith: past, of: program, after: pauseSeconds)
  }

  @Test func thePastIsTakenInSilence() {
    var past = Self.begun()
    past.perform(.threeReps)
    let run = Self.goingOn(past)
    #expect(run.cues.isEmpty)
    #expect(run.guide.counts == [3, 0])
    #expect(run.guide.phase == .starting)
  }

  @Test func aSetThatWasRunningGoesOnWithItsCount() {
    let program = Program.of(
      (.bentOverRow, Target(reps: 6), [nil]), (.hold, Target(reps: 2, holdSeconds: 5), [nil]))
    var past = Self.begun(program)
    past.perform(.threeReps)
    #expect(past.counts == [3, 0])
    var run = Self.goingOn(past, program)
    #expect(run.guide.counts == [3, 0])
    run.restUntilGo()
    #expect(run.announced().first == .introduced(set: 0, arm: nil))
    #expect(run.begun == [0])
    run.perform(.threeReps)
    run.rest(3)
    #expect(run.announced().contains(.setEnded(set: 0, count: 6)))
    run.restUntilGo()
    run.perform(.twoHolds)
    run.rest(atMost: 15) { $0 == .finished }
    run.end()
    #expect(run.begun == [0, 1])
    #expect(run.counts == [6, 2])
    #expect(run.outcomes == [.done, .done])
    // the recording as a whole gives the same
    let again = SessionRun(.program(program), readings: run.readings)
    #expect(again.report == run.session.report)
    #expect(again.events == run.events)
    #expect(again.report.quality.gaps.count == 1)
  }

  @Test func inTheRestItGoesOnWithTheNextSet() {
    var past = Self.begun()
    past.perform(.threeReps)
    past.rest(4)
    #expect(past.markers.last == .setEnd)
    var run = Self.goingOn(past)
    run.restUntilGo()
    #expect(run.begun == [1])
    #expect(run.guide.counts == [3, 0])
  }

  @Test func inAPauseTheSameSetComesAgain() {
    var past = Self.begun()
    past.press(.pause)
    var run = Self.goingOn(past)
    run.restUntilGo()
    #expect(run.begun == [0])
  }

  @Test func aSetThatWasLeftDoesNotComeBack() {
    var past = Self.begun(.twoSides)
    past.press(.next, .next, .next, .next)
    #expect(past.begun == [0, 1, 2])
    var run = Self.goingOn(past, .twoSides)
    run.restUntilGo()
    #expect(run.begun == [2])
    run.press(.next)
    #expect(run.isOver)
  }

  @Test func whatThisPlaceCannotSeeIsNotOfferedAgain() {
    let program = Program.of(
      (.scapularSqueeze, Target(reps: 3, holdSeconds: 5), [nil]),
      (.bentOverRow, Target(reps: 3), [nil]), (.openBook, Target(reps: 3), [nil]))
    var past = GuidedSession(program, placement: .wrist)
    past.restUntilGo()
    #expect(past.begun == [1])
    var run = Self.goingOn(past, program)
    run.restUntilGo()
    run.press(.next)
    run.restUntilGo()
    #expect(run.begun == [1, 2])
    #expect(!run.announced().contains(.unseen(set: 0)))
  }

  @Test func theSideThatWasPutOffIsStillToCome() {
    var past = GuidedSession(.twoSides)
    past.rest(1)
    past.press(.switchSide, .next)
    #expect(past.begun == [1])
    var run = Self.goingOn(past, .twoSides)
    run.restUntilGo()
    // the sensor is on the right arm already
    #expect(run.announced().first == .introduced(set: 1, arm: .right))
    run.perform(.threeReps)
    run.rest(3)
    #expect(run.announced().last == .moveStrap(to: .left))
  }

  @Test func theArmIsThatOfTheSetThatWasRunning() {
    var past = Self.begun(.twoSides)
    past.perform(.threeReps)
    past.rest(3)
    past.perform(.strap)
    past.restUntilGo()
    #expect(past.begun == [0, 1])
    var run = Self.goingOn(past, .twoSides)
    run.rest(0.5)
    #expect(run.announced() == [.introduced(set: 1, arm: .right)])
  }

  @Test func whatHurtIsNotGoneOnWith() {
    var past = Self.begun(.twoSides)
    past.press(.pain, .painLevel(4))
    var run = Self.goingOn(past, .twoSides)
    run.restUntilGo()
    #expect(run.begun == [2])
    run.press(.finish, .finish)
    run.end()
    #expect(run.outcomes.first == .stoppedForPain)
    #expect(run.session.report.sets[0].pain == 4)
  }

  @Test func whenAllWasDoneItIsOver() {
    var past = Self.begun()
    past.perform(.threeReps)
    past.restUntilGo()
    past.perform(.twoHolds)
    past.rest(1.5)
    past.press(.next)
    #expect(past.isOver)
    var run = Self.goingOn(past)
    run.rest(1)
    #expect(run.announced() == [.finished])
    #expect(run.isOver)
  }
}
