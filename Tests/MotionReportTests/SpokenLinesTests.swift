import MotionCore
import MotionReport
import Testing

@Suite struct SpokenLinesTests {
  private func said(_ plans: [PlannedSet], _ events: [SessionEvent]) -> [Utterance] {
    var spoken = SpokenLines(sets: plans)
    return spoken.utterances(for: events)
  }

  @Test func countsAreShortAndSayWhatToDoBetter() throws {
    let plan = try Fixtures.plan("bent-over-row", side: .left, target: Target(reps: 2))
    #expect(
      said(
        [plan],
        [
          .repetition(set: 0, Fixtures.repetition(1), count: 1),
          .repetition(set: 0, Fixtures.repetition(2, verdict: .partial), count: 1),
          .repetition(set: 0, Fixtures.repetition(3, verdict: .notLikeTheOthers), count: 1),
          .repetition(set: 0, Fixtures.repetition(4, verdict: .unfinished), count: 1),
          .repetition(set: 0, Fixtures.repetition(5, verdict: .tooFast), count: 2),
          .repetition(set: 0, Fixtures.repetition(6), count: 3),
        ]) == [
          Utterance("1", .count), Utterance("not all the way", .count),
          Utterance("2", .count), Utterance("bent-over row, left, done", .cue),
          Utterance("3", .count),
        ])
  }

  @Test func twoQuickOnesAreAskedToBeSlower() throws {
    let plan = try Fixtures.plan("bent-over-row")
    let events = (1...5).map { number in
      var repetition = Fixtures.repetition(number)
      repetition.tempo = [0.5, 0.2, 0.5, nil]
      return SessionEvent.repetition(set: 0, repetition, count: number)
    }
    #expect(said([plan], events).map(\.text) == ["1", "2, slower", "3", "4", "5, slower"])
  }

  @Test func holdsSayWhenToLetGo() throws {
    let limited = try Fixtures.plan(
      "childs-pose", target: Target(reps: 1, holdSeconds: 15, holdSecondsMax: 30))
    let plain = try Fixtures.plan("scapular-squeeze", target: Target(reps: nil, holdSeconds: 5))
    #expect(
      said(
        [limited, plain],
        [
          .holdReached(set: 0, time: 55),
          .hold(set: 0, Fixtures.hold(1, seconds: 22), count: 1),
          .holdReached(set: 1, time: 95),
          .hold(set: 1, Fixtures.hold(1, seconds: 3, verdict: .short), count: 0),
        ]) == [
          Utterance("long enough; go on if it is comfortable", .interruption),
          Utterance("1", .count), Utterance("child's pose, done", .cue),
          Utterance("let go", .interruption), Utterance("too short", .count),
        ])
  }

  @Test func aCorrectionIsSaidOnlyWhereItChangesTheCount() throws {
    let plan = try Fixtures.plan("bent-over-row", target: Target(reps: 2))
    let first = Fixtures.repetition(1)
    let withdrawn = Fixtures.repetition(2, verdict: .notLikeTheOthers)
    #expect(
      said(
        [plan],
        [
          .repetition(set: 0, first, count: 1), .repetitionCorrected(set: 0, first, count: 1),
          .repetition(set: 0, first, count: 2), .repetitionCorrected(set: 0, withdrawn, count: 1),
          .repetition(set: 0, first, count: 2),
        ]) == [
          Utterance("1", .count), Utterance("2", .count),
          Utterance("bent-over row, done", .cue), Utterance("corrected to 1", .count),
          Utterance("2", .count),
        ])
  }

  @Test func onlyGapsThatMatterAreSpokenOf() throws {
    let plan = try Fixtures.plan("repetition")
    #expect(
      said([plan], [.gap(Gap(start: 1, end: 2.9)), .gap(Gap(start: 10, end: 22.4))])
        == [Utterance("there was no signal for 12 seconds", .cue)])
  }
}
