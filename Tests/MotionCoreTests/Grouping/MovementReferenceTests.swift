import Testing

@testable import MotionCore

@Suite struct MovementReferenceTests {
  /// How far each shape, of those that follow each other as one group, is from its neighbours.
  private static func distances(_ shapes: [Trapezoid]) throws -> [Float] {
    let rules = MovementRules(CycleParameters(), longestPauseSeconds: .infinity)
    var groups = MovementGroups()
    var frame = 0
    for shape in shapes {
      groups.add(
        try #require(shape.seen(at: frame)), rules: rules, rateHertz: Trapezoid.rateHertz)
      frame += shape.length
    }
    var reference = MovementReference()
    let places = Array(groups.movements.indices)
    reference.take(groups, members: places)
    return reference.compare(groups, at: places, groups.fiducials, by: rules.distance)
      .map(\.distance)
  }

  /// A strap that slips, or a heavier weight, changes all that follows.
  @Test func onEitherSideOfAChangeAMovementIsComparedWithThoseOfItsSide() throws {
    let shapes = (0..<10).map { Trapezoid(top: $0 < 5 ? 1 : 1.5) }
    for distance in try Self.distances(shapes) { #expect(distance < 0.01) }
  }

  @Test func whatIsUnlikeBothSidesIsFarFromThem() throws {
    let distances = try Self.distances((0..<11).map { Trapezoid(top: $0 == 5 ? 1.5 : 1) })
    #expect(distances[5] > 0.2)
    #expect(distances[0] < 0.01)
  }
}
