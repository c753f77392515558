import MotionCore
import Testing

@testable import MotionReport
@testable import MotionTuning

@Suite struct PresentationTests {
  @Test func wordsStandLeftAndFiguresRight() {
    var table = TextTable(words: ["name"], figures: ["n"])
    table.add(["row", "10"])
    table.add(["open book", "7"])
    #expect(
      table.lines == ["name        n", "---------  --", "row        10", "open book   7"])
  }

  @Test(arguments: [(1.005, 2, "1.00"), (-0.04, 1, "0.0"), (-1.25, 1, "-1.3"), (12.6, 0, "13")])
  func numbersHaveFixedDecimals(value: Double, places: Int, text: String) {
    #expect(value.fixed(places) == text)
  }

  @Test func figuresThatAreNoTimesAreShownAsTheyAre() {
    #expect(1.7e18.fixed(1) == "1.7e+18")
    #expect(Double.nan.fixed(2) == "nan")
  }

  @Test func onlyTablesWithFiguresAreShown() {
    let report = SetReport.rows([repetition(at: 0)])
    let counted = SetComparison(report, reported: [], truth: SetTruth(count: 1, events: nil))
    let lines = ScoreTable(
      columns: ["dataset"], rows: [.init(names: ["gym"], score: Score([counted]))]
    ).lines
    #expect(lines.count == 4)
    #expect(lines.first == "Counts")
    #expect(lines.last?.hasPrefix("gym         1   1.00") == true)
  }
}
