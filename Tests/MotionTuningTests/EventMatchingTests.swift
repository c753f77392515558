import Testing

@testable import MotionTuning

@Suite struct EventMatchingTests {
  private func matching(
    _ labelled: [ClosedRange<Double>], _ found: [ClosedRange<Double>]
  ) -> EventMatching {
    EventMatching(labelled: labelled, found: found)
  }

  @Test func equalListsMatchOneToOne() {
    let events = [1.0...2, 3...4, 5...6]
    let result = matching(events, events)
    #expect(result.pairs == (0..<3).map { .init(labelled: $0, found: $0) })
    #expect(result.missed.isEmpty && result.extra.isEmpty)
  }

  @Test func emptyListsAreMissedOrExtra() {
    #expect(matching([1...2, 3...4], []).missed == [0, 1])
    #expect(matching([], [1...2, 3...4]).extra == [0, 1])
    #expect(matching([], []).pairs.isEmpty)
  }

  @Test func oneFoundEventOverTwoLabelsIsOnlyOneOfThem() {
    let result = matching([0...2, 2...5], [0...5])
    #expect(result.pairs == [.init(labelled: 1, found: 0)])
    #expect(result.missed == [0] && result.extra.isEmpty)
  }

  @Test func theNearerOfTwoOverlappingEventsIsTaken() {
    let result = matching([10...20], [9...16, 10.5...20])
    #expect(result.pairs == [.init(labelled: 0, found: 1)])
    #expect(result.extra == [0])
  }

  @Test func morePairsWinOverNearerOnes() {
    // the second event is nearest to the first label, but then the second label stays alone
    let result = matching([0...4, 2.5...6.5], [-1...3, 0.4...4.6])
    #expect(result.pairs == [.init(labelled: 0, found: 0), .init(labelled: 1, found: 1)])
  }

  @Test(arguments: [(0.49, 1), (0.51, 0)])
  func hardlyOverlappingEventsMatchWithinTheTolerance(shift: Double, pairs: Int) {
    let result = matching([10...10.3], [(10 + shift)...(10.3 + shift)])
    #expect(result.pairs.count == pairs)
  }

  @Test func eventsThatOnlyTouchDoNotMatch() {
    #expect(matching([0...5], [5...10]).pairs.isEmpty)
  }

  @Test(arguments: [(5.0, 1), (5.1, 0)])
  func halfOfTheLongerEventIsNeeded(start: Double, pairs: Int) {
    #expect(matching([0...10], [start...10]).pairs.count == pairs)
  }

  @Test func aFragmentOfAHoldIsNotTheHold() {
    let result = matching([10...40], [20...22])
    #expect(result.missed == [0] && result.extra == [0])
  }
}
