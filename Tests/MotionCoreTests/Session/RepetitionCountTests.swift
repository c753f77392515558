import MotionSimulator
import Testing

@testable import MotionCore

/// What a session counts and lists of repetitions of known size and time.
@Suite struct RepetitionCountTests {
  // a repetition takes 2.2 s, rests between take 0.5 s, the first begins at 3 s
  private static let period = 2.7

  private static func run(
    _ course: Course, _ sensor: WornSensor = WornSensor(noise: 0.03), target: Target? = nil
  ) -> SessionRun {
    SessionRun(.repetition, target: target, samples: sensor.samples(course))
  }

  /// Adds repetitions of which each ends in a short rest.
  private static func add(
    _ count: Int, to course: inout Course, degrees: Double = 40, waySeconds: Double = 1
  ) {
    for _ in 0..<count {
      course.move(toDegrees: degrees, in: waySeconds)
      course.rest(0.2)
      course.move(toDegrees: 0, in: waySeconds)
      course.rest(0.5)
    }
  }

  @Test(arguments: [2, 3, 5, 10, 25], [true, false])
  func everyRepetitionIsCounted(count: Int, hasGyroscope: Bool) {
    let run = Self.run(.repetitions(count), WornSensor(hasGyroscope: hasGyroscope, noise: 0.03))
    #expect(run.count == count)
    #expect(run.reps.allSatisfy { $0.verdict == .ok })
  }

  @Test(arguments: [10, 12.5, 25, 50, 100, 250], [true, false])
  func theRateDoesNotMatter(rateHertz: Double, hasGyroscope: Bool) {
    let sensor = WornSensor(
      rateHertz: rateHertz, hasGyroscope: hasGyroscope, noise: 0.03, jitterFraction: 0.1)
    #expect(Self.run(.repetitions(7), sensor).count == 7)
  }

  @Test(arguments: WornSensor.mounts, [true, false])
  func neitherMountNorSignConventionMatters(mount: Rotation, isSignInverted: Bool) {
    let plain = Self.run(.repetitions(7))
    let turned = Self.run(
      .repetitions(7), WornSensor(mount: mount, isSignInverted: isSignInverted, noise: 0.03))
    #expect(turned.count == 7)
    #expect(zip(plain.reps, turned.reps).allSatisfy { abs($0.start - $1.start) < 0.05 })
    #expect(zip(plain.reps, turned.reps).allSatisfy { abs($0.end - $1.end) < 0.05 })
  }

  @Test func theDirectionOfTheMovementDoesNotMatter() {
    #expect(Self.run(.repetitions(7, degrees: -40)).count == 7)
  }

  // 20 % of a way of least jerk are done after 0.336 s
  @Test func beginAndEndAreAtTwentyPercentOfTheRange() {
    let reps = Self.run(.repetitions(6)).reps
    for (index, rep) in reps.enumerated() {
      let begin = 3 + Self.period * Double(index)
      #expect(abs(rep.start - (begin + 0.336)) < 0.06)
      #expect(abs(rep.end - (begin + 2.2 - 0.336)) < 0.06)
    }
  }

  @Test(arguments: [20.0, 45, 80])
  func rangeIsInDegreesOfTheSensorsTurn(degrees: Double) throws {
    for rep in Self.run(.repetitions(5, degrees: degrees)).reps {
      #expect(abs(try #require(rep.rangeDegrees) - degrees) < 0.05 * degrees)
    }
  }

  @Test func tempoIsOutTurnBackAndRest() throws {
    let reps = Self.run(.repetitions(5)).reps
    // 60 % of the way between 0.336 and 0.664 s; the turn with the slow ends of both ways
    let expected = [0.33, 0.87, 0.33, 1.17]
    for rep in reps.dropLast() {
      for (seconds, expected) in zip(rep.tempo, expected) {
        #expect(abs(try #require(seconds) - expected) < 0.08)
      }
    }
    #expect(try #require(reps.last).tempo[3] == nil)
  }

  @Test(arguments: [(5.5, 0), (6.5, 7)])
  func theSmallestRangeDecides(degrees: Double, count: Int) {
    #expect(Self.run(.repetitions(7, degrees: degrees)).count == count)
  }

  // 1.53 s from mark to mark
  @Test(arguments: [(0.6...14, 7), (1.4...1.7, 7), (2.5...14, 0), (0.6...1.2, 0)])
  func aRepetitionOfAnotherLengthIsNone(seconds: ClosedRange<Double>, count: Int) {
    var exercise = Exercise.repetition
    exercise.parameters = .cycle(
      CycleParameters(minimumRepSeconds: seconds.lowerBound, maximumRepSeconds: seconds.upperBound))
    let samples = WornSensor(noise: 0.03).samples(.repetitions(7))
    #expect(SessionRun(exercise, samples: samples).count == count)
  }

  // nothing can be compared with it before, and nothing else has moved
  @Test func theOnlyMovementIsCountedAtTheEnd() {
    let run = Self.run(.repetitions(1))
    #expect(run.count == 1 && run.events.count == 1)
  }

  @Test func aFastRepetitionIsCountedWithAWarning() {
    let run = Self.run(.repetitions(7, waySeconds: 0.45))
    #expect(run.count == 7)
    #expect(run.reps.allSatisfy { $0.verdict == .tooFast && $0.reason != nil })
  }

