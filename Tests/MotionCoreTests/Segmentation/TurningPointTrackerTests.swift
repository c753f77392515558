import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct TurningPointTrackerTests {
  private static func extrema(
    _ values: [Float], hysteresis: Float = 1
  ) -> [TurningPoint] {
    var tracker = TurningPointTracker(hysteresis: hysteresis)
    return values.enumerated().compactMap { tracker.process($0.element, at: $0.offset) }
  }

  private static func maximum(_ index: Int, _ value: Float) -> TurningPoint {
    TurningPoint(index: index, value: value, isMaximum: true)
  }

  private static func minimum(_ index: Int, _ value: Float) -> TurningPoint {
    TurningPoint(index: index, value: value, isMaximum: false)
  }

  @Test func aConstantHasNone() {
    #expect(Self.extrema(Array(repeating: 4, count: 50)).isEmpty)
  }

  @Test(
    arguments: [
      // one hill
      ([0, 2, 5, 2, 0], [minimum(0, 0), maximum(2, 5)]),
      // one valley
      ([5, 3, 0, 3, 5], [maximum(0, 5), minimum(2, 0)]),
      // a resting level counts up to where it is left, a plateau from where it is reached
      ([0, 0, 0, 3, 5, 5, 5, 3], [minimum(2, 0), maximum(4, 5)]),
      // two hills
      ([0, 4, 0, 6, 1], [minimum(0, 0), maximum(1, 4), minimum(2, 0), maximum(3, 6)]),
      // a local minimum within the hysteresis parts nothing
      ([0, 4, 3.2, 6, 1], [minimum(0, 0), maximum(3, 6)]),
      // a slow ramp is left at its start
      ([0, 0.4, 0.8, 1.2, 1.6], [minimum(0, 0)]),
    ] as [([Float], [TurningPoint])])
  func findsTheExtremesOf(values: [Float], expected: [TurningPoint]) {
    #expect(Self.extrema(values) == expected)
  }

  @Test(arguments: [(0.99, false), (1, false), (1.01, true)] as [(Float, Bool)])
  func aReversalMustExceedTheHysteresis(depth: Float, isFound: Bool) {
    let found = Self.extrema([0, 5, 5 - depth])
    #expect(found == [Self.minimum(0, 0)] + (isFound ? [Self.maximum(1, 5)] : []))
  }

  @Test(arguments: [(0.99, false), (1, false), (1.01, true)] as [(Float, Bool)])
  func theFirstMoveMustExceedTheHysteresis(way: Float, isFound: Bool) {
    #expect(Self.extrema([0, way]) == (isFound ? [Self.minimum(0, 0)] : []))
    #expect(Self.extrema([0, -way]) == (isFound ? [Self.maximum(0, 0)] : []))
  }

  @Test func theRunningExtremeIsKnownBeforeItIsConfirmed() {
    var tracker = TurningPointTracker(hysteresis: 1)
    #expect(tracker.running == nil)
    _ = tracker.process(0, at: 10)
    #expect(tracker.running == nil)
    _ = tracker.process(3, at: 11)
    _ = tracker.process(4, at: 12)
    _ = tracker.process(3.5, at: 13)
    #expect(tracker.running == Self.maximum(12, 4))
    _ = tracker.process(2, at: 14)
    #expect(tracker.running == Self.minimum(14, 2))
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func extremesAlternateAndAreTheLargestBetweenTheirNeighbours(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var level: Float = 0
    let walk = (0..<500).map { _ in
      level += Float(random.normal())
      return level
    }
    let found = Self.extrema(walk, hysteresis: 2)
    #expect(found.count > 10)
    for (before, after) in zip(found, found.dropFirst()) {
      #expect(before.isMaximum != after.isMaximum)
      #expect(before.index < after.index)
      #expect(abs(before.value - after.value) > 2)
      let between = walk[before.index...after.index]
      #expect(between.max() == max(before.value, after.value))
      #expect(between.min() == min(before.value, after.value))
    }
  }
}
