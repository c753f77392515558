import Foundation
import FoundationXML
import MotionCore
import Testing

@testable import MotionReport

@Suite struct PlotTests {
  private func wellFormed(_ svg: String) -> Bool { XMLParser(data: Data(svg.utf8)).parse() }

  @Test func aLineKeepsItsExtremesAndLosesTheRest() {
    let points = (0..<100_000).map { (x: Double($0), y: Optional($0 == 54_321 ? 9.0 : 0.0)) }
    let lines = PlotLine.lines(points, along: .time(0...100_000), columns: 100)
    #expect(lines.count == 1)
    #expect(lines[0].count <= 4 * 101)
    #expect(lines[0].contains { $0.y == 9 })
  }

  @Test func aGapBreaksALine() {
    let points: [(x: Double, y: Double?)] = [(0, 1), (1, 2), (2, nil), (3, 1), (4, 2), (5, .nan)]
    let lines = PlotLine.lines(points, along: .time(0...5), columns: 100)
    #expect(lines.map { $0.map(\.x) } == [[0, 1], [3, 4]])
  }

  @Test func aClockThatJumpsByYearsStillMakesASmallDrawing() {
    let year = 365.0 * 86_400
    let points = (0..<60_000).map { index in
      (seconds: Double(index) / 50 + (index > 30_000 ? 3 * year : 0), value: Vector3(0, 0, 9.81))
    }
    let svg = RecordingPlot(
      title: "years", panels: [RecordingPlot.Panel(title: "force", points: points)],
      seconds: 3 * year, gaps: [Gap(start: 600, end: 3 * year)]
    ).svg
    #expect(svg.utf8.count < 300_000)
    #expect(wellFormed(svg))
  }

  @Test func formsOfMarksAreToldApartWithoutColour() {
    let bars = PlotMark.Form.allCases.map {
      $0.bar(x: "0", width: "10", y: 0, height: 16).rendered
    }
    #expect(Set(bars).count == bars.count)
    #expect(wellFormed("<g>" + bars.joined() + "</g>"))
  }

  @Test func everyVerdictHasAForm() {
    for verdict in Verdict.allCases {
      #expect(verdict.form.isCounted == verdict.isCounted)
    }
  }

  @Test func numbersAreThinnedWhereTheyWouldTouch() {
    let marks = (1...120).map {
      PlotMark(
        span: Double($0) * 2...Double($0) * 2 + 1, form: .counted, number: $0, note: "")
    }
    let plot = Plot(title: "", axis: .time(0...242), rows: [Plot.Row(marks)], panels: [])
    let drawing = Markup(plot.drawing(panel: 10)).rendered
    let numbers = drawing.matches(of: /class="number[a-z ]*"[^>]*>([0-9]+)</).compactMap {
      Int($0.1)
    }
    #expect(numbers.count < 60 && numbers.count > 10)
    #expect(numbers.first == 1)
  }

  @Test func aSetIsDrawnFromItsFirstToItsLastMovement() throws {
    let trace = MovementTrace((0..<500).map { (Double($0) / 10, sin(Double($0) / 10)) })
    let plot = try #require(SetPlot(try Fixtures.rows(), trace: trace, gaps: [])?.plot)
    #expect(abs(plot.axis.range.lowerBound - 1.21) < 0.01)
    #expect(abs(plot.axis.range.upperBound - 18.02) < 0.01)
    #expect(plot.title == "2 reps counted, 1 movement not counted")
    #expect(plot.forms == [.counted, .warned, .partial])
    #expect(SetPlot(try Fixtures.rows(), trace: nil, gaps: []) == nil)
  }

  @Test func holdsAreDrawnAgainstWhatWasAsked() throws {
    let pose = try Fixtures.session().sets[1]
    let held = try #require(SetCharts(pose).charts.first { $0.name == "Held" }).chart
    #expect(held.columns.map(\.number) == [1, nil, 2, 3])
    #expect(held.columns.map(\.form) == [.counted, .partial, .counted, .counted])
    #expect(held.asked?.least == 15 && held.asked?.greatest == 30)
    #expect(held.axis.range.upperBound >= 30)
    #expect(wellFormed("<svg>" + Markup(held.drawing(columns: 90)).rendered + "</svg>"))
  }
}
