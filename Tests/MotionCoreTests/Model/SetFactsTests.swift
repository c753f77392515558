import Testing

@testable import MotionCore

@Suite struct SetFactsTests {
  private static func reps(
    _ ranges: [Double?], seconds: [Double] = [], verdict: Verdict = .ok
  ) -> [Repetition] {
    ranges.enumerated().map { position, range in
      let seconds = seconds.isEmpty ? 2 : seconds[position]
      return Repetition(
        number: position + 1, start: Double(position) * 10, end: Double(position) * 10 + seconds,
        verdict: verdict, rangeDegrees: range, tempo: [seconds / 2, 0, seconds / 2, nil],
        announcedAt: 0)
    }
  }

  private static func report(
    _ reps: [Repetition], slowRepSeconds: Double = 2
  ) -> SetReport {
    var exercise = Exercise.repetition
    exercise.parameters = .cycle(CycleParameters(slowRepSeconds: slowRepSeconds))
    return SetReport(plan: PlannedSet(exercise: exercise), outcome: .done, reps: reps)
  }

  private static func report(_ holds: [Hold]) -> SetReport {
    SetReport(plan: PlannedSet(exercise: .scapularSqueeze), outcome: .done, holds: holds)
  }

  private static let fading = [60.0, 58, 56, 54, 52, 50, 48, 46, 44, 42]

  @Test func timeUnderTensionLeavesTheRestOut() {
    var rep = Repetition.of(.ok)
    rep.tempo = [1.2, 0.3, 1.3, 5]
    #expect(abs((rep.timeUnderTension ?? 0) - 2.8) < 1e-12)
    for tempo in [[], [1, 2], [1, nil, 1, 1]] as [[Double?]] {
      rep.tempo = tempo
      #expect(rep.timeUnderTension == nil)
    }
  }

  @Test func variationIsThatOfCountedMovements() throws {
    let partial = Self.reps([5, 90], seconds: [0.5, 30], verdict: .partial)
    let report = Self.report(Self.reps([54, 60, 66], seconds: [2, 3, 4]) + partial)
    let consistency = report.consistency
    #expect(abs(try #require(consistency.rangeVariationFraction) - 0.1) < 1e-12)
    #expect(abs(try #require(consistency.secondsVariationFraction) - 1.0 / 3) < 1e-12)
  }

  @Test func variationOfHoldsIsThatOfTheTimeHeld() throws {
    let holds = [5.0, 6, 7].map { Hold.of(.ok, start: 1, end: 1 + $0) } + [.of(.short)]
    let consistency = Self.report(holds).consistency
    #expect(abs(try #require(consistency.secondsVariationFraction) - 1.0 / 6) < 1e-12)
    #expect(consistency.rangeVariationFraction == nil)
  }

  @Test func twoMovementsSayNothingOfConsistency() {
    let consistency = Self.report(Self.reps([54, 60])).consistency
    #expect(consistency.rangeVariationFraction == nil)
    #expect(consistency.secondsVariationFraction == nil)
  }

  @Test func aRangeThatIsNotMeasuredIsLeftOut() {
    let report = Self.report(Self.reps([nil, nil, nil, nil, nil]))
    #expect(report.consistency.rangeVariationFraction == nil)
    #expect(report.consistency.secondsVariationFraction == 0)
    #expect(report.rangeTrend == nil && report.secondsTrend?.changeFraction == 0)
  }

  @Test func fatigueIsAClearFallOfTheRange() throws {
    let trend = try #require(Self.report(Self.reps(Self.fading)).rangeTrend)
    #expect(abs(trend.changeFraction - -0.3) < 1e-12 && trend.isClear)
  }

  @Test func whatIsNotCountedDoesNotBendTheTrend() throws {
    var reps = Self.reps(Self.fading + [5])
    reps[10].verdict = .partial
    #expect(abs(try #require(Self.report(reps).rangeTrend).changeFraction - -0.3) < 1e-12)
  }

