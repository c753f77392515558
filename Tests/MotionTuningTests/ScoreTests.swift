import MotionCore
import Testing

@testable import MotionTuning

@Suite struct ScoreTests {
  private func rows(_ found: [Repetition], count: Int, labels: [Label]? = nil) -> SetComparison {
    let report = SetReport.rows(found)
    return SetComparison(
      report, reported: report.toldAtOnce, truth: SetTruth(count: count, events: labels))
  }

  private func reps(_ count: Int) -> [Repetition] {
    (0..<count).map { repetition(at: Double($0 * 2)) }
  }

  @Test func countsAreScoredBySets() {
    let score = Score([10, 11, 8, 10].map { rows(reps($0), count: 10) })
    #expect(score.sets == 4)
    #expect(score.exact.fraction == 0.5)
    #expect(score.withinOne.fraction == 0.75)
    #expect(score.meanAbsoluteError == 0.75)
    #expect(score.bias == -0.25)
  }

  @Test func withoutSetsThereAreNoFigures() {
    let score = Score()
    #expect(score.sets == 0 && score.meanAbsoluteError == nil && score.bias == nil)
    #expect(score.f1 == nil && score.exact.fraction == nil && score.latencySeconds.median == nil)
  }

  @Test func eventsAreScoredAcrossSets() {
    let score = Score([
      rows([repetition(at: 0), repetition(at: 5)], count: 1, labels: [label(at: 0)]),
      rows([repetition(at: 0)], count: 2, labels: [label(at: 0), label(at: 2)]),
    ])
    #expect(score.precise.fraction == 2.0 / 3)
    #expect(score.recalled.fraction == 2.0 / 3)
    #expect(score.f1 == 2.0 / 3)
  }

  @Test func boundaryErrorsAreMeansOfBothEnds() {
    let late = Label(start: 0, end: 0.8, exercise: "bent-over-row", kind: .rep)
    let score = Score([rows([repetition(at: 0)], count: 1, labels: [late])])
    #expect(abs((score.boundaryErrorSeconds.mean ?? 0) - 0.1) < 1e-9)
  }

  @Test func partialRepetitionsMustBeFoundAndCalledPartial() {
    let labels = (0..<3).map { label(at: Double($0 * 2), count: 0) }
    let score = Score([
      rows([repetition(at: 0, .partial), repetition(at: 2)], count: 0, labels: labels)
    ])
    #expect(score.partialFlagged.right == 1 && score.partialFlagged.total == 3)
    #expect(score.countAccuracy.fraction == 0.5)
  }

  @Test func closeCallsAreNotJudged() {
    let report = SetReport.squeezes([hold(0, 4.7), hold(10, 13)])
    let labels = [holdLabel(0, 4.8, count: 0), holdLabel(10, 13, count: 0)]
    let score = Score([
      SetComparison(report, reported: [], truth: SetTruth(count: 0, events: labels))
    ])
    #expect(score.countAccuracy.total == 1 && score.countAccuracy.right == 0)
    #expect(score.holdErrorSeconds.count == 2)
  }

  @Test func setsThatWereNotDoneMustBeReportedSo() {
    let outcomes: [Outcome] = [.notDone, .partlyDone, .notMeasured, .notDone]
    let score = Score(
      outcomes.map {
        SetComparison(
          SetReport(plan: .usual("bent-over-row"), outcome: $0), reported: [], truth: .notDone)
      })
    #expect(score.notDoneReported.fraction == 0.5)
    #expect(Score([rows(reps(3), count: 3)]).notDoneReported.total == 0)
  }
}

@Suite struct DistributionTests {
  @Test(arguments: [(0.0, 1.0), (50, 3), (60, 3), (61, 4), (95, 5), (100, 5)])
  func percentileIsTheNearestRank(percent: Double, value: Double) {
    #expect(Distribution([3, 1, 5, 2, 4]).percentile(percent) == value)
  }

  @Test func nothingHasNoFigures() {
    let empty = Distribution()
    #expect(empty.mean == nil && empty.median == nil && empty.largest == nil && empty.count == 0)
  }
}
