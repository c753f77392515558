import Glibc
import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct GyroscopeTrustTests {
  private static let rateHertz = 50.0

  /// When trust was lost, in seconds from the first repetition; nil while it lasts.
  private static func lostAfter(
    _ samples: [IMUSample], fault: GyroscopeFault? = nil, shake: Double = 0,
    rateHertz: Double = rateHertz
  ) -> Double? {
    var trust = GyroscopeTrust(rateHertz: rateHertz)
    for (index, sample) in samples.enumerated() {
      let time = Double(index) / rateHertz
      let rate = sample.angularRate ?? .zero
      trust.process(
        force: sample.specificForce * (1 + shake * sin(2 * .pi * 2 * time)),
        rate: fault?.applied(to: rate) ?? rate)
      if !trust.isTrusted { return time - edgeSeconds }
    }
    return nil
  }

  private static let edgeSeconds = 3.0
  private static let samples = WornSensor(noise: 0.03).samples(
    .repetitions(10, edgeSeconds: edgeSeconds))

  @Test(arguments: [Rotation.identity] + WornSensor.mounts, [false, true])
  func aRightGyroscopeIsTrustedForEver(mount: Rotation, isSignInverted: Bool) {
    let sensor = WornSensor(mount: mount, isSignInverted: isSignInverted, noise: 0.1)
    #expect(Self.lostAfter(sensor.samples(.repetitions(60))) == nil)
  }

  @Test(arguments: [10.0, 25, 100, 250])
  func aRightGyroscopeIsTrustedAtAnyRate(rateHertz: Double) {
    let samples = WornSensor(rateHertz: rateHertz, noise: 0.03).samples(.repetitions(20))
    #expect(Self.lostAfter(samples, rateHertz: rateHertz) == nil)
  }

  @Test(arguments: [20.0, 40, 90])
  func quickAndSlowTurnsAreBothBelieved(degrees: Double) {
    for waySeconds in [0.3, 0.6, 3] {
      let course = Course.repetitions(20, degrees: degrees, waySeconds: waySeconds)
      #expect(Self.lostAfter(WornSensor(noise: 0.03).samples(course)) == nil)
    }
  }

  @Test(arguments: GyroscopeFault.allCases)
  func aGyroscopeThatContradictsIsDistrustedWithinTwoRepetitions(fault: GyroscopeFault) throws {
    let seconds = try #require(Self.lostAfter(Self.samples, fault: fault))
    #expect(seconds > 1 && seconds < 6)
  }

  @Test(arguments: GyroscopeFault.allCases)
  func aStillSensorSaysNothing(fault: GyroscopeFault) {
    let still = WornSensor(noise: 0.03).samples(.repetitions(0, edgeSeconds: 60))
    #expect(Self.lostAfter(still, fault: fault) == nil)
  }

  // 0.2 gravities, root mean square, twice a second: strides
  @Test(arguments: GyroscopeFault.allCases)
  func whoWalksSaysNothing(fault: GyroscopeFault) {
    #expect(Self.lostAfter(Self.samples, fault: fault, shake: 0.28) == nil)
  }

  @Test func aGyroscopeThatComesRightIsTrustedAgain() {
    var trust = GyroscopeTrust(rateHertz: Self.rateHertz)
    for sample in Self.samples {
      trust.process(force: sample.specificForce, rate: -(sample.angularRate ?? .zero))
    }
    #expect(!trust.isTrusted)
    for sample in Self.samples {
      trust.process(force: sample.specificForce, rate: sample.angularRate ?? .zero)
    }
    #expect(trust.isTrusted)
  }
}
