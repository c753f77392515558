import Glibc
import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct MovementSignalTests {
  private static let course = Course.repetitions(3, degrees: 50)

  private static func frames(
    _ sensor: WornSensor, _ course: Course = course, weights: MovementWeights = .cycle
  ) -> [MovementFrame] {
    var signal = MovementSignal(
      rateHertz: sensor.rateHertz, weights: weights, hasGyroscope: sensor.hasGyroscope)
    var frames: [MovementFrame] = []
    for sample in sensor.uniform(course) { signal.process(sample) { frames.append($0) } }
    signal.finish { frames.append($0) }
    return frames
  }

  /// Largest difference between two courses over the channels that are movement.
  private static func difference(
    _ a: [MovementFrame], _ b: [MovementFrame], _ change: (MovementVector) -> MovementVector
  ) -> Float {
    zip(a, b).map { (change($0.value) - $1.value).movement.length }.max() ?? .infinity
  }

  @Test(arguments: [true, false], WornSensor.mounts)
  func anotherMountOnlyTurnsTheGravityChannels(hasGyroscope: Bool, mount: Rotation) {
    let plain = Self.frames(WornSensor(hasGyroscope: hasGyroscope))
    let mounted = Self.frames(WornSensor(hasGyroscope: hasGyroscope, mount: mount))
    let difference = Self.difference(plain, mounted) { value in
      let turned = mount.inverse * value.gravity
      return value.replacing(
        with: SIMD8(Float(turned.x), Float(turned.y), Float(turned.z), 0, 0, 0, 0, 0),
        where: SIMDMask([true, true, true] + Array(repeating: false, count: 5)))
    }
    #expect(difference < 1e-4)
  }

  @Test(arguments: [true, false])
  func theOtherSignConventionMirrorsGravityAndHeading(hasGyroscope: Bool) {
    let plain = Self.frames(WornSensor(hasGyroscope: hasGyroscope))
    let inverted = Self.frames(WornSensor(hasGyroscope: hasGyroscope, isSignInverted: true))
    let mirror = MovementVector(-1, -1, -1, -1, 1, 1, 1, 1)
    #expect(Self.difference(plain, inverted) { $0 * mirror } < 1e-5)
  }

  @Test(arguments: [true, false], [25.0, 50, 100])
  func framesCarryTheTimeOfTheMovementNotOfTheFilter(hasGyroscope: Bool, rateHertz: Double) throws {
    var course = Course()
    course.rest(4)
    course.move(toDegrees: 20, in: 1)
    course.rest(3)
    let sensor = WornSensor(rateHertz: rateHertz, hasGyroscope: hasGyroscope)
    let frames = Self.frames(sensor, course)
    let halfway = Float(sin(10 * Units.radiansPerDegree))
    let crossing = try #require(frames.first { abs($0.value[1]) >= halfway })
    #expect(abs(Double(crossing.index) / rateHertz - 4.5) <= 1.5 / rateHertz)
  }

  @Test(arguments: [true, false])
  func thereIsAFrameForEachSample(hasGyroscope: Bool) {
    let frames = Self.frames(WornSensor(hasGyroscope: hasGyroscope))
    #expect(frames.map(\.index) == Array(0..<WornSensor().uniform(Self.course).count))
  }

  @Test(arguments: [true, false], [1, 10, 100])
  func aShortSignalHasAFrameForEachSampleToo(hasGyroscope: Bool, count: Int) {
    var signal = MovementSignal(rateHertz: 50, weights: .cycle, hasGyroscope: hasGyroscope)
    var frames: [MovementFrame] = []
    for sample in WornSensor(hasGyroscope: hasGyroscope).uniform(Self.course).prefix(count) {
      signal.process(sample) { frames.append($0) }
    }
    signal.finish { frames.append($0) }
    #expect(frames.map(\.index) == Array(0..<count))
  }

  @Test(arguments: [true, false], [10.0, 40, 90])
  func tiltIsAChordOfTheUnitSphere(hasGyroscope: Bool, degrees: Double) throws {
    var course = Course()
    course.rest(3)
    course.move(toDegrees: degrees, in: 2)
    course.rest(6)
    let values = Self.frames(WornSensor(hasGyroscope: hasGyroscope), course).map(\.value)
    let (first, last) = (try #require(values.first), try #require(values.last))
    let chord = (last.gravity - first.gravity).length
    #expect(abs(chord - 2 * sin(degrees / 2 * Units.radiansPerDegree)) < 0.01)
    #expect(abs(last.gravity.length - 1) < 1e-3)
  }

  /// Where the heading channel ends after a turn about the vertical.
  private static func heading(
    afterDegrees degrees: Double, in seconds: Double, hasGyroscope: Bool = true
  ) throws -> Float {
    var course = Course()
    course.rest(2)
    course.move(toDegrees: degrees, in: seconds)
    course.rest(0.3)
    let sensor = WornSensor(hasGyroscope: hasGyroscope, axis: Vector3(0, 0, 1))
    return try #require(frames(sensor, course, weights: .hold).last).value[3]
  }

  @Test func aTurnAboutTheVerticalNeedsAGyroscope() throws {
    let weighted = Float(10 * Units.radiansPerDegree * MovementWeights.hold.heading)
    let heading = try Self.heading(afterDegrees: 10, in: 1)
    #expect(abs(abs(heading) - weighted) < 0.12 * weighted)
    #expect(try Self.heading(afterDegrees: 10, in: 1, hasGyroscope: false) == 0)
  }

  @Test func whoTurnsAroundTakesNoPosition() throws {
    let quarter = Float(90 * Units.radiansPerDegree * MovementWeights.hold.heading)
    #expect(abs(try Self.heading(afterDegrees: 90, in: 1)) < 0.3 * quarter)
  }

  @Test func aStillSensorGivesAConstant() {
    var course = Course()
    course.rest(10)
    let frames = Self.frames(WornSensor(mount: WornSensor.mounts[0]), course)
    let first = frames[0].value
    #expect(frames.allSatisfy { ($0.value - first).movement.length < 1e-6 })
  }

  @Test func positionsDoNotSeeHeight() {
    let values = Self.frames(WornSensor(), weights: .hold).map(\.value)
    #expect(values.allSatisfy { $0[4] == 0 })
  }
}
