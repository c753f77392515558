import MotionCore
import Testing

@testable import MotionTuning

@Suite struct LabelFaultTests {
  private func set(_ start: Double, _ end: Double, count: Int?) -> Label {
    Label(start: start, end: end, exercise: "bent-over-row", kind: .set, count: count)
  }

  private func fault(_ labels: [Label]) -> LabelFault? {
    LabelFault.first(in: labels, recordingSeconds: 60)
  }

  @Test func whatAgreesHasNoFault() {
    #expect(fault([]) == nil)
    #expect(fault([set(0, 60, count: 10)]) == nil)
    #expect(
      fault([set(0, 9, count: 2), label(at: 1), label(at: 3), label(at: 5, count: 0)]) == nil)
    // neighbours may touch, and quick repetitions overlap a little
    #expect(fault([label(at: 1), label(at: 2), label(at: 2.6)]) == nil)
    // the other side, and another exercise
    #expect(fault([label(at: 1), label(at: 1, exercise: "open-book")]) == nil)
  }

  @Test(arguments: [(-0.5, 10.0), (50.0, 62.0), (70.0, 80.0)])
  func labelsLieWithinTheRecording(start: Double, end: Double) throws {
    let fault = try #require(self.fault([set(0, 50, count: 3), set(start, end, count: 3)]))
    #expect(fault.position == 1)
    #expect(fault.expected.contains("60.0 s long"))
  }

  @Test func nothingIsLabelledTwice() throws {
    let events = try #require(self.fault([label(at: 1), label(at: 1.3)]))
    #expect(events.position == 1)
    #expect(events.found.contains("a rep from 1.3 to 2.3 s over another from 1.0 to 2.0 s"))
    #expect(fault([set(0, 30, count: 3), set(10, 30, count: 3)])?.position == 1)
  }

  @Test func aSetsCountIsThatOfItsEvents() throws {
    let fault = try #require(
      self.fault([label(at: 1), set(0, 9, count: 2), label(at: 3, count: 0)]))
    #expect(fault.position == 1)
    #expect(fault.found == "a set of 2 in which 1 events are labelled")
  }
}
