import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct GyroscopeCheckTests {
  private static let rateHertz = 50.0
  private static let samples = WornSensor(noise: 0.03).samples(.repetitions(10))

  private static func isDoubted(
    _ samples: [IMUSample], rateHertz: Double = rateHertz, _ rate: (Vector3) -> Vector3 = { $0 }
  ) -> Bool {
    var check = GyroscopeCheck(rateHertz: rateHertz)
    for sample in samples {
      check.process(force: sample.specificForce, rate: rate(sample.angularRate ?? .zero))
    }
    return check.isDoubted
  }

  @Test(arguments: [Rotation.identity] + WornSensor.mounts, [false, true])
  func aRightGyroscopeIsNotDoubted(mount: Rotation, isSignInverted: Bool) {
    let sensor = WornSensor(mount: mount, isSignInverted: isSignInverted, noise: 0.1)
    #expect(!Self.isDoubted(sensor.samples(.repetitions(60))))
  }

  @Test(arguments: [10.0, 25, 100, 250])
  func aRightGyroscopeIsNotDoubtedAtAnyRate(rateHertz: Double) {
    let samples = WornSensor(rateHertz: rateHertz, noise: 0.03).samples(.repetitions(20))
    #expect(!Self.isDoubted(samples, rateHertz: rateHertz))
  }

  @Test(arguments: GyroscopeFault.allCases)
  func aGyroscopeThatContradictsIsDoubted(fault: GyroscopeFault) {
    #expect(Self.isDoubted(Self.samples) { fault.applied(to: $0) })
  }

  @Test func oneThatIsMuchTooSmallIsDoubted() {
    #expect(Self.isDoubted(Self.samples) { $0 * Units.radiansPerDegree })
  }

  @Test(arguments: GyroscopeFault.allCases)
  func aStillSensorSaysNothing(fault: GyroscopeFault) {
    let still = WornSensor(noise: 0.03).samples(.repetitions(0, edgeSeconds: 60))
    #expect(!Self.isDoubted(still) { fault.applied(to: $0) })
  }
}
