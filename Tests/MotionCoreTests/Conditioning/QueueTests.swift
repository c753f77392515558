import Testing

@testable import MotionCore

struct QueueTests {
  /// A queue of the first of some numbers, without the oldest of these.
  private static func queue(_ count: Int, without taken: Int = 0) -> Queue<Int> {
    var queue = Queue<Int>()
    for value in 0..<count { queue.append(value) }
    for _ in 0..<taken { _ = queue.removeFirst() }
    return queue
  }

  @Test func anEmptyOneHasNothing() {
    let queue = Queue<Int>()
    #expect(queue.isEmpty)
    #expect(queue.last == nil)
    #expect(Self.queue(3, without: 3).last == nil)
  }

  @Test(arguments: [1, 2, 5, 9, 10])
  func whatIsLeftKeepsItsOrder(taken: Int) {
    let queue = Self.queue(10, without: taken)
    #expect(queue.count == 10 - taken)
    #expect((0..<queue.count).map { queue[$0] } == Array(taken..<10))
  }

  @Test func theOldestComesFirstWhileNewerOnesAreAdded() {
    var queue = Self.queue(7)
    let taken = (7..<100).map { value in
      queue.append(value)
      return queue.removeFirst()
    }
    #expect(taken == Array(0..<93))
    #expect(queue.count == 7 && queue[0] == 93 && queue.last == 99)
  }
}
