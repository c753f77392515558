import Foundation
import MotionCore
import Testing

@testable import MotionReport

@Suite struct SignalPlotTests {
  private func samples(
    _ count: Int, from start: Double = 0, turning rate: Double? = nil,
    force: (Double) -> Double = { _ in 9.81 }
  ) -> [IMUSample] {
    (0..<count).map { index in
      let seconds = start + Double(index) / 50
      return IMUSample(
        nanoseconds: Int64((seconds * 1_000_000_000).rounded()),
        specificForce: Vector3(0, 0, force(seconds)),
        angularRate: rate.map { Vector3($0, 0, 0) })
    }
  }

  private func drawing(_ samples: [IMUSample]) -> String {
    let found = [
      PlotMark(span: 0.5...1.5, form: .counted, number: 1, note: "0.50 to 1.50 s, ok"),
      PlotMark(span: 1.5...2.5, form: .partial, note: "1.50 to 2.50 s, partial"),
    ]
    let label = PlotMark(span: 0.4...1.4, form: .label, note: "0.40 to 1.40 s, label")
    return SignalPlot(
      title: "a<b", result: "counted 1, true 2", samples: samples,
      rows: [Plot.Row(title: "found", found), Plot.Row(title: "labelled", [label])]
    ).svg
  }

  @Test func holdsSignalFoundEventsAndLabels() {
    let svg = drawing(samples(150))
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("a&lt;b"))
    #expect(svg.split(separator: "<polyline").count == 1 + 3)
    #expect(svg.contains("counted 1, true 2"))
    #expect(svg.contains("0.50 to 1.50 s, ok"))
    #expect(svg.contains("1.50 to 2.50 s, partial"))
    #expect(svg.contains("0.40 to 1.40 s, label"))
  }

  @Test func countedEventsAreNumbered() {
    let numbers = drawing(samples(150)).matches(of: /class="number[a-z ]*"[^>]*>([0-9]+)</).map(\.1)
    #expect(numbers == ["1"])
  }

  @Test func theTimeHasRoundTicks() {
    let labels = drawing(samples(301)).matches(of: />([0-9]+) s<\/text>/).map(\.1)
    #expect(labels == ["0", "1", "2", "3", "4", "5", "6"])
  }

  @Test func aGyroscopeHasAPanelOfItsOwn() {
    let svg = drawing(samples(150, turning: 1))
    #expect(svg.split(separator: "<polyline").count == 1 + 6)
    #expect(svg.contains("turned, degrees"))
  }

  @Test func aGapBreaksTheLines() {
    let signal = PlotSignal(samples(100) + samples(100, from: 4))
    #expect(signal.segments == [0..<20, 20..<40])
    #expect(drawing(samples(100) + samples(100, from: 4)).split(separator: "<polyline").count == 7)
  }

  @Test func anEmptyRecordingIsDrawn() {
    #expect(drawing([]).contains("<line"))
  }

  @Test func turnedAnglesAreInDegreesAndForgottenOverFiveSeconds() throws {
    let signal = PlotSignal(samples(1500, turning: 0.5))
    let turned = try #require(signal.turned)
    for point in [10, 30, 250] {
      let kept = 5 * (1 - exp(-signal.seconds[point] / 5))
      #expect(abs(turned[point].x - 0.5 * 180 / .pi * kept) < 1)
    }
    #expect(PlotSignal(samples(50)).turned == nil)
  }

  @Test(arguments: [(frequency: 8.0, isKept: false), (frequency: 0.8, isKept: true)])
  func tremorIsSmoothedAwayAndRepetitionsStay(frequency: Double, isKept: Bool) throws {
    let signal = PlotSignal(samples(500) { 9.81 + sin(2 * .pi * frequency * $0) })
    let values = signal.force.dropFirst(5).dropLast(5).map(\.z)
    let swing = try #require(values.max()) - (try #require(values.min()))
    #expect(isKept ? swing > 1.5 : swing < 0.2)
  }

  @Test func theScaleFitsTheSetAndNotWhatIsAround() {
    let signal = PlotSignal(samples(500) { $0 < 5 ? 9.81 + sin($0) : 90 })
    let set = PlotScale(signal.force, at: signal.seconds, set: 0...4.5).range
    #expect(set.upperBound - set.lowerBound < 4)
    let whole = PlotScale(signal.force, at: signal.seconds, set: 100...101).range
    #expect(whole.upperBound - whole.lowerBound > 50)
  }
}
