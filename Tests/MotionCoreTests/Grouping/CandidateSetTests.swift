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
}
