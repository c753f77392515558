import Testing

@testable import MotionCore

@Suite struct CandidateSetTests {
  /// Six movements of a range, so many movements later than six of range 1.
  @Test(arguments: [
    (Float(1.2), 0, true), (1.2, 1, true), (1.2, 4, false), (1.2, 8, false), (2, 0, false),
  ])
  func theSameTimeAndSizeIsProbablyTheSameSet(range: Float, later: Int, isLikely: Bool) throws {
    let six = Array(repeating: Verdict?.some(.ok), count: 6)
    let set = try CandidateSet.of(six)
    let other = try CandidateSet.of(
      six, from: later * Trapezoid().length, shape: Trapezoid(top: range))
    #expect(set.isLikely(other) == isLikely)
    #expect(other.isLikely(set) == isLikely)
  }

  /// A repetition that is seen as two of half its time explains no more of the signal; one more does.
  @Test func whatIsExplainedIsTimeAndNotNumber() throws {
    let whole = Trapezoid(way: 40, held: 20, rest: 30)
    let half = Trapezoid(way: 20, held: 10, rest: 15)
    func explained(_ count: Int, _ shape: Trapezoid) throws -> Float {
      try CandidateSet.of(Array(repeating: .ok, count: count), shape: shape).explained
    }
    let once = try explained(6, whole)
    #expect(abs(try explained(12, half) / once - 1) < 0.05)
    #expect(try explained(7, whole) > 1.1 * once)
  }
}
