import Testing

@testable import MotionCore

@Suite struct LeakyHeadingTests {
  private static let rateHertz = 50.0

  /// The heading after turning at `rate` for `seconds` and then not for `after` seconds.
  private static func heading(
    _ weights: MovementWeights, rate: Double, seconds: Double, after: Double = 0
  ) -> Double {
    var heading = LeakyHeading(weights: weights, rateHertz: rateHertz)
    var value = 0.0
    for _ in 0..<Int(seconds * rateHertz) { value = heading.process(rate) }
    for _ in 0..<Int(after * rateHertz) { value = heading.process(0) }
    return value
  }

  @Test func aSmallTurnIsFollowed() {
    let turn = Self.heading(.hold, rate: 0.15, seconds: 1)
    #expect((0.13...0.15).contains(turn))
  }

  @Test func aSmallTurnOutlastsAHold() {
    let before = Self.heading(.hold, rate: 0.15, seconds: 1)
    let after = Self.heading(.hold, rate: 0.15, seconds: 1, after: 5)
    #expect(after > 0.75 * before)
  }

  @Test func turningAroundLeavesNoTrace() {
    #expect(abs(Self.heading(.hold, rate: 2, seconds: 1.5)) < 0.01)
  }

  @Test(arguments: [0.2, 0.5, 2])
  func turningAroundSlowlyLeavesNoTraceEither(rate: Double) {
    #expect(Self.heading(.hold, rate: rate, seconds: 2 / rate, after: 1) == 0)
  }

  /// A position is taken right after the person came to rest.
  @Test func whatComesAfterTurningAroundIsFollowed() {
    var heading = LeakyHeading(weights: .hold, rateHertz: Self.rateHertz)
    for rate in [0.5, 0, 0.15] {
      for _ in 0..<Int(2 * Self.rateHertz) { _ = heading.process(rate) }
    }
    #expect((0.25...0.3).contains(heading.process(0)))
  }

  @Test func repetitionsAreFollowedHoweverFast() {
    #expect(Self.heading(.cycle, rate: 4, seconds: 0.5) > 1.8)
  }
}
