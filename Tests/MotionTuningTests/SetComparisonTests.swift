import MotionCore
import Testing

@testable import MotionTuning

@Suite struct SetComparisonTests {
  private func compare(
    _ report: SetReport, reported: [ReportedCount]? = nil, count: Int = 0, labels: [Label]? = nil
  ) -> SetComparison {
    SetComparison(
      report, reported: reported ?? report.toldAtOnce, truth: SetTruth(count: count, events: labels)
    )
  }

  @Test func onlyCountedVerdictsEnterTheCount() {
    let reps = Verdict.allCases.enumerated().map { repetition(at: Double($0 * 2), $1) }
    let set = compare(.rows(reps), count: 4)
    #expect(set.count == 3)
    #expect(set.countError == -1)
    #expect(set.movements.count == Verdict.allCases.count - 1)
  }

  @Test func movementErrorHoldsPartialOnesAgainstLabelsOfPartialOnes() {
    let report = SetReport.rows([repetition(at: 0), repetition(at: 2, .partial)])
    let set = compare(report, count: 1, labels: [label(at: 0), label(at: 2, count: 0)])
    #expect(set.countError == 0 && set.movementError == 0)
    #expect(compare(report, count: 1).movementError == 1)
  }

  @Test func whatAGapCutsIsMissingFromTheCountAndSaidToBeCut() {
    let labels = (0..<3).map { label(at: Double($0 * 10)) }
    let set = SetComparison(
      .rows([0, 20].map { repetition(at: $0) }), reported: [],
      truth: SetTruth(count: 3, events: labels), gaps: [Gap(start: 10.5, end: 12)])
    #expect(set.countError == -1 && set.movementError == -1)
    #expect(set.missed == [1])
    #expect(set.story.contains("  10.00-11.00 (1.00 s)  not found, cut by a gap"))
    #expect(Score([set]).exact.fraction == 0 && Score([set]).recalled.fraction == 2.0 / 3)
  }

  @Test func latenciesBeginWithTheThirdCountedRepetition() {
    let verdicts: [Verdict] = [.ok, .notLikeTheOthers, .ok, .ok, .partial, .tooFast]
    let reps = verdicts.enumerated().map { repetition(at: Double($0 * 2), $1) }
    #expect(compare(.rows(reps)).latencies == [0.25, 0.25])
  }

  @Test func latencyLastsUntilTheCountIsToldAndStands() {
    let reps = (0..<4).map { repetition(at: Double($0 * 2)) }
    let reported = [(3.25, 2), (5.25, 3), (6, 2), (7.5, 4)].map {
      ReportedCount(seconds: $0, count: $1)
    }
    #expect(compare(.rows(reps), reported: reported).latencies == [2.5, 0.5])
  }

  @Test func aCountThatWasToldBeforeItWasDoneIsNotEarly() {
    let reps = (0..<3).map { repetition(at: Double($0 * 2)) }
    #expect(compare(.rows(reps), reported: [ReportedCount(seconds: 2, count: 3)]).latencies == [0])
  }

  @Test func whatIsNotTheExerciseMatchesNoLabel() {
    let set = compare(.rows([repetition(at: 0, .notLikeTheOthers)]), labels: [label(at: 0)])
    #expect(set.matching?.missed == [0])
    #expect(set.matching?.extra.isEmpty == true)
  }

  @Test func withoutLabelledEventsNothingIsMatched() {
    let set = compare(.rows([repetition(at: 0)]), count: 1)
    #expect(set.matching == nil && set.pairs.isEmpty && set.holdErrorsSeconds.isEmpty)
  }

  @Test func holdErrorsAreTimedLessHeld() {
    let set = compare(
      .squeezes([hold(0, 5.5), hold(10, 14)]), labels: [holdLabel(0, 5), holdLabel(10, 15)])
    #expect(set.holdErrorsSeconds == [0.5, -1])
  }

  // squeezes are prescribed for 5 s and count from 4.5 s on
  @Test(arguments: [(3.9, false), (4.1, true), (4.9, true), (5.1, false)])
  func holdsNearTheLimitAreCloseCalls(seconds: Double, isClose: Bool) {
    let set = compare(.squeezes([]))
    #expect(set.isCloseCall(holdLabel(0, seconds)) == isClose)
  }

  @Test func storyTellsWhatWasFoundAndWhatWasNotInOrderOfTime() {
    let report = SetReport.rows([repetition(at: 0), repetition(at: 4, .partial)])
    let story = compare(report, labels: [label(at: 0), label(at: 2)]).story
    #expect(
      story == [
        "  0.00-1.00 (1.00 s)  ok", "  2.00-3.00 (1.00 s)  not found",
        "  4.00-5.00 (1.00 s)  partial  (no label)",
      ])
  }

  @Test func faultsAreOrderedByCountThenEventsThenHoldTimes() {
    let right = compare(.squeezes([hold(0, 5.4)]), count: 1, labels: [holdLabel(0, 5)])
    let long = compare(.squeezes([hold(0, 6)]), count: 1, labels: [holdLabel(0, 5)])
    let stray = compare(.squeezes([hold(10, 15)]), count: 1, labels: [holdLabel(0, 5)])
    let miscounted = compare(.squeezes([]), count: 1)
    #expect(right.fault == .none)
    #expect(right.fault < long.fault && long.fault < stray.fault && stray.fault < miscounted.fault)
  }
}
