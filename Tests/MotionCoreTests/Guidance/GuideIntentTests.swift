import Testing

@testable import MotionCore

/// What the person can ask of a guide.
@Suite struct GuideIntentTests {
  private static func exercising(_ program: Program = .rowsAndHolds) -> GuidedSession {
    var run = GuidedSession(program)
    run.restUntilGo()
    return run
  }

  // MARK: Next and back

  @Test func nextBeginsASetAtOnceAndThenEndsIt() {
    var run = GuidedSession(.rowsAndHolds)
    run.rest(1)
    run.press(.next)
    #expect(run.begun == [0])
    run.rest(1)
    run.press(.next)
    #expect(run.announced().contains(.setEnded(set: 0, count: 0)))
    #expect(run.guide.current == 1)
  }

  @Test func nextAfterTheLastSetEndsTheSession() {
    var run = GuidedSession(.rowsAndHolds)
    run.rest(1)
    run.press(.next, .next, .next, .next)
    #expect(run.isOver)
    #expect(run.announced().last == .finished)
    run.press(.next, .pause, .pain, .finish)
    #expect(run.announced().count { $0 == .finished } == 1)
  }

  @Test func backBeginsTheRunningSetAnewWithoutLosingItsCount() {
    var run = Self.exercising()
    run.perform(.repetitions(2, edgeSeconds: 1))
    run.rest(1)
    run.press(.back)
    #expect(run.guide.current == 0)
    run.restUntilGo()
    run.perform(.repetitions(1, edgeSeconds: 1))
    run.rest(3)
    #expect(run.guide.current == 1)
    run.end()
    #expect(run.counts[0] == 3)
  }

  @Test func backBeforeASetGoesToTheOneBefore() {
    var run = Self.exercising()
    run.press(.next)
    run.rest(1)
    run.press(.back)
    #expect(run.guide.current == 0)
    run.press(.back)
    #expect(run.guide.current == 0)
  }

  /// A set that is done does not end again by itself before something new was done in it.
  @Test func backToASetThatIsDoneLeavesTimeForMore() {
    var run = Self.exercising()
    run.perform(.threeReps)
    run.rest(3)
    run.press(.back)
    run.restUntilGo()
    run.rest(5)
    guard case .exercising = run.guide.phase else {
      Issue.record("the set is over: \(run.guide.phase)")
      return
    }
    #expect(run.guide.current == 0)
  }

  // MARK: Pause

  @Test func aPauseEndsTheMeasuringAndKeepsTheCount() {
    var run = Self.exercising(.of((.bentOverRow, Target(reps: 5), [nil])))
    run.perform(.threeReps)
    run.rest(1)
    run.press(.pause)
    run.perform(.repetitions(4, edgeSeconds: 1))
    run.rest(30)
    #expect(run.announced().last == .paused)
    run.press(.pause)
    #expect(run.announced().last == .resumed(set: 0))
    run.restUntilGo()
    run.perform(.repetitions(2, edgeSeconds: 1))
    run.rest(3)
    #expect(run.isOver)
    #expect(run.counts == [5])
  }

  @Test func aPauseThatIsForgottenEndsTheSession() {
    var timing = GuideTiming.short
    timing.longestPauseSeconds = 30
    var run = GuidedSession(.rowsAndHolds, timing: timing)
    run.rest(1)
    run.press(.pause)
    run.rest(31)
    #expect(run.isOver)
  }

  @Test func nextGoesOnAfterAPause() {
    var run = Self.exercising()
    run.press(.pause, .next)
    #expect(run.announced().last == .resumed(set: 0))
  }

  // MARK: Sides

  @Test func theOtherSideCanBeDoneFirst() {
    var run = GuidedSession(.twoSides)
    run.rest(0.5)
    #expect(run.announced() == [.introduced(set: 0, arm: .left)])
    run.press(.switchSide)
    #expect(run.announced().last == .moveStrap(to: .right))
    run.perform(.strap)
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    #expect(run.announced().last == .moveStrap(to: .left))
    run.perform(.strap)
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    run.end()
    #expect(run.begun == [1, 0])
    #expect(run.counts == [3, 3, 0])
    let again = SessionRun(.program(.twoSides), readings: run.readings)
    #expect(again.report == run.session.report)
  }

  @Test func whereThereIsNoOtherSideNothingChanges() {
    var run = Self.exercising()
    run.press(.switchSide)
    #expect(run.announced().last == .noOtherSide(set: 0))
    #expect(run.guide.current == 0)
  }

  @Test func betweenTheSidesTheSensorChangesArms() throws {
    var run = Self.exercising(.twoSides)
    run.perform(.threeReps)
    run.rest(3)
    #expect(run.announced().last == .moveStrap(to: .right))
    // nothing happens before it has moved
    run.rest(20)
    #expect(run.announced().last == .moveStrap(to: .right))
    run.perform(.strap)
    run.rest(2)
    #expect(run.announced().last == .moveStrap(to: .right))
    run.rest(2)
    #expect(run.announced().contains(.introduced(set: 1, arm: .right)))
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    // rows are done with both arms: the sensor stays
    #expect(run.announced().last == .introduced(set: 2, arm: .right))
    run.end()
    #expect(run.counts == [3, 3, 0])
  }

  @Test func aStrapThatNobodyMovesDoesNotStopTheSession() {
    var run = Self.exercising(.twoSides)
    run.perform(.threeReps)
    run.rest(3)
    run.rest(atMost: 95) { $0 == .introduced(set: 1, arm: .right) }
    #expect(run.announced().contains(.introduced(set: 1, arm: .right)))
  }

  @Test func onTheUpperBackTheSensorStaysWhereItIs() {
    var run = GuidedSession(.twoSides, placement: .upperBack)
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    #expect(run.announced().last == .introduced(set: 1, arm: nil))
  }

  // MARK: What cannot be seen

  @Test func anExerciseThatThisPlaceCannotSeeIsPassedOverAndNotMeasured() {
    var run = GuidedSession(
      .of(
        (.scapularSqueeze, Target(reps: 3, holdSeconds: 5), [nil]),
        (.bentOverRow, Target(reps: 3), [nil])), placement: .wrist)
    run.rest(1)
    #expect(run.announced() == [.unseen(set: 0)])
    run.restUntilGo()
    #expect(run.begun == [1])
    run.press(.finish, .finish)
    run.end()
    #expect(run.outcomes == [.notMeasured, .notDone])
  }

  @Test func smallHoldsWithoutAGyroscopeAreWarnedAbout() {
    var run = GuidedSession(
      .of((.scapularSqueeze, Target(reps: 3, holdSeconds: 5), [nil])), hasGyroscope: false)
    run.rest(0.5)
    #expect(run.announced().last == .weakSignal(set: 0, .noGyroscope))
  }

  // MARK: The end

  @Test func finishKeepsWhatWasDone() {
    var run = Self.exercising()
    run.perform(.repetitions(2, edgeSeconds: 1))
    run.press(.finish, .finish)
    run.end()
    #expect(run.isOver)
    #expect(run.counts == [2, 0])
    #expect(run.outcomes == [.partlyDone, .notStarted])
    #expect(run.markers.last == .setEnd)
  }

  @Test func finishBeforeTheFirstSampleEndsToo() {
    var run = GuidedSession(.rowsAndHolds)
    run.press(.next, .finish)
    #expect(run.isOver)
  }
}
