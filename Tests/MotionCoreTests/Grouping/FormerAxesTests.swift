import Testing

@testable import MotionCore

@Suite struct FormerAxesTests {
  private static let tracker = AxisTracker(
    id: 0, axis: .unit(0), expectedRange: 1, birth: 0, search: 0)

  /// One movement, seen along several axes, takes the place of no other.
  @Test func aMovementIsRememberedOnceAndAsItSaysMost() throws {
    var former = FormerAxes(search: 0, isHold: true)
    for score in [Float(2), 5, 3] {
      former.remember(Self.tracker, possible: [try .of([.ok], from: 100, score: score)])
    }
    former.remember(Self.tracker, possible: [try .of([.ok], from: 5000, score: 1)])
    #expect(former.possible.map(\.score) == [5, 1])
  }

  @Test func thoseThatSayLeastAreForgotten() throws {
    var former = FormerAxes(search: 0, isHold: true)
    let singles = try (1...20).map { try CandidateSet.of([.ok], from: $0 * 1000, score: Float($0)) }
    former.remember(Self.tracker, possible: singles)
    #expect(former.possible.map(\.score) == (13...20).reversed().map(Float.init))
  }
}
