import MotionCore
import Testing

@testable import MotionTuning

@Suite struct ReportedCountTests {
  private static func reported(_ events: [SessionEvent]) -> [[Double]] {
    events.reportedCounts(ofSet: 0).map { [$0.seconds, Double($0.count)] }
  }

  @Test func eachCountHasItsTime() {
    let events: [SessionEvent] = [
      .repetition(set: 0, repetition(at: 0), count: 1), .gap(Gap(start: 1, end: 2)),
      .repetition(set: 1, repetition(at: 1), count: 7), .hold(set: 0, hold(2, 3), count: 2),
    ]
    #expect(Self.reported(events) == [[1.25, 1], [3.25, 2]])
  }

  @Test func theLastOfAllThatIsToldTogetherStands() {
    let events: [SessionEvent] = [
      .repetition(set: 0, repetition(at: 7, toldAt: 9), count: 3),
      .repetitionCorrected(set: 0, repetition(at: 0, toldAt: 1, correctedAt: 9), count: 2),
    ]
    #expect(Self.reported(events) == [[9, 2]])
  }
}
