import Testing

@testable import MotionCore

@Suite struct AxisTrackerTests {
  private static let rateHertz = 50.0
  private static let channel = MovementVector.displacementChannel

  /// What a tracker, set up for turns of 40 degrees, makes of a course along its axis.
  private static func tracked(_ course: Course) -> AxisTracker {
    tracked(
      (0...Int(course.seconds * rateHertz)).map {
        Float(course.state(at: Double($0) / rateHertz).angle)
      })
  }

  /// The same of angles, in radians.
  private static func tracked(_ angles: [Float]) -> AxisTracker {
    var buffer = FrameBuffer(capacity: angles.count)
    var tracker = AxisTracker(
      id: 0, axis: .unit(channel), expectedRange: Float(40 * Units.radiansPerDegree), birth: 0)
    let classifier = MovementClassifier(
      rules: MovementRules(CycleParameters(), longestPauseSeconds: .infinity),
      rateHertz: rateHertz)
    for (index, angle) in angles.enumerated() {
      buffer.append(.unit(channel) * angle, at: index)
      _ = tracker.process(index: index, buffer: buffer, classifier: classifier)
    }
    _ = tracker.cut(buffer: buffer, classifier: classifier)
    tracker.refresh(classifier, buffer: buffer)
    return tracker
  }

  /// Up from below the rest to the first turn, down to a local minimum, up to 40 degrees and to the
  /// rest.
  private static func liftedWithADip(toDegrees localMinimum: Double, afterDegrees first: Double)
    -> Course
  {
    var course = Course()
    course.move(toDegrees: -40, in: 2)
    course.rest(2)
    for degrees in [first, localMinimum, 40, 0] {
      course.move(toDegrees: degrees, in: 1)
      course.rest(0.2)
    }
    course.rest(3)
    return course
  }

  @Test(arguments: [(24.0, 12.0, 1), (17, 8, 2), (12, 1, 2), (38, 26, 1), (38, 6, 2)])
  func aDipPartsMovementsWhereItIsDeepOrReachesTheRest(
    first: Double, localMinimum: Double, count: Int
  ) {
    let tracker = Self.tracked(Self.liftedWithADip(toDegrees: localMinimum, afterDegrees: first))
    #expect(tracker.rising.movements.count == count)
  }

  /// Held at 40 degrees with breaths in it, down to a local minimum each: the way back shows only
  /// behind the last one.
  @Test(arguments: [(26.0, 1), (16, 4)])
  func severalBreathsAreOneHold(toDegrees localMinimum: Double, count: Int) {
    var course = Course()
    course.rest(2)
    for degrees in [40, localMinimum, 38, localMinimum + 1, 39, localMinimum + 2, 37, 0] {
      course.move(toDegrees: degrees, in: 1)
      course.rest(0.2)
    }
    course.rest(3)
    #expect(Self.tracked(course).rising.movements.count == count)
  }

  /// From a third of the way out up to 40 degrees and back to the rest: what was on its way when the
  /// signal began came from there, what had stopped on its way did not.
  @Test(arguments: [(5, true), (9, false)])
  func whatWasOnItsWayAtTheStartCameFromWhereItReturns(frames: Int, isCut: Bool) throws {
    var degrees = [Float](repeating: 14, count: frames)
    for step in 1...40 { degrees.append(14 + 26 * Float(step) / 40) }
    for step in 1...50 { degrees.append(40 - 40 * Float(step) / 50) }
    degrees += [Float](repeating: 0, count: 100)
    let tracker = Self.tracked(degrees.map { $0 * Float(Units.radiansPerDegree) })
    let movement = try #require(tracker.rising.movements.first)
    #expect((abs(movement.size.asymmetry) < 0.1) == isCut)
  }

  /// The first top is reached 5 s after the start, the second one, of 40 degrees, 2.4 s later.
  @Test(arguments: [(38.0, 7.4...7.7), (43, 5...5.3)])
  func aMovementOfTwoTopsPeaksAtTheHigherOne(first: Double, seconds: ClosedRange<Double>) throws {
    let tracker = Self.tracked(Self.liftedWithADip(toDegrees: 28, afterDegrees: first))
    let movement = try #require(tracker.rising.movements.last)
    #expect(tracker.rising.movements.count == 1)
    #expect(seconds.contains(Double(movement.peak) / Self.rateHertz))
  }

  // as long out as at rest: only the ends tell which is which
  @Test(arguments: [40.0, -40])
  func whatLiesBetweenTheEndsIsTheMovement(degrees: Double) throws {
    let course = Course.repetitions(6, degrees: degrees, waySeconds: 1, betweenSeconds: 0.2)
    let best = try #require(Self.tracked(course).best)
    #expect(best.identity.isRising == (degrees > 0))
    #expect(best.count == 6)
  }
}
