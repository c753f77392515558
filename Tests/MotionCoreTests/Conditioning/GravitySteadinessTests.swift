import Glibc
import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct GravitySteadinessTests {
  private static let rateHertz = 50.0
  private static let wide = WornSensor(noise: 0.03).samples(.repetitions(12, degrees: 90))

  private static func finding(
    _ samples: [IMUSample], _ rate: (IMUSample) -> Vector3 = { $0.angularRate ?? .zero }
  ) -> GravitySteadiness.Finding {
    var steadiness = GravitySteadiness(rateHertz: rateHertz)
    for sample in samples {
      _ = steadiness.process(force: sample.specificForce, rate: rate(sample))
    }
    return steadiness.finding
  }

  @Test(arguments: [Rotation.identity] + WornSensor.mounts, [false, true])
  func aRightGyroscopeKeepsGravitySteady(mount: Rotation, isSignInverted: Bool) {
    let sensor = WornSensor(mount: mount, isSignInverted: isSignInverted, noise: 0.1)
    #expect(Self.finding(sensor.samples(.repetitions(12, degrees: 90))) == .right)
  }

  /// An arm that swings freely: its accelerometer sees no tilt at all.
  @Test func anArmThatHangsAndSwingsIsRight() {
    let (length, amplitude) = (0.6, 0.9)
    let omega = (Units.standardGravity / length).squareRoot()
    let samples = (0..<1500).map { index in
      let time = Double(index) / Self.rateHertz
      let angle = amplitude * sin(omega * time)
      let speed = amplitude * omega * cos(omega * time)
      // along the arm gravity's part and the centripetal acceleration; across it nothing
      return IMUSample(
        nanoseconds: Int64(time * 1e9),
        specificForce: Vector3(
          0, 0, Units.standardGravity * cos(angle) + speed * speed * length),
        angularRate: Vector3(speed, 0, 0))
    }
    #expect(Self.finding(samples) != .wrong)
  }

  @Test func turnedSignsAreWrong() {
    #expect(Self.finding(Self.wide) { -($0.angularRate ?? .zero) } == .wrong)
  }

  @Test func aMistakenUnitIsNamed() {
    let degree = Units.radiansPerDegree
    #expect(
      Self.finding(Self.wide) { ($0.angularRate ?? .zero) * degree }
        == .mistakenUnit(factor: 1 / degree))
    #expect(
      Self.finding(Self.wide) { ($0.angularRate ?? .zero) / degree }
        == .mistakenUnit(factor: degree))
  }

  @Test func gravityInItsPlaceIsWrong() {
    #expect(Self.finding(Self.wide) { $0.specificForce } == .wrong)
  }

  @Test func aSensorThatHardlyTiltsSaysNothing() {
    let small = WornSensor(noise: 0.03).samples(.repetitions(12, degrees: 5))
    #expect(Self.finding(small) { -($0.angularRate ?? .zero) } == .unknown)
  }
}
