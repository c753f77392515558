import Testing

@testable import MotionCore

/// A single exercise, through which nobody is led.
@Suite struct SoloControlTests {
  /// A person at a single exercise, with what was answered last.
  private struct Person {
    var control = SoloControl()
    var answer: [GuideAction] = []

    mutating func press(_ intent: GuideIntent) { answer = control.take(intent) }
    mutating func wait(until seconds: Double) { answer = control.process(at: seconds) }

    /// Somebody whom it hurts after ten seconds.
    static var hurt: Person {
      var person = Person()
      person.wait(until: 10)
      person.press(.pain)
      return person
    }
  }

  @Test func painIsNotedOnceItCanNoLongerBeUndone() {
    var person = Person.hurt
    #expect(person.answer == [.cue(.painAsked(set: 0))])
    person.wait(until: 14.9)
    #expect(person.answer.isEmpty)
    person.wait(until: 15)
    #expect(person.answer == [.note(.pain(level: nil))])
    person.press(.undo)
    #expect(person.answer.isEmpty)
    person.press(.painLevel(4))
    #expect(
      person.answer == [
        .note(.pain(level: 4)), .cue(.painNoted(set: 0, level: 4, isSevere: false)),
      ])
    person.wait(until: 24)
    #expect(person.answer.isEmpty)
    person.wait(until: 25)
    #expect(person.answer == [.cue(.finished), .end])
  }

  @Test func painIsUndoneWithinAFewSeconds() {
    var person = Person.hurt
    person.wait(until: 12)
    person.press(.undo)
    #expect(person.answer == [.cue(.painUndone(set: 0))])
    #expect(person.control.phase == .counting)
    person.wait(until: 60)
    #expect(person.answer.isEmpty)
  }

  @Test func withoutAnAnswerItIsOverToo() {
    var person = Person.hurt
    person.wait(until: 15)
    person.wait(until: 40)
    #expect(person.answer == [.cue(.painNoted(set: 0, level: nil, isSevere: false))])
    person.wait(until: 50)
    #expect(person.answer.last == .end)
  }

  @Test func toFinishIsAskedForTwice() {
    var person = Person()
    person.wait(until: 1)
    person.press(.finish)
    #expect(person.answer == [.cue(.finishAsked)])
    person.wait(until: 20)
    person.press(.finish)
    #expect(person.answer == [.cue(.finishAsked)])
    person.press(.finish)
    #expect(person.answer == [.cue(.finished), .end])
    person.press(.pain)
    #expect(person.answer.isEmpty)
  }
}
