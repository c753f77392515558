import MotionCore
import Testing

@testable import MotionTuning

@Suite struct GyroscopeFaultTests {
  private let readings: [MotionReading] = [
    .sample(
      IMUSample(
        nanoseconds: 0, specificForce: Vector3(9.8, 1, 2), angularRate: Vector3(1, 2, 3)))
  ]

  private static let wrongRates: [(GyroscopeFault, Vector3)] = [
    (.swappedXY, Vector3(2, 1, 3)), (.swappedYZ, Vector3(1, 3, 2)), (.cycled, Vector3(2, 3, 1)),
    (.negatedX, Vector3(-1, 2, 3)), (.negatedY, Vector3(1, -2, 3)),
    (.negatedZ, Vector3(1, 2, -3)), (.negated, Vector3(-1, -2, -3)),
    (.radiansAsDegrees, Vector3(1, 2, 3) / 57.295_779_513_082_32),
    (.degreesAsRadians, Vector3(1, 2, 3) * 57.295_779_513_082_32),
    (.millidegrees, Vector3(1000, 2000, 3000)), (.gravity, Vector3(9.8, 1, 2)),
    (.gravityAsDegrees, Vector3(9.8, 1, 2) / 57.295_779_513_082_32),
  ]

  @Test(arguments: wrongRates)
  func aFaultReadsWhatItsNameSays(_ fault: GyroscopeFault, _ expected: Vector3) throws {
    let sample = try #require(fault.applied(to: readings).samples.first)
    #expect((try #require(sample.angularRate) - expected).length < 1e-9)
    #expect(sample.specificForce == Vector3(9.8, 1, 2))
  }

  @Test func everyFaultIsTried() {
    #expect(Set(Self.wrongRates.map(\.0)) == Set(GyroscopeFault.allCases))
  }

  @Test func withoutAGyroscopeThereIsNoneToBeWrong() {
    let readings = [MotionReading].numbered(5, hertz: 50, hasGyroscope: false)
    for fault in GyroscopeFault.allCases { #expect(fault.applied(to: readings) == readings) }
  }
}