  @Test func slowingDownIsARiseOfTheTime() throws {
    let report = Self.report(
      Self.reps([60, 60, 60, 60, 60], seconds: [2, 2.25, 2.5, 2.75, 3]))
    let (time, range) = (try #require(report.secondsTrend), try #require(report.rangeTrend))
    #expect(abs(time.changeFraction - 0.5) < 1e-12 && time.isClear)
    #expect(range.changeFraction == 0 && !range.isClear)
  }

  @Test func holdsHaveATrendToo() throws {
    let holds = [10.0, 9, 8, 7, 6].map { Hold.of(.ok, start: 1, end: 1 + $0) }
    #expect(abs(try #require(Self.report(holds).secondsTrend).changeFraction - -0.4) < 1e-12)
  }

  @Test func fourRepetitionsShowNoTrend() {
    #expect(Self.report(Self.reps([60, 50, 40, 30])).rangeTrend == nil)
  }

  @Test func paceIsHeldAgainstASlowRepetition() throws {
    let reps = Self.reps([60, 60, 60, 60], seconds: [1.9, 2, 3, 4])
    let partial = Self.reps([10], seconds: [0.5], verdict: .partial)
    let pace = try #require(Self.report(reps + partial).pace)
    #expect(pace.medianSeconds == 2.5 && pace.fasterReps == 1 && pace.fasterFraction == 0.25)
    #expect(try #require(Self.report(reps, slowRepSeconds: 3.5).pace).fasterReps == 3)
  }

  @Test func repetitionsThatAreTooFastAreFasterToo() throws {
    let pace = Self.report(Self.reps([60], seconds: [0.9], verdict: .tooFast)).pace
    #expect(try #require(pace).fasterFraction == 1)
  }

  @Test func thereIsNoPaceOfHoldsNorOfNothing() {
    #expect(Self.report([Hold.of(.ok)]).pace == nil)
    #expect(Self.report([Repetition]()).pace == nil)
  }

  @Test(arguments: Exercise.catalogue)
  func aSlowRepetitionIsNotTooFast(exercise: Exercise) {
    guard case .cycle(let parameters) = exercise.parameters else { return }
    #expect(parameters.slowRepSeconds >= parameters.tooFastSeconds)
  }
}

/// Facts of sets that a session has measured.
@Suite struct MeasuredSetFactsTests {
  /// Ten repetitions that get smaller and slower by as much each time.
  private static let tiring: Course = {
    var course = Course()
    course.rest(3)
    for number in 0..<10 {
      course.move(toDegrees: 60 - 2 * Double(number), in: 1 + 0.05 * Double(number))
      course.rest(0.2)
      course.move(toDegrees: 0, in: 1 + 0.05 * Double(number))
      course.rest(0.6)
    }
    course.rest(3)
    return course
  }()

  @Test(arguments: [true, false])
  func tirednessShowsInRangeAndTime(hasGyroscope: Bool) throws {
    let sensor = WornSensor(hasGyroscope: hasGyroscope, noise: 0.03)
    let set = SessionRun(.repetition, samples: sensor.samples(Self.tiring)).report.sets[0]
    #expect(set.count == 10)
    let (range, time) = (try #require(set.rangeTrend), try #require(set.secondsTrend))
    #expect(abs(range.changeFraction - -0.3) < 0.04 && range.isClear)
    #expect(time.changeFraction > 0.2 && time.isClear)
  }

  @Test func evenRepetitionsVaryLittleAndShowNoTrend() throws {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(10))
    let set = SessionRun(.repetition, samples: samples).report.sets[0]
    #expect(try #require(set.consistency.rangeVariationFraction) < 0.02)
    #expect(try #require(set.consistency.secondsVariationFraction) < 0.03)
    #expect(abs(try #require(set.rangeTrend).changeFraction) < 0.02)
    // 1.53 s from mark to mark
    let pace = try #require(set.pace)
    #expect(abs(pace.medianSeconds - 1.53) < 0.06 && pace.fasterFraction == 1)
  }
}
