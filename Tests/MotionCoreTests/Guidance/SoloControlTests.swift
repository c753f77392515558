import Testing

@testable import MotionCore

/// A single exercise, through which nobody is led.
@Suite struct SoloControlTests {
  private static func hurt() -> SoloControl {
    var control = SoloControl()
    _ = control.process(at: 10)
    #expect(control.take(.pain) == [.cue(.painAsked(set: 0))])
    return control
  }

  @Test func painIsNotedOnceItCanNoLongerBeUndone() {
    var control = Self.hurt()
    #expect(control.process(at: 14.9).isEmpty)
    #expect(control.process(at: 15) == [.note(.pain(level: nil))])
    #expect(control.take(.undo).isEmpty)
    #expect(
      control.take(.painLevel(4)) == [
        .note(.pain(level: 4)), .cue(.painNoted(set: 0, level: 4, isSevere: false)),
      ])
    #expect(control.process(at: 24).isEmpty)
    #expect(control.process(at: 25) == [.cue(.finished), .end])
  }

  @Test func painIsUndoneWithinAFewSeconds() {
    var control = Self.hurt()
    _ = control.process(at: 12)
    #expect(control.take(.undo) == [.cue(.painUndone(set: 0))])
    #expect(control.phase == .counting)
    #expect(control.process(at: 60).isEmpty)
  }

  @Test func withoutAnAnswerItIsOverToo() {
    var control = Self.hurt()
    _ = control.process(at: 15)
    #expect(control.process(at: 40) == [.cue(.painNoted(set: 0, level: nil, isSevere: false))])
    #expect(control.process(at: 50).last == .end)
  }

  @Test func toFinishIsAskedForTwice() {
    var control = SoloControl()
    _ = control.process(at: 1)
    #expect(control.take(.finish) == [.cue(.finishAsked)])
    _ = control.process(at: 20)
    #expect(control.take(.finish) == [.cue(.finishAsked)])
    #expect(control.take(.finish) == [.cue(.finished), .end])
    #expect(control.take(.pain).isEmpty)
  }
}
