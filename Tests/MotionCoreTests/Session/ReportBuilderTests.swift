import MotionSimulator
import Testing

@testable import MotionCore

/// The conclusions that a session draws of each set.
@Suite struct ReportBuilderTests {
  private static func report(
    _ exercise: Exercise = .repetition, _ course: Course = .repetitions(6),
    target: Target? = nil, placement: Placement = .upperArm,
    sensor: WornSensor = WornSensor(noise: 0.03), lost: Range<Double> = 0..<0
  ) -> SessionReport {
    SessionRun(
      exercise, target: target, placement: placement,
      samples: sensor.samples(course).without(lost)
    ).report
  }

  private static func still(_ seconds: Double) -> Course {
    var course = Course()
    course.rest(seconds)
    return course
  }

  @Test(
    arguments: [
      (nil, .done), (Target(reps: 6), .done), (Target(reps: 5), .done),
      (Target(reps: 7), .partlyDone),
    ] as [(Target?, Outcome)])
  func theOutcomeComparesCountAndTarget(target: Target?, outcome: Outcome) {
    #expect(Self.report(target: target).sets[0].outcome == outcome)
  }

  @Test func aGoodSignalWithoutTheExerciseIsNotDone() {
    let set = Self.report(.repetition, Self.still(40)).sets[0]
    #expect(set.outcome == .notDone)
    #expect(set.start == nil && set.end == nil && set.count == 0)
  }

  @Test func aGapThatCouldHideTheSetIsNotMeasured() {
    #expect(Self.report(.repetition, Self.still(60), lost: 20..<40).sets[0].outcome == .notMeasured)
    #expect(Self.report(.repetition, Self.still(60), lost: 20..<22).sets[0].outcome == .notDone)
  }

  @Test func nearlyNoSignalIsNotMeasured() {
    #expect(Self.report(.repetition, Self.still(1)).sets[0].outcome == .notMeasured)
  }

  @Test func aPlacementThatCannotSeeItIsNotMeasuredAndSaysWhereToWearIt() throws {
    let report = Self.report(.shoulderRoll, placement: .wrist)
    #expect(report.sets[0].outcome == .notMeasured)
    #expect(report.sets[0].count == 0)
    let warning = try #require(report.warnings.first)
    #expect(warning.contains("shoulder roll") && warning.contains("upper arm"))
  }

  /// In a programme, too, the best there is of a set is reported with its confidence: a few small
  /// turns in a programme of ten open books may be the exercise or another thing.
  @Test func whatIsDoubtfulInAProgrammeIsNotSure() {
    let plan = SessionPlan.program(
      Program(
        id: "p", title: "P",
        lines: [
          Program.Line(exercise: .openBook, target: Target(reps: 10)),
          Program.Line(exercise: .bentOverRow, target: Target(reps: 10)),
        ]))
    let courses = [10.0, 15, 25, 40].flatMap { degrees in
      [3, 4, 5, 6].map { Course.repetitions($0, degrees: degrees, betweenSeconds: 4) }
    }
    let doubtful = courses.flatMap { course in
      SessionRun(plan, readings: WornSensor(noise: 0.03).samples(course).map { .sample($0) })
        .report.sets.filter(\.isDoubtful)
    }
    #expect(!doubtful.isEmpty)
    #expect(
      doubtful.allSatisfy {
        $0.count > 0 && $0.outcome == .partlyDone && $0.isTargetMet == false
      })
  }

  @Test func aSetReachesFromItsFirstToItsLastMovement() throws {
    let set = Self.report().sets[0]
    let (first, last) = (try #require(set.reps.first), try #require(set.reps.last))
    #expect(abs(try #require(set.start) - first.start) < 0.1)
    #expect(abs(try #require(set.end) - last.end) < 0.1)
  }

  @Test func aGoodRecordingNeedsNoWarning() {
    #expect(Self.report().warnings.isEmpty)
  }

  @Test func whatLimitsTheFiguresIsSaid() {
    let blind = Self.report(
      .hold, .holds([5, 5, 5]), sensor: WornSensor(hasGyroscope: false, noise: 0.03))
    #expect(blind.warnings.contains { $0.contains("gyroscope") })
    let slow = Self.report(sensor: WornSensor(rateHertz: 8, noise: 0.03))
    #expect(slow.warnings.contains { $0.contains("8 samples a second") })
    let interrupted = Self.report(lost: 9..<10)
    #expect(interrupted.warnings.contains { $0.contains("interrupted") })
  }
}
