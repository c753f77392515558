import Testing

@testable import MotionCore

@Suite struct MovementDistanceTests {
  private let distance = MovementDistance.cycle

  private static func features(_ shape: Trapezoid) throws -> MovementFeatures {
    try #require(shape.seen()).features
  }

  @Test func identicalHaveNone() throws {
    let features = try Self.features(Trapezoid())
    #expect(distance.full(features, features) == 0)
    #expect(distance.excused(features, features) == 0)
  }

  @Test(arguments: [Trapezoid(way: 100, held: 100), Trapezoid(top: 0.3), Trapezoid(top: 3)])
  func anotherSizeOrTempoCanBeExcused(shape: Trapezoid) throws {
    let (plain, other) = (try Self.features(Trapezoid()), try Self.features(shape))
    #expect(distance.full(plain, other) > 0.1)
    #expect(distance.excused(plain, other) < 0.05)
  }

  @Test func anotherDirectionIsNeverExcused() throws {
    let (peak, heading) = (
      try Self.features(Trapezoid(channel: 1)), try Self.features(Trapezoid(channel: 3))
    )
    #expect(distance.excused(peak, heading) > MovementClassifier.acceptedDistance)
  }

  @Test func aHeightThatFadedIsExcused() throws {
    let plain = try Self.features(Trapezoid(channel: 1))
    let risen = plain.along { $0 + .unit(MovementVector.displacementChannel) * 0.5 }
    #expect(distance.full(plain, risen) > MovementClassifier.acceptedDistance)
    #expect(distance.excused(plain, risen) < MovementClassifier.acceptedDistance / 2)
  }
}
