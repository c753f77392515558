import Testing

@testable import MotionCore

/// What a guide does by itself.
@Suite struct GuideTests {
  /// The whole of a programme, done as the guide says and without a key.
  private static func done(_ program: Program, _ courses: [Course]) -> GuidedSession {
    var run = GuidedSession(program)
    for course in courses {
      run.restUntilGo()
      run.perform(course)
    }
    run.rest(atMost: 15) { $0 == .finished }
    run.end()
    return run
  }

  @Test func aProgrammeGoesOnByItself() {
    let run = Self.done(.rowsAndHolds, [.threeReps, .twoHolds])
    #expect(run.isOver)
    #expect(run.counts == [3, 2])
    #expect(run.outcomes == [.done, .done])
    #expect(run.begun == [0, 1])
    #expect(run.announced().last == .finished)
    #expect(
      run.markers == [
        .setEnd, .setStart(exercise: "bent-over-row", side: nil), .setEnd,
        .setStart(exercise: "hold", side: nil), .setEnd,
      ])
  }

  @Test func whatWasRecordedGivesTheSameEventsAndReport() {
    let run = Self.done(.rowsAndHolds, [.threeReps, .twoHolds])
    let again = SessionRun(.program(.rowsAndHolds), readings: run.readings)
    #expect(again.report == run.session.report)
    #expect(again.events == run.events)
  }

  @Test func anExerciseIsExplainedAndCountedDownBeforeItBegins() throws {
    var run = GuidedSession(.rowsAndHolds)
    run.restUntilGo()
    #expect(
      run.announced() == [.introduced(set: 0, arm: nil)]
        + (1...5).reversed().map { .getReady(set: 0, secondsLeft: $0) } + [.go(set: 0)])
    #expect(abs((run.cues.last?.time ?? 0) - GuideTiming.short.introductionSeconds) < 0.1)
  }

  @Test func eachCountIsToldAndTheSetEndsWhenTheTargetHasStood() throws {
    var run = GuidedSession(.rowsAndHolds)
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    let counted = run.cues.filter { if case .counted = $0.cue { true } else { false } }
    #expect(
      counted.map(\.cue) == (1...3).map { .counted(set: 0, count: $0, asksSlower: $0 == 2) })
    let end = try #require(run.cues.first { $0.cue == .setEnded(set: 0, count: 3) })
    let last = try #require(counted.last)
    #expect(abs(end.time - last.time - 2) < 0.1)
    // the rest before the second set is reported with its exercise
    #expect(
      run.announced().suffix(2) == [.rest(seconds: 8, next: 1), .introduced(set: 1, arm: nil)])
    run.restUntilGo()
    #expect(abs(run.session.now - end.time - 8) < 1)
  }

  @Test func aSetBeginsOnceThePersonIsStill() throws {
    var run = GuidedSession(.rowsAndHolds)
    run.rest(2)
    run.perform(.fidgeting(10))
    #expect(run.announced().last == .holdStill(set: 0))
    #expect(run.begun.isEmpty)
    run.rest(2)
    #expect(run.begun == [0])
  }

  @Test func aPersonWhoIsNeverStillBeginsAllTheSame() {
    var run = GuidedSession(.rowsAndHolds)
    run.perform(.fidgeting(GuideTiming.short.introductionSeconds + 19))
    #expect(run.begun.isEmpty)
    run.perform(.fidgeting(2))
    #expect(run.begun == [0])
  }

  @Test func movementsOutsideOfTheSetsAreNotCounted() {
    var run = GuidedSession(.rowsAndHolds)
    run.perform(.repetitions(2, edgeSeconds: 0))
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    run.perform(.repetitions(1, edgeSeconds: 0))
    run.press(.finish, .finish)
    run.end()
    #expect(run.counts == [3, 0])
    #expect(run.outcomes == [.done, .notStarted])
  }

  @Test func holdsAreCountedDownFromTheFirstOneOn() throws {
    var run = GuidedSession(.rowsAndHolds)
    run.press(.next)
    run.rest(0.5)
    run.press(.next, .next, .next)
    #expect(run.begun == [0, 1])
    let begin = run.session.now
    run.perform(.twoHolds)
    let announced = run.cues.filter { $0.time > begin }
    for number in 1...2 {
      let began = try #require(announced.first { $0.cue == .holdBegan(set: 1, number: number) })
      let reached = try #require(announced.first { $0.cue == .holdReached(set: 1, number: number) })
      // arrived after a second of rest and one on the way; the second one 13 s later
      let arrived = begin + 2 + Double(number - 1) * 13
      #expect(abs(reached.time - arrived - 5) < 0.8)
      let between = announced.filter { $0.time >= began.time && $0.time < reached.time }.map(\.cue)
      for seconds in 1...4 { #expect(between.contains(.holdSecondsLeft(set: 1, seconds))) }
    }
  }

  @Test func aHoldIsToldWhenItIsAsLongAsItIsMeantToBe() {
    var run = GuidedSession(
      .of((.childsPose, Target(reps: 3, holdSeconds: 5, holdSecondsMax: 8), [nil])))
    run.restUntilGo()
    run.perform(.holds([12], edgeSeconds: 1))
    #expect(run.announced().contains(.holdReached(set: 0, number: 1)))
    #expect(run.announced().contains(.holdLongest(set: 0, number: 1)))
  }

  /// A person sees at once what a hold came to, though it is counted with the second one only.
  @Test func theFirstHoldIsToldAsSoonAsItIsOver() throws {
    var run = GuidedSession(.of((.hold, Target(reps: 3, holdSeconds: 5), [nil])))
    run.restUntilGo()
    let begin = run.session.now
    run.perform(.holds([7], edgeSeconds: 1))
    run.rest(2)
    let ended = run.cues.compactMap { time, cue in
      if case .holdEnded(set: 0, let hold) = cue { (time: time, hold: hold) } else { nil }
    }
    let first = try #require(ended.first)
    #expect(ended.count == 1)
    #expect(first.hold.number == 1 && first.hold.isProvisional && first.hold.done == 1)
    #expect(abs(first.hold.seconds - 7) < 1)
    #expect(first.time - begin < 12)
  }

  /// Who has done what was asked for lies down for the next exercise, which is no further hold.
  @Test func aPositionBeyondTheTargetDoesNotKeepTheSetOpen() {
    var run = GuidedSession(.of((.hold, Target(reps: 3, holdSeconds: 5), [nil])))
    run.restUntilGo()
    var course = Course.holds([7, 7, 7], edgeSeconds: 1)
    course.move(toDegrees: 80, in: 1.5)
    course.rest(15)
    run.perform(course)
    #expect(run.announced().contains(.setEnded(set: 0, count: 3)))
  }

  @Test func aSetInWhichNothingMovesIsRemindedOfAndThenOver() throws {
    var run = GuidedSession(.rowsAndHolds)
    run.restUntilGo()
    let begin = run.session.now
    run.rest { $0 == .setEnded(set: 0, count: 0) }
    let reminder = try #require(run.cues.first { $0.cue == .nothingSeen(set: 0, count: 0) })
    let end = try #require(run.cues.first { $0.cue == .setEnded(set: 0, count: 0) })
    #expect(abs(reminder.time - begin - 10) < 1)
    #expect(abs(end.time - begin - 20) < 1)
  }

  @Test func aSetInWhichNothingIsCountedIsOverToo() {
    var run = GuidedSession(.rowsAndHolds)
    run.restUntilGo()
    var course = Course()
    for index in 0..<10 {
      course.move(toDegrees: index.isMultiple(of: 2) ? 3 : 0, in: 3)
      course.rest(3.5)
    }
    run.perform(course)
    #expect(run.announced().contains(.setEnded(set: 0, count: 0)))
  }

  /// One or two movements are known for sure only when nothing more comes.
  @Test(arguments: [
    (Exercise.hold, Target(reps: 1, holdSeconds: 5), Course.holds([7], edgeSeconds: 1)),
    (Exercise.hold, Target(reps: 2, holdSeconds: 5), .twoHolds),
    (Exercise.bentOverRow, Target(reps: 2), .repetitions(2, edgeSeconds: 1)),
  ])
  func aSetOfOneOrTwoIsOverSoon(exercise: Exercise, target: Target, course: Course) {
    var run = GuidedSession(.of((exercise, target, [nil])))
    run.restUntilGo()
    run.rest(12)
    run.perform(course)
    run.rest(10)
    run.end()
    #expect(run.isOver)
    #expect(run.counts == [target.reps])
    #expect(run.outcomes == [.done])
  }

  @Test func setsOfTheSameKindAreToldApart() {
    let program = Program(
      id: "own", title: "own",
      lines: [.init(exercise: .bentOverRow, sets: 2, target: Target(reps: 3), restSeconds: 2)])
    var run = GuidedSession(program)
    run.restUntilGo()
    // skips the first set, so that only the second one has movements
    run.press(.next)
    run.restUntilGo()
    run.perform(.threeReps)
    run.rest(3)
    run.end()
    #expect(run.counts == [0, 3])
    #expect(
      run.markers.contains(.setStart(exercise: "bent-over-row", side: nil, number: 2)))
  }
}
