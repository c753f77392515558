import MotionCore
import MotionReport
import Testing

@Suite struct LiveLinesTests {
  private func lines(_ plans: [PlannedSet], _ events: [SessionEvent]) -> [String] {
    var live = LiveLines(sets: plans)
    return events.flatMap { live.lines(for: [$0]) }
  }

  @Test func repetitionsAreCountedUnderTheirExercise() throws {
    let plan = try Fixtures.plan("bent-over-row", target: Target(reps: 3))
    #expect(
      lines(
        [plan],
        [
          .repetition(set: 0, Fixtures.repetition(1), count: 1),
          .repetition(set: 0, Fixtures.repetition(2, verdict: .tooFast), count: 2),
          .repetition(set: 0, Fixtures.repetition(3, verdict: .partial), count: 2),
          .repetition(set: 0, Fixtures.repetition(4, verdict: .notLikeTheOthers), count: 2),
          .repetition(set: 0, Fixtures.repetition(5, verdict: .unfinished), count: 2),
        ]) == [
          "Bent-over row: 3 reps",
          "   0:07  rep 1 of 3 - 2.8 s",
          "   0:11  rep 2 of 3 - 2.8 s, fast: this one is meant to be slow",
          "   0:15  part of the way - 2.8 s, not counted",
          "   0:19  another movement - 2.8 s, not counted",
          "   0:23  interrupted - 2.8 s, not counted",
        ])
  }

  @Test func withoutATargetOnlyTheCountIsSaid() throws {
    #expect(
      lines(
        [try Fixtures.plan("repetition", side: .left)],
        [.repetition(set: 0, Fixtures.repetition(1), count: 1)])
        == ["Repetition, left", "   0:07  rep 1 - 2.8 s"])
  }

  @Test func holdsAreAnnouncedWhenReachedAndWhenReleased() throws {
    let target = Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30)
    #expect(
      lines(
        [try Fixtures.plan("childs-pose", target: target)],
        [
          .holdReached(set: 0, time: 55),
          .hold(set: 0, Fixtures.hold(1, seconds: 22.14), count: 1),
          .hold(set: 0, Fixtures.hold(2, seconds: 9.96, verdict: .short), count: 1),
          .holdReached(set: 0, time: 135),
        ]) == [
          "Child's pose: 3 holds of 15 to 30 s",
          "   0:55  hold 1: 15 s reached, keep on up to 30 s if it stays comfortable",
          "   1:02  hold 1 of 3 - held 22.1 s",
          "   1:30  held 10.0 s of 15 to 30 s, not counted",
          "   2:15  hold 2: 15 s reached, keep on up to 30 s if it stays comfortable",
        ])
  }

  /// What was reached and not counted after all is done again, with its number.
  @Test func aHoldThatWasNotCountedKeepsNoNumber() throws {
    let lines = lines(
      [try Fixtures.plan("scapular-squeeze", target: Target(reps: 3, holdSeconds: 5))],
      [
        .holdReached(set: 0, time: 15), .holdReached(set: 0, time: 25),
        .hold(set: 0, Fixtures.hold(1, seconds: 5.5), count: 1),
        .hold(set: 0, Fixtures.hold(2, seconds: 5.5, verdict: .partial), count: 1),
        .holdReached(set: 0, time: 35),
      ])
    #expect(
      lines.filter { $0.contains("reached") }.map { $0.split(separator: " ")[2] }
        == ["1:", "2:", "2:"])
  }

  @Test func aHoldWithoutAnUpperEndIsNotPushedOn() throws {
    let plan = try Fixtures.plan("scapular-squeeze", target: Target(reps: nil, holdSeconds: 5))
    #expect(
      lines([plan], [.holdReached(set: 0, time: 45)])
        == [
          "Scapular squeeze: holds of 5 s",
          "   0:45  hold 1: 5 s reached, let go when you are ready",
        ])
  }

  @Test func correctionsThatComeTogetherAreToldOnceWithTheNewCount() throws {
    var late = Fixtures.repetition(1, verdict: .notLikeTheOthers)
    late.correctedAt = 61
    late.reason = .walkingSwing
    var back = Fixtures.hold(2, seconds: 16)
    back.correctedAt = 130
    var live = LiveLines(sets: [
      try Fixtures.plan("bent-over-row", target: Target(reps: 10)), try Fixtures.plan("hold"),
    ])
    #expect(
      live.lines(for: [
        .repetitionCorrected(set: 0, late, count: 8), .holdCorrected(set: 1, back, count: 2),
        .repetitionCorrected(set: 0, late, count: 7),
      ]) == [
        "Bent-over row: 10 reps",
        "   1:01  corrected to 7 of 10 reps: the swing of a walking arm",
        "Hold",
        "   2:10  corrected to 2 holds",
      ])
  }

  @Test func aCorrectionThatChangesNoCountIsNotTold() throws {
    let short = Fixtures.hold(1, seconds: 9, verdict: .short)
    var other = short
    other.verdict = .notLikeTheOthers
    other.correctedAt = 60
    let lines = lines(
      [try Fixtures.plan("childs-pose")],
      [.hold(set: 0, short, count: 0), .holdCorrected(set: 0, other, count: 0)])
    #expect(lines == ["Child's pose", "   0:49  held 9.0 s, not counted"])
  }

  @Test func eachSetIsHeadedOnceAndGapsNeedNoHead() throws {
    let plans = [
      try Fixtures.plan("open-book", side: .left, target: Target(reps: 1)),
      try Fixtures.plan("open-book", side: .right, target: Target(reps: 1)),
    ]
    #expect(
      lines(
        plans,
        [
          .repetition(set: 0, Fixtures.repetition(1), count: 1),
          .gap(Gap(start: 7.5, end: 3601)),
          .repetition(set: 1, Fixtures.repetition(2), count: 1),
        ]) == [
          "Open book, left: 1 rep", "   0:07  rep 1 of 1 - 2.8 s",
          "1:00:01  no signal for 3593.5 s",
          "Open book, right: 1 rep", "   0:11  rep 1 of 1 - 2.8 s",
        ])
  }
}
