import MotionCore
import Testing

@testable import MotionTuning

@Suite struct TuningResultTests {
  private static let start = Exercise.named("bent-over-row") ?? Exercise.catalogue[0]

  private static var tuned: Exercise {
    var exercise = start
    try? exercise.parameters.set("minimumRangeDegrees", to: 12)
    return exercise
  }

  /// Sets in which that many were counted of 10.
  private func sets(_ counts: [Int]) -> [SetComparison] {
    counts.map { count in
      SetComparison(
        .rows((0..<count).map { repetition(at: Double($0 * 2)) }), reported: [],
        truth: SetTruth(count: 10, events: nil))
    }
  }

  private func result(
    _ tuned: Exercise = tuned, before: [Int], heldOut: [Int]?
  ) -> TuningResult {
    var result = TuningResult(
      seed: 1, start: Self.start, tuned: tuned, folds: Folds(before.map { ("\($0)", nil) }),
      before: sets(before), after: sets(before.map { _ in 10 }))
    result.heldOut = heldOut.map(sets)
    return result
  }

  @Test func whatHoldsOutIsRecommended() {
    #expect(result(before: [8, 9, 10], heldOut: [10, 10, 10]).advice == .recommended)
    #expect(result(before: [7, 7, 10], heldOut: [10, 10, 9]).advice == .recommended)
  }

  // However right it is where it was searched.
  @Test func whatDoesNotHoldOutIsNotRecommended() {
    #expect(
      result(before: [8, 9, 10], heldOut: [8, 9, 10]).advice
        == .doesNotHoldOut(better: 0, worse: 0))
    #expect(
      result(before: [8, 9, 10], heldOut: [9, 8, 9]).advice
        == .doesNotHoldOut(better: 1, worse: 2))
    // one recording gains much, two lose a little
    #expect(
      result(before: [5, 10, 10], heldOut: [10, 9, 9]).advice
        == .doesNotHoldOut(better: 1, worse: 2))
  }

  @Test func withoutAChangeThereIsNothingToRecommend() {
    #expect(result(Self.start, before: [8, 10], heldOut: [8, 10]).advice == .nothingBetter)
  }

  @Test func whatWasStoppedIsUnknown() {
    #expect(result(before: [8, 10], heldOut: nil).advice == .unknown)
    #expect(result(Self.start, before: [8, 10], heldOut: nil).advice == .unknown)
  }

  @Test func changesAreListed() {
    #expect(result(before: [8, 10], heldOut: nil).changed.map(\.name) == ["minimumRangeDegrees"])
    #expect(result(Self.start, before: [8, 10], heldOut: nil).changed.isEmpty)
  }
}
