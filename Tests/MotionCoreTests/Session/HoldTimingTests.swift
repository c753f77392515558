import MotionSimulator
import Testing

@testable import MotionCore

/// What a session times and lists of positions of known size and time.
@Suite struct HoldTimingTests {
  private static let heldSeconds = [5.0, 8, 6.5, 12]

  private static func run(
    _ course: Course, _ sensor: WornSensor = WornSensor(noise: 0.03),
    holdSeconds: Double? = nil
  ) -> SessionRun {
    let target = holdSeconds.map { Target(reps: 4, holdSeconds: $0) }
    return SessionRun(.hold, target: target, samples: sensor.samples(course))
  }

  // 80 % of a way of least jerk are done after 0.664 s
  private static func expectTruth(_ holds: [Hold], held: [Double] = heldSeconds) {
    #expect(holds.count == held.count)
    var begin = 4.0
    for (hold, seconds) in zip(holds, held) {
      #expect(abs(hold.start - (begin + 0.664)) < 0.15)
      #expect(abs(hold.end - (begin + 1 + seconds + 0.336)) < 0.15)
      begin += seconds + 6
    }
  }

  @Test(arguments: [10, 12.5, 25, 50, 100, 250], [true, false])
  func holdsAreTimedAtAnyRate(rateHertz: Double, hasGyroscope: Bool) {
    let sensor = WornSensor(
      rateHertz: rateHertz, hasGyroscope: hasGyroscope, noise: 0.03, jitterFraction: 0.1)
    Self.expectTruth(Self.run(.holds(Self.heldSeconds), sensor).countedHolds)
  }

  @Test(arguments: WornSensor.mounts, [true, false])
  func neitherMountNorSignConventionMatters(mount: Rotation, isSignInverted: Bool) {
    let sensor = WornSensor(mount: mount, isSignInverted: isSignInverted, noise: 0.03)
    Self.expectTruth(Self.run(.holds(Self.heldSeconds), sensor).countedHolds)
  }

  @Test(arguments: [1, 2, 3, 8])
  func everyHoldIsCounted(count: Int) {
    let held = Array(repeating: 5.0, count: count)
    Self.expectTruth(Self.run(.holds(held)).countedHolds, held: held)
  }

  @Test(arguments: [(1.5, 0), (2.5, 4)])
  func theSmallestRangeDecides(degrees: Double, count: Int) {
    #expect(Self.run(.holds(Self.heldSeconds, degrees: degrees)).count == count)
  }

  // held for 5.67, 8.67, 7.17 and 12.67 s; a tenth may be missing
  @Test(
    arguments: [
      (nil, [true, true, true, true]), (5, [true, true, true, true]),
      (6.2, [true, true, true, true]), (6.8, [false, true, true, true]),
      (10, [false, false, false, true]), (30, [false, false, false, false]),
    ] as [(Double?, [Bool])])
  func aTargetOnlyTellsShortFromOk(holdSeconds: Double?, isOk: [Bool]) {
    let run = Self.run(.holds(Self.heldSeconds), holdSeconds: holdSeconds)
    Self.expectTruth(run.holds)
    #expect(run.holds.map(\.verdict) == isOk.map { $0 ? .ok : .short })
    #expect(run.count == isOk.count { $0 })
  }

  @Test func thePrescribedTimeIsReachedThatLongAfterTheStart() {
    let holds = Self.run(.holds(Self.heldSeconds), holdSeconds: 8).holds
    #expect(holds.map { $0.reachedAt != nil } == [false, true, false, true])
    for hold in holds {
      guard let reachedAt = hold.reachedAt else { continue }
      #expect(abs(reachedAt - hold.start - 8) < 1e-9)
    }
  }

  @Test func aShortBreakDoesNotEndAHold() {
    var course = Course.holds([5, 5])
    for _ in 0..<2 {
      course.move(toDegrees: 40, in: 1)
      course.rest(3)
      // a local minimum to 70 % that lasts for 0.7 s
      course.move(toDegrees: 28, in: 0.35)
      course.move(toDegrees: 40, in: 0.35)
      course.rest(3)
      course.move(toDegrees: 0, in: 1)
      course.rest(4)
    }
    let holds = Self.run(course).countedHolds
    #expect(holds.count == 4)
    #expect(holds.suffix(2).allSatisfy { abs($0.seconds - 7.37) < 0.3 })
  }

  @Test func breathingDoesNotEndAHold() {
    var course = Course.holds([])
    for _ in 0..<3 {
      course.move(toDegrees: 40, in: 1)
      for _ in 0..<3 {
        course.move(toDegrees: 37, in: 2)
        course.move(toDegrees: 40, in: 2)
      }
      course.move(toDegrees: 0, in: 1)
      course.rest(5)
    }
    let holds = Self.run(course).countedHolds
    #expect(holds.count == 3)
    #expect(holds.allSatisfy { abs($0.seconds - 12.67) < 0.3 })
  }

  @Test func aHoldIsToldAtItsRelease() {
    let holds = Self.run(.holds([5, 5, 5, 5])).countedHolds
    #expect(holds.allSatisfy { $0.announcedAt >= $0.end })
    #expect(holds.dropFirst(2).allSatisfy { $0.announcedAt < $0.end + 1.5 })
  }
}
