import Testing

@testable import MotionCore

/// A recording that is conditioned once says what a session says.
@Suite struct ConditionedRecordingTests {
  private static let names = [
    "shoulder-roll", "childs-pose", "open-book", "open-book-hold", "scapular-squeeze",
    "bent-over-row", "repetition", "hold",
  ]

  private func expectAlike(_ exercise: Exercise, _ readings: [MotionReading]) {
    let plan = PlannedSet(exercise: exercise, target: exercise.dose)
    let session = SessionRun(.single(plan), readings: readings).report
    let conditioned = ConditionedRecording(
      readings, placement: .upperArm, for: exercise.parameters
    ).report(for: plan)
    let (a, b) = (session.sets[0], conditioned.sets[0])
    #expect(a.count == b.count && a.outcome == b.outcome && a.pain == b.pain)
    #expect(session.quality == conditioned.quality)
    #expect(a.reps.filter(\.isCounted).map(\.start) == b.reps.filter(\.isCounted).map(\.start))
    #expect(a.reps.filter(\.isCounted).map(\.tempo) == b.reps.filter(\.isCounted).map(\.tempo))
    #expect(a.holds.filter(\.isCounted).map(\.start) == b.holds.filter(\.isCounted).map(\.start))
    #expect(a.holds.filter(\.isCounted).map(\.end) == b.holds.filter(\.isCounted).map(\.end))
  }

  @Test(arguments: names)
  func itFindsWhatASessionFinds(name: String) throws {
    let samples = try BundledRecording(name: name).samples()
    expectAlike(try #require(Exercise.named(name)), samples.map { .sample($0) })
  }

  @Test(arguments: ["bent-over-row", "scapular-squeeze"])
  func alsoWithAGapAndWithoutAGyroscope(name: String) throws {
    let samples = try BundledRecording(name: name).samples().without(45..<48)
    expectAlike(try #require(Exercise.named(name)), samples.map { .sample($0) })
    let blind = samples.map {
      IMUSample(nanoseconds: $0.nanoseconds, specificForce: $0.specificForce)
    }
    expectAlike(try #require(Exercise.named(name)), blind.map { .sample($0) })
  }

  @Test func alsoWithMarkersOfAGapAndOfPain() throws {
    var readings = try BundledRecording(name: "bent-over-row").samples().map {
      MotionReading.sample($0)
    }
    for (place, kind) in [(1200, Marker.Kind.pain(level: 4)), (900, .gap())] {
      guard case .sample(let sample) = readings[place] else { continue }
      readings.insert(.marker(Marker(nanoseconds: sample.nanoseconds, kind: kind)), at: place)
    }
    expectAlike(try #require(Exercise.named("bent-over-row")), readings)
  }

  @Test func otherThresholdsAreTakenInTheSameRecording() throws {
    let samples = try BundledRecording(name: "scapular-squeeze").samples().map {
      IMUSample(nanoseconds: $0.nanoseconds, specificForce: $0.specificForce)
    }
    let exercise = try #require(Exercise.named("scapular-squeeze"))
    var other = exercise
    try other.parameters.set("accelerometerSmoothingSeconds", to: 0.5)
    let recording = ConditionedRecording(
      samples.map { .sample($0) }, placement: .upperArm, for: exercise.parameters)
    let plan = PlannedSet(exercise: other, target: other.dose)
    let session = SessionRun(other, target: other.dose, samples: samples).report
    #expect(recording.report(for: plan).sets[0].count == session.sets[0].count)
  }

  // MARK: - Why

  @Test(arguments: names)
  func everyCountedMovementIsExplained(name: String) throws {
    let exercise = try #require(Exercise.named(name))
    let samples = try BundledRecording(name: name).samples()
    let recording = ConditionedRecording(
      samples.map { .sample($0) }, placement: .upperArm, for: exercise.parameters)
    let plan = PlannedSet(exercise: exercise, target: nil)
    let explanation = recording.explanation(for: plan)
    let counted = explanation.movements.filter { $0.verdict?.isCounted == true }
    #expect(counted.count == recording.report(for: plan).sets[0].count)
    #expect(counted.allSatisfy { $0.decisive?.isMet == true })
    for movement in explanation.movements where movement.verdict == .partial {
      #expect(movement.decisive?.parameters.lower == "partialRangeRatio")
      #expect(movement.decisive?.isMet == false)
    }
    #expect(explanation.movements.map(\.start) == explanation.movements.map(\.start).sorted())
    #expect(explanation.levels.contains { $0.name == "minimumRangeDegrees" })
    #expect(explanation.signal.count > samples.count / 100)
  }

  @Test func aThresholdThatRejectsIsNamed() throws {
    var exercise = try #require(Exercise.named("bent-over-row"))
    try exercise.parameters.set("minimumRepSeconds", to: 1.8)
    let samples = try BundledRecording(name: "bent-over-row").samples()
    let recording = ConditionedRecording(
      samples.map { .sample($0) }, placement: .upperArm, for: exercise.parameters)
    let plan = PlannedSet(exercise: exercise, target: nil)
    let rejected = recording.explanation(for: plan).movements.filter { movement in
      movement.decisive.map { !$0.isMet && $0.parameters.lower == "minimumRepSeconds" } ?? false
    }
    #expect(rejected.count >= 5)
    for movement in rejected { #expect(movement.decisive.map { $0.value < 1.8 } == true) }
  }

  // MARK: - Calibration

  @Test func aCalibrationIsThatOfTheCountedRepetitions() throws {
    let exercise = try #require(Exercise.named("bent-over-row"))
    let samples = try BundledRecording(name: "bent-over-row").samples()
    let recording = ConditionedRecording(
      samples.map { .sample($0) }, placement: .upperArm, for: exercise.parameters)
    let calibration = try #require(recording.calibration(for: exercise))
    #expect(calibration.count == 10)
    #expect((20...80).contains(calibration.usualRangeDegrees))
    #expect(calibration.rangeRatio >= 1)
    #expect(calibration.tempo.count == 3 && calibration.tempo.allSatisfy { $0 > 0 })
    #expect(abs(calibration.restDirection.length - 1) < 1e-6)
    let still = ConditionedRecording(
      (0..<500).map {
        .sample(
          IMUSample(nanoseconds: Int64($0) * 20_000_000, specificForce: Vector3(0, 0, 9.81)))
      }, placement: .upperArm, for: exercise.parameters)
    #expect(still.calibration(for: exercise) == nil)
  }

  // Four repetitions that are all as small as each other.
  @Test func withAPersonsOwnRangeEvenTheFirstSmallRepetitionIsPartial() throws {
    let samples = WornSensor(noise: 0.03).samples(.repetitions(4, degrees: 25))
    var exercise = try #require(Exercise.named("repetition"))
    #expect(SessionRun(exercise, samples: samples).count == 4)
    try exercise.parameters.set("usualRangeDegrees", to: 60)
    let run = SessionRun(exercise, samples: samples)
    #expect(run.count == 0)
    #expect(run.reps.count { $0.verdict == .partial } == 4)
    #expect(run.reps.first?.verdict == .partial)
    try exercise.parameters.set("usualRangeDegrees", to: 30)
    #expect(SessionRun(exercise, samples: samples).count == 4)
  }
}
