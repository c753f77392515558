import Testing

@testable import MotionReport

@Suite struct SpeechQueueTests {
  private func said(_ queue: inout SpeechQueue, now: Int64 = 0) -> [String] {
    var texts: [String] = []
    while let utterance = queue.next(now: now) { texts.append(utterance.text) }
    return texts
  }

  @Test func cuesKeepTheirOrderHoweverLate() {
    var queue = SpeechQueue()
    for text in ["a", "b", "c"] { queue.add(Utterance(text, .cue), now: 0) }
    #expect(said(&queue, now: .max / 2) == ["a", "b", "c"])
    #expect(said(&queue) == [])
  }

  @Test func aNewerCountReplacesAnUnsaidOne() {
    var queue = SpeechQueue()
    queue.add(Utterance("1", .count), now: 0)
    queue.add(Utterance("cue", .cue), now: 0)
    queue.add(Utterance("2", .count), now: 1)
    queue.add(Utterance("3", .count), now: 2)
    #expect(said(&queue, now: 2) == ["cue", "3"])
  }

  @Test func aCountThatComesTooLateIsNotSaid() {
    var queue = SpeechQueue()
    queue.add(Utterance("1", .count), now: 0)
    #expect(queue.next(now: SpeechQueue.countFreshNanoseconds)?.text == "1")
    queue.add(Utterance("2", .count), now: 0)
    #expect(queue.next(now: SpeechQueue.countFreshNanoseconds + 1) == nil)
  }

  @Test func anInterruptionReplacesEverything() {
    var queue = SpeechQueue()
    queue.add(Utterance("cue", .cue), now: 0)
    queue.add(Utterance("1", .count), now: 0)
    queue.add(Utterance("stop", .interruption), now: 0)
    queue.add(Utterance("next", .cue), now: 0)
    #expect(said(&queue) == ["stop", "next"])
  }
}
