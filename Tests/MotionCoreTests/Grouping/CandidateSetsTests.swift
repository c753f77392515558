import Testing

@testable import MotionCore

@Suite struct CandidateSetsTests {
  private static func sets(_ scores: [[Float]]) throws -> CandidateSets {
    CandidateSets(
      try scores.map { group in
        try group.map { try CandidateSet.of([.ok, .ok], score: $0, label: Int($0)) }
      })
  }

  @Test(arguments: [
    ([[Float]](), [Float]()), ([[1]], [1]), ([[1, 3], [2]], [3, 2]), ([[], [5], [4, 6]], [6, 5]),
  ])
  func theHighestStandFirst(scores: [[Float]], expected: [Float]) throws {
    let sets = try Self.sets(scores)
    #expect(sets.highest(2) { $0.score }.map { sets[$0].score } == expected)
  }

  @Test func ofEqualsTheFirstStandsFirst() throws {
    let sets = CandidateSets([
      [try .of([.ok], score: 2, label: 7)],
      [try .of([.ok], score: 2, label: 8), try .of([.ok], score: 2, label: 9)],
    ])
    #expect(sets.highest(2) { $0.score }.map { sets[$0].identity.label } == [7, 8])
  }

  @Test func filteringKeepsTheOrder() throws {
    let sets = try Self.sets([[4, 1], [], [3, 2]])
    #expect(sets.filter { $0.score > 1 }.map(\.score) == [4, 3, 2])
  }
}