  @Test func aPartialRepetitionIsListedAndNotCounted() {
    var course = Course.repetitions(0)
    Self.add(3, to: &course)
    Self.add(1, to: &course, degrees: 16)
    Self.add(3, to: &course)
    course.rest(3)
    let run = Self.run(course)
    #expect(run.count == 6)
    #expect(run.reps.map(\.verdict) == [.ok, .ok, .ok, .partial, .ok, .ok, .ok])
  }

  @Test(arguments: [true, false])
  func whatGoesOnFasterOrSmallerAfterAPauseIsTheSameSet(hasGyroscope: Bool) {
    var course = Course.repetitions(0)
    Self.add(10, to: &course)
    course.rest(30)
    Self.add(10, to: &course, waySeconds: 0.5)
    course.rest(30)
    Self.add(10, to: &course, degrees: 16)
    course.rest(3)
    let run = Self.run(course, WornSensor(hasGyroscope: hasGyroscope, noise: 0.03))
    #expect(run.count == 20)
    #expect(run.reps.filter(\.isCounted).allSatisfy { $0.start < 90 })
    #expect(run.reps.count { $0.verdict == .partial } == 10)
  }

  // four times as long, 8 s away
  @Test(arguments: [true, false], [true, false])
  func settingUpAndPuttingDownAreNotCounted(isBefore: Bool, hasGyroscope: Bool) {
    var course = Course.repetitions(0)
    if isBefore {
      Self.add(1, to: &course, waySeconds: 4)
      course.rest(8)
    }
    Self.add(10, to: &course)
    if !isBefore {
      course.rest(8)
      Self.add(1, to: &course, waySeconds: 4)
    }
    course.rest(3)
    let run = Self.run(course, WornSensor(hasGyroscope: hasGyroscope, noise: 0.03))
    #expect(run.count == 10)
    #expect(run.reps.filter(\.isCounted).allSatisfy { $0.end - $0.start < 3 })
  }

  @Test(arguments: [1.0, 1.3])
  func theFirstAndTheLastMayTakeSomewhatLonger(waySeconds: Double) {
    var course = Course.repetitions(0)
    Self.add(1, to: &course, waySeconds: waySeconds)
    course.rest(1)
    Self.add(8, to: &course)
    course.rest(1)
    Self.add(1, to: &course, waySeconds: waySeconds)
    course.rest(3)
    #expect(Self.run(course).count == 10)
  }

  @Test func aSmallFirstRepetitionIsPartial() {
    var course = Course.repetitions(0)
    Self.add(1, to: &course, degrees: 16)
    Self.add(8, to: &course)
    course.rest(3)
    let run = Self.run(course)
    #expect(run.reps.map(\.verdict) == [.partial] + Array(repeating: .ok, count: 8))
  }

  @Test(arguments: GyroscopeFault.allCases)
  func aGyroscopeThatContradictsTheAccelerometerCostsNone(fault: GyroscopeFault) {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(12)).map(fault.applied)
    let run = SessionRun(.repetition, samples: samples)
    let counted = run.reps.filter(\.isCounted)
    #expect(counted.count == 12)
    for (index, rep) in counted.enumerated() {
      let begin = 3 + Self.period * Double(index)
      #expect(begin < rep.end && rep.start < begin + 2.2)
    }
    #expect(counted.allSatisfy { $0.smoothness == nil })
    #expect(run.report.warnings.contains { $0.contains("gyroscope contradicts") })
  }

  @Test(arguments: [nil, 1, 7, 50])
  func aTargetNeverChangesWhatIsCounted(reps: Int?) {
    let run = Self.run(.repetitions(7), target: reps.map { Target(reps: $0) })
    #expect(run.reps == Self.run(.repetitions(7)).reps)
    #expect(run.report.sets[0].isTargetMet == reps.map { $0 <= 7 })
  }

  @Test func aGapBetweenRepetitionsCostsNone() {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(10, betweenSeconds: 1.5))
    // the rest after the fifth, less a little on either side
    let rest = 3 + 4 * 3.7 + 2.2
    let run = SessionRun(.repetition, samples: samples.without(rest + 0.4..<rest + 1.1))
    #expect(run.count == 10)
    #expect(run.report.quality.gaps.count == 1)
  }

  @Test(arguments: [1.0, 2.0])
  func aShortGapInsideARepetitionCostsNone(seconds: Double) {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(10))
    let begin = 3 + 5 * Self.period + 0.6
    let run = SessionRun(.repetition, samples: samples.without(begin..<begin + seconds))
    #expect(run.count == 10)
    #expect(run.report.quality.gaps.count == 1)
  }

  @Test func aLongGapCostsWhatLiesInIt() {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(10))
    let begin = 3 + 4 * Self.period + 0.6
    let gap = begin..<begin + MovementSearch.longestBridgeSeconds + 1
    let run = SessionRun(.repetition, samples: samples.without(gap))
    let counted = run.reps.filter(\.isCounted)
    #expect(counted.count < 9)
    #expect(counted.allSatisfy { $0.end < gap.lowerBound || $0.start > gap.upperBound })
  }

  @Test(arguments: [(0.6, 6), (1.1, 6), (1.5, 6), (1.9, 7), (2.2, 7)])
  func aCutRepetitionCountsWhenEnoughOfItsWayBackWasSeen(secondsIn: Double, count: Int) {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(10))
    let cut = samples.until(3 + 6 * Self.period + secondsIn)
    #expect(SessionRun(.repetition, samples: cut).count == count)
  }

  @Test func aRepetitionIsAnnouncedSoonAfterItIsOver() {
    let reps = Self.run(.repetitions(8)).reps
    #expect(reps.dropFirst(3).allSatisfy { (0...0.7).contains($0.announcedAt - $0.end) })
  }
}
