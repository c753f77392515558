import MotionCore
import Testing

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

  @Test func onlyTablesWithFiguresAreShown() {
    let report = SetReport.rows([repetition(at: 0)])
    let counted = SetComparison(report, told: [], truth: SetTruth(count: 1, events: nil))
    let lines = ScoreTable(
      columns: ["dataset"], rows: [.init(names: ["gym"], score: Score([counted]))]
    ).lines
    #expect(lines.count == 4)
    #expect(lines.first == "Counts")
    #expect(lines.last?.hasPrefix("gym         1   1.00") == true)
  }

  @Test func aDrawingHoldsSignalFoundEventsAndLabels() {
    let samples = (0..<100).map {
      IMUSample(nanoseconds: Int64($0) * 20_000_000, specificForce: Vector3(0, 0, 9.81))
    }
    let report = SetReport.rows([repetition(at: 0.5, .partial)])
    let set = SetComparison(
      report, told: [], truth: SetTruth(count: 1, events: [label(at: 0.4)]))
    let svg = SetPlot(title: "a<b", samples: samples, sets: [set]).svg
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("a&lt;b"))
    #expect(svg.split(separator: "<polyline").count == 4)
    #expect(svg.contains("0.50 to 1.50 s, partial"))
    #expect(svg.contains("0.40 to 1.40 s, label"))
  }
}
