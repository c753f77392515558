import Glibc
import Testing

@testable import MotionCore

@Suite struct HoldReaderTests {
  private static let rateHertz = 50.0
  private static let restSeconds = 5.0
  private static let heldSeconds = 8.0

  /// When the hold of a course begins and ends as it is read, in seconds; gravity turns about the
  /// first axis, smoothed by two windows of this length.
  ///
  /// - Parameter backShare: what is seen of the way back; nil for all.
  private static func read(
    _ course: Course, smoothingSeconds: Double = 0.2, backShare: Float? = nil
  ) throws -> (start: Double, end: Double) {
    var smoother = TriangularSmoother(seconds: smoothingSeconds, rateHertz: rateHertz)
    var buffer = FrameBuffer(capacity: Int(60 * rateHertz))
    buffer.smoothingSeconds = smoothingSeconds
    let latency = Int(smoother.latency.rounded())
    for index in 0...Int(course.seconds * rateHertz) {
      let angle = course.state(at: Double(index) / rateHertz).angle
      let frame = smoother.filter(SIMD8(0, sin(angle), cos(angle), 0, 0, 0, 0, 0))
      if index >= latency { buffer.append(MovementVector(frame), at: index - latency) }
    }
    let middle = buffer.end / 2
    let way = buffer[middle] - buffer[0]
    let axis = way / way.length
    let left = backShare.flatMap { share in
      (middle..<buffer.end).first { (buffer[middle] - buffer[$0]).dot(axis) >= share * way.length }
    }
    let movement = try #require(
      MovementReader(
        buffer: buffer, axis: axis, rateHertz: rateHertz, isHold: true, headingWeight: 0.5,
        largestAsymmetry: 0.9
      )
      .movement(
        .init(
          before: 0, peak: middle, after: left ?? buffer.end - 1, isCutAfter: left != nil),
        isProvisional: left != nil))
    let timed = HoldReader(buffer: buffer, axis: axis, rateHertz: rateHertz).timed(movement)
      .movement
    return (Double(timed.plateauStart) / rateHertz, Double(timed.plateauEnd) / rateHertz)
  }

  private static func hold(degrees: Double, waySeconds: Double) -> Course {
    Course.holds(
      [heldSeconds], degrees: degrees, waySeconds: waySeconds, edgeSeconds: restSeconds)
  }

  // 80 % of a way of least jerk are done after 0.664 of its time
  private static func error(
    _ read: (start: Double, end: Double), waySeconds: Double
  ) -> (start: Double, end: Double) {
    let start = restSeconds + 0.664 * waySeconds
    let end = restSeconds + waySeconds + heldSeconds + 0.336 * waySeconds
    return (read.start - start, read.end - end)
  }

  @Test(arguments: [5.0, 40, 90, 120, 150], [0.8, 1.5, 3])
  func aHoldRunsWhileFourFifthsOfTheAngleAreDone(degrees: Double, waySeconds: Double) throws {
    let read = try Self.read(Self.hold(degrees: degrees, waySeconds: waySeconds))
    let error = Self.error(read, waySeconds: waySeconds)
    #expect(abs(error.start) < 0.1 && abs(error.end) < 0.1)
  }

  @Test(arguments: [0.4, 0.6, 0.8] as [Float], [0.8, 1.5, 3])
  func whatIsSeenOfTheWayBackIsEnough(backShare: Float, waySeconds: Double) throws {
    let course = Self.hold(degrees: 40, waySeconds: waySeconds)
    let whole = try Self.read(course)
    let running = try Self.read(course, backShare: backShare)
    #expect(running.start == whole.start)
    #expect(abs(running.end - whole.end) < 0.1)
  }

  @Test(arguments: [0.1, 0.3, 0.45, 1], [5.0, 40])
  func smoothingMovesNoBoundary(smoothingSeconds: Double, degrees: Double) throws {
    let course = Self.hold(degrees: degrees, waySeconds: 1)
    let error = Self.error(
      try Self.read(course, smoothingSeconds: smoothingSeconds), waySeconds: 1)
    #expect(abs(error.start) < 0.1 && abs(error.end) < 0.1)
  }

  // what is held sinks by a quarter within 8 s, the rest after it lies a tenth higher
  @Test func eachSideHasLevelsOfItsOwn() throws {
    var course = Course()
    course.rest(Self.restSeconds)
    course.move(toDegrees: 40, in: 1)
    course.move(toDegrees: 30, in: Self.heldSeconds)
    course.move(toDegrees: 4, in: 1)
    course.rest(Self.restSeconds)
    let error = Self.error(try Self.read(course), waySeconds: 1)
    #expect(abs(error.start) < 0.15 && abs(error.end) < 0.15)
  }

  @Test func breathingMovesNoBoundaryWhereSmoothingIsCoarse() throws {
    var course = Course()
    course.rest(Self.restSeconds)
    course.move(toDegrees: 5, in: 1)
    for _ in 0..<4 {
      course.move(toDegrees: 4.2, in: 1)
      course.move(toDegrees: 5, in: 1)
    }
    course.move(toDegrees: 0, in: 1)
    course.rest(Self.restSeconds)
    let error = Self.error(try Self.read(course, smoothingSeconds: 1), waySeconds: 1)
    #expect(abs(error.start) < 0.2 && abs(error.end) < 0.2)
  }
}
