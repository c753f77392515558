import MotionCore
import Testing

@testable import MotionReport

@Suite struct MetronomeTests {
  private static func beats(_ id: String, every step: Double = 0.1, until end: Double) -> [Double] {
    var metronome = Metronome()
    return stride(from: 0, to: end, by: step).filter {
      metronome.isDue(at: $0, in: Exercise.named(id))
    }
  }

  /// A slow row takes two seconds: one out, one back; a slow open book three.
  @Test func eachWayHasItsBeat() {
    let rows = Self.beats("bent-over-row", until: 4)
    #expect(rows.count == 4)
    for (beat, due) in zip(rows, [0.0, 1, 2, 3]) { #expect(abs(beat - due) < 0.11) }
    #expect(Self.beats("open-book", until: 6).count == 4)
  }

  @Test func holdsAndRestsAreSilent() {
    #expect(Self.beats("childs-pose", until: 10).isEmpty)
    var metronome = Metronome()
    let isDueAtRest = metronome.isDue(at: 1, in: nil)
    let isDueInASet = metronome.isDue(at: 2, in: Exercise.named("bent-over-row"))
    #expect(!isDueAtRest && isDueInASet)
  }
}
