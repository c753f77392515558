import Testing

@testable import MotionCore

@Suite struct CandidateSetJoinerTests {
  private let joiner = CandidateSetJoiner(
    rules: MovementRules(CycleParameters(), longestPauseSeconds: .infinity),
    model: SetModel(kind: .cycle))
  private let later = 4000

  @Test func theSameMovementAtAnotherTimeIsTheSameSet() throws {
    let candidates = [
      try CandidateSet.of([.ok, .ok, .ok], score: 3, label: 0),
      try CandidateSet.of([.ok, .ok], from: later, score: 2, label: 1),
    ]
    let joined = try #require(joiner.joined(candidates, selected: nil))
    #expect(joined.count == 5)
    #expect(
      joined.movements.map(\.movement.start) == joined.movements.map(\.movement.start).sorted())
  }

  @Test func whatOverlapsIsCountedOnce() throws {
    let candidates = [
      try CandidateSet.of([.ok, .ok, .ok], score: 3, label: 0),
      try CandidateSet.of([.ok, .ok], from: 20, score: 2, label: 1),
    ]
    #expect(joiner.joined(candidates, selected: nil)?.count == 3)
  }

  @Test func theSelectedCandidateIsKeptUnlessAnotherSaysClearlyMore() throws {
    let (old, new) = (
      try CandidateSet.of([.ok, .ok], score: 2, label: 0),
      try CandidateSet.of([.ok, .ok, .ok], from: 20, score: 2.1, label: 1)
    )
    let kept = joiner.joined([old, new], selected: old.identity)
    #expect(kept?.identity == old.identity)
    #expect(joiner.joined([old, new], selected: nil)?.identity == new.identity)
  }

  private static let full = Trapezoid()
  private static let fast = Trapezoid(way: 20, held: 10, rest: 15)
  private static let partial = Trapezoid(top: 0.4)

  /// Ten full repetitions and, later, some of another size or tempo.
  private func joined(_ shape: Trapezoid, count: Int) throws -> CandidateSet {
    let candidates = [
      try CandidateSet.of(Array(repeating: .ok, count: 10), score: 10, label: 0, shape: Self.full),
      try CandidateSet.of(
        Array(repeating: .ok, count: count), from: later, score: 3, label: 1, shape: shape),
    ]
    return try #require(joiner.joined(candidates, selected: nil))
  }

  @Test(arguments: [(3, 10), (4, 14), (10, 20)])
  func whatGoesOnFasterIsTheSameSetIfItIsMore(count: Int, expected: Int) throws {
    #expect(try joined(Self.fast, count: count).count == expected)
  }

  @Test func whatGoesOnSmallerIsPartial() throws {
    let set = try joined(Self.partial, count: 10)
    #expect(set.count == 10)
    #expect(set.movements.suffix(10).allSatisfy { $0.verdict == .partial && $0.reason != nil })
  }

  @Test(arguments: [(4, 14), (5, 5), (10, 10)])
  func aLargerPartSaysWhatIsFullIfItIsHalfAsLong(count: Int, expected: Int) throws {
    #expect(try joined(Trapezoid(top: 2), count: count).count == expected)
  }

  @Test func anotherMovementIsNoVariant() throws {
    #expect(try joined(Trapezoid(top: 0.5, channel: 3), count: 10).count == 10)
    #expect(try joined(Trapezoid(top: 0.5, channel: 3), count: 10).movements.count == 10)
  }

  /// Three in one direction and two in another, which go beside their straight way by a share of
  /// their range.
  @Test(arguments: [(Float(0), 5), (0.1, 5), (0.25, 3)])
  func anotherDirectionIsTheSameSetWhereTheShapeIsTheSame(beside: Float, count: Int) throws {
    let turned = Trapezoid(channel: 3)
    let reference = try #require(turned.seen()).features.along { $0 + .unit(1) * beside }
    let candidates = [
      try CandidateSet.of([.ok, .ok, .ok], score: 3, label: 0),
      try CandidateSet.of(
        [.ok, .ok], from: later, score: 2, label: 1, shape: turned, reference: reference),
    ]
    #expect(joiner.joined(candidates, selected: nil)?.count == count)
  }

  /// Seen in another direction, nothing but size and tempo say that it is the same movement.
  @Test(arguments: [
    (Trapezoid(top: 1.3, channel: 3), 5), (Trapezoid(top: 1.5, channel: 3), 3),
    (Trapezoid(way: 45, channel: 3), 5), (Trapezoid(way: 80, channel: 3), 3),
  ])
  func anotherDirectionIsTheSameSetWhereSizeAndTempoAre(shape: Trapezoid, count: Int) throws {
    let candidates = [
      try CandidateSet.of([.ok, .ok, .ok], score: 3, label: 0),
      try CandidateSet.of([.ok, .ok], from: later, score: 2, label: 1, shape: shape),
    ]
    #expect(joiner.joined(candidates, selected: nil)?.count == count)
  }

  @Test func nothingJoinsToNothing() {
    #expect(joiner.joined([], selected: nil) == nil)
  }
}
