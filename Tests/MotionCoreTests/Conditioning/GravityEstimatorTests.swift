import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct GravityEstimatorTests {
  private static let rateHertz = 50.0
  private static let up = Vector3(0, 0, Units.standardGravity)

  /// The estimates over the course of a sensor.
  private static func estimates(_ sensor: WornSensor, _ course: Course) -> [Vector3] {
    let samples = sensor.samples(course)
    var estimator = GravityEstimator(
      direction: samples.first?.specificForce.normalized ?? .zero, rateHertz: rateHertz)
    return sensor.samples(course).map {
      estimator.process(force: $0.specificForce, rate: $0.angularRate ?? .zero)
    }
  }

  /// An estimator that knows where up is.
  private static func rested() -> GravityEstimator {
    GravityEstimator(direction: up.normalized, rateHertz: rateHertz)
  }

  @Test(arguments: [Vector3(0, 0, 9.8), Vector3(0, 0, -9.8), Vector3(-3, 5, 7)])
  func atRestItIsTheDirectionOfTheForceEitherSign(force: Vector3) {
    var estimator = GravityEstimator(direction: force.normalized, rateHertz: Self.rateHertz)
    for _ in 0..<100 {
      #expect(estimator.process(force: force, rate: .zero).angle(to: force) < 1e-9)
    }
  }

  @Test(arguments: [false, true], [Rotation.identity] + WornSensor.mounts)
  func aPureRotationIsFollowedWithoutDelay(isSignInverted: Bool, mount: Rotation) {
    let sensor = WornSensor(mount: mount, isSignInverted: isSignInverted)
    var course = Course()
    course.rest(2)
    course.move(toDegrees: 170, in: 4)
    course.move(toDegrees: -20, in: 5)
    let estimates = Self.estimates(sensor, course)
    let errors = estimates.enumerated().map { index, estimate in
      estimate.angle(to: sensor.truth(course, at: Double(index) / Self.rateHertz).force)
    }
    #expect((errors.max() ?? 1) < 1 * Units.radiansPerDegree)
    #expect(estimates.allSatisfy { abs($0.length - 1) < 1e-9 })
  }

  @Test func aPushAcrossMovesItLittle() {
    var estimator = Self.rested()
    // 3 m/s^2 for 0.3 s tilt the specific force by 17 degrees
    let tilts = (0..<15).map { _ in
      estimator.process(force: Self.up + Vector3(3, 0, 0), rate: .zero).angle(to: Self.up)
    }
    let largest = tilts.max() ?? 0
    #expect(largest > 0 && largest < 4 * Units.radiansPerDegree)
  }

  @Test(arguments: [Vector3(12, 0, 9.8), Vector3(1, 0, 1), Vector3(0, -30, 0)])
  func aForceFarFromGravityIsIgnored(force: Vector3) {
    var estimator = Self.rested()
    for _ in 0..<50 {
      #expect(estimator.process(force: force, rate: .zero).angle(to: Self.up) < 1e-9)
    }
  }

  @Test func aWrongDirectionIsCorrectedInAFewSeconds() {
    var estimator = Self.rested()
    // 0.2 rad away, unseen by the gyroscope; the correction time is 1.5 s
    let tilted = Rotation(rotationVector: Vector3(0.2, 0, 0)) * Self.up
    let errors = (0..<300).map { _ in
      estimator.process(force: tilted, rate: .zero).angle(to: tilted)
    }
    #expect(abs(errors[74] / 0.2 - 0.37) < 0.03)
    #expect(errors[299] < 0.005)
  }

  @Test(arguments: [0.01, 0.5, 2])
  func aVectorThatIsTurnedKeepsItsLength(angle: Double) {
    let turned = GravityEstimator.turned(Vector3(0, 3, 4), by: Vector3(angle, 0, 0))
    #expect(abs(turned.length - 5) < 1e-12)
  }
}
