import Testing

@testable import MotionCore

@Suite struct BoutJoinerTests {
  private let joiner = BoutJoiner(
    rules: MovementRules(CycleParameters(), longestPauseSeconds: .infinity))
  private let later = 4000

  @Test func theSameMovementAtAnotherTimeIsTheSameSet() throws {
    let bouts = [
      try Bout.of([.ok, .ok, .ok], score: 3, label: 0),
      try Bout.of([.ok, .ok], from: later, score: 2, label: 1),
    ]
    let joined = try #require(joiner.joined(bouts, believed: nil))
    #expect(joined.count == 5)
    #expect(
      joined.movements.map(\.movement.start) == joined.movements.map(\.movement.start).sorted())
  }

  @Test func whatOverlapsIsCountedOnce() throws {
    let bouts = [
      try Bout.of([.ok, .ok, .ok], score: 3, label: 0),
      try Bout.of([.ok, .ok], from: 20, score: 2, label: 1),
    ]
    #expect(joiner.joined(bouts, believed: nil)?.count == 3)
  }

  @Test func theBelievedBoutIsKeptUnlessAnotherSaysClearlyMore() throws {
    let (old, new) = (
      try Bout.of([.ok, .ok], score: 2, label: 0),
      try Bout.of([.ok, .ok, .ok], from: 20, score: 2.1, label: 1)
    )
    let kept = joiner.joined([old, new], believed: old.identity)
    #expect(kept?.identity == old.identity)
    #expect(joiner.joined([old, new], believed: nil)?.identity == new.identity)
  }

  @Test func nothingJoinsToNothing() {
    #expect(joiner.joined([], believed: nil) == nil)
  }
}
