import Testing

@testable import MotionCore

@Suite struct Vector3Tests {
  private static let (x, y, z) = (Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1))

  @Test func arithmeticIsByComponent() {
    let (a, b) = (Vector3(1, 2, 3), Vector3(4, -5, 6))
    #expect(a + b == Vector3(5, -3, 9))
    #expect(a - b == Vector3(-3, 7, -3))
    #expect(-a == Vector3(-1, -2, -3))
    #expect(a * 2 == Vector3(2, 4, 6))
    #expect(b / 2 == Vector3(2, -2.5, 3))
    #expect(a.dot(b) == 12)
  }

  @Test(arguments: [(x, y, z), (y, z, x), (z, x, y), (y, x, -z), (x, x, .zero)])
  func crossIsRightHanded(a: Vector3, b: Vector3, product: Vector3) {
    #expect(a.cross(b) == product)
  }

  @Test func lengthIsEuclidean() {
    #expect(Vector3(2, -3, 6).length == 7)
  }

  @Test func normalizedKeepsTheDirection() {
    #expect(Vector3(0, 3, -4).normalized == Vector3(0, 0.6, -0.8))
    #expect(Vector3.zero.normalized == .zero)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func oneBadComponentIsEnoughNotToBeFinite(bad: Double) {
    #expect(Vector3(1, 2, 3).isFinite)
    #expect(!Vector3(bad, 2, 3).isFinite)
    #expect(!Vector3(1, bad, 3).isFinite)
    #expect(!Vector3(1, 2, bad).isFinite)
  }
}

@Suite struct UnitsTests {
  @Test func constantsAreThoseOfTheStandards() {
    #expect(Units.standardGravity == 9.80665)
    #expect(abs(180 * Units.radiansPerDegree - .pi) < 1e-15)
    #expect(Units.nanosecondsPerSecond == 1e9)
  }
}
