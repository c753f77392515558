import Testing

@testable import MotionCore

@Suite struct MovementVectorTests {
  private static let vector = MovementVector(1, 2, 3, 4, 5, 0, 0, 0)

  @Test func dotSumsOverAllChannels() {
    #expect(Self.vector.dot(MovementVector(5, 4, 3, 2, 1, 0, 0, 0)) == 35)
    #expect(Self.vector.dot(.unit(3)) == 4)
  }

  @Test func lengthIsEuclidean() {
    #expect(MovementVector(0, 3, 0, 0, 4, 0, 0, 0).length == 5)
  }

  @Test func gravityIsItsFirstThreeChannels() {
    #expect(Self.vector.gravity == Vector3(1, 2, 3))
  }
}
