import MotionCore
import Testing

@testable import MotionInput

@Suite struct RestSizeTests {
  /// What is found in samples 100 a second whose size is that of `units`, with `noise` on
  /// every other one.
  private static func found(
    units: Double, noise: Double = 0, seconds: Double = 1.1, moving: Double = 0
  ) -> [Double] {
    var rest = RestSize()
    return (0...Int(seconds * 100)).compactMap { index in
      let sign = index.isMultiple(of: 2) ? 1.0 : -1
      let force = Vector3(moving * Double(index), sign * noise, units) * Units.standardGravity
      return rest.take(IMUSample(nanoseconds: Int64(index) * 10_000_000, specificForce: force))
    }
  }

  @Test(arguments: [(97.0, 0.0), (113, 2), (8192, 100)])
  func theSizeAtRestIsOneG(units: Double, noise: Double) throws {
    let found = try #require(Self.found(units: units, noise: noise).first)
    #expect(abs(found - units) < units * 0.005)
  }

  @Test func nothingIsFoundBeforeASecondOfRest() {
    #expect(Self.found(units: 97, seconds: 0.99) == [])
  }

  @Test func movementIsNotRest() {
    #expect(Self.found(units: 97, seconds: 5, moving: 0.2) == [])
  }

  @Test func restAfterMovementCounts() {
    var rest = RestSize()
    let sizes = [90.0, 110, 80] + Array(repeating: 100.0, count: 11)
    let found = sizes.enumerated().compactMap { index, size in
      rest.take(
        IMUSample(
          nanoseconds: Int64(index) * 100_000_000,
          specificForce: Vector3(0, 0, size * Units.standardGravity)))
    }
    #expect(found.map { ($0 * 1000).rounded() / 1000 } == [100])
  }
}

@Suite struct DisconnectsTests {
  private static let second: Int64 = 1_000_000_000

  @Test func withoutOneThereIsNothingToSay() { #expect(Disconnects().notice == nil) }

  @Test func countsThemAndAddsThemUp() {
    var disconnects = Disconnects()
    disconnects.begin(nanoseconds: 10 * Self.second)
    #expect(disconnects.since == 10 * Self.second)
    #expect(disconnects.end(nanoseconds: 17 * Self.second) == 7)
    #expect(disconnects.since == nil)
    #expect(disconnects.notice == "the sensor was disconnected once, for 7 s in all")
    disconnects.begin(nanoseconds: 20 * Self.second)
    #expect(disconnects.notice == "the sensor was disconnected and did not come back")
    _ = disconnects.end(nanoseconds: 23 * Self.second)
    #expect(disconnects.notice == "the sensor was disconnected 2 times, for 10 s in all")
  }
}
