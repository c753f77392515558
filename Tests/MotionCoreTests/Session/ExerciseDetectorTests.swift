import Testing

@testable import MotionCore

@Suite struct ExerciseDetectorTests {
  private static let exercises = [Exercise.repetition, .hold]

  /// A detector that has seen a whole course and its end.
  private static func detector(
    _ exercise: Exercise, _ course: Course, _ sensor: WornSensor = WornSensor(noise: 0.03)
  ) -> ExerciseDetector {
    var group = DetectorGroup(
      ExerciseDetector(
        exercise: exercise, placement: .upperArm, longestPauseSeconds: 40,
        rateHertz: sensor.rateHertz),
      rateHertz: sensor.rateHertz)
    for sample in sensor.uniform(course) { _ = group.process(sample) }
    group.interrupt(for: .infinity)
    return group.detectors[0]
  }

  private static func still(_ seconds: Double) -> Course {
    var course = Course()
    course.rest(seconds)
    return course
  }

  @Test(arguments: exercises, [true, false])
  func aConstantSignalHasNoCandidate(exercise: Exercise, hasGyroscope: Bool) {
    let sensor = WornSensor(hasGyroscope: hasGyroscope)
    #expect(Self.detector(exercise, Self.still(30), sensor).candidates.all.isEmpty)
  }

  @Test(arguments: exercises, [true, false])
  func noiseAloneHasNoCandidate(exercise: Exercise, hasGyroscope: Bool) {
    let sensor = WornSensor(hasGyroscope: hasGyroscope, noise: 0.1)
    #expect(Self.detector(exercise, Self.still(60), sensor).candidates.all.isEmpty)
  }

  @Test func nothingSeenHasNoCandidate() {
    var group = DetectorGroup(
      ExerciseDetector(
        exercise: .repetition, placement: .upperArm, longestPauseSeconds: 40, rateHertz: 50),
      rateHertz: 50)
    group.interrupt(for: .infinity)
    #expect(group.detectors[0].candidates.all.isEmpty)
  }

  @Test func aCandidateReachesFromItsFirstToItsLastMovement() throws {
    let course = Course.repetitions(6)
    let detector = Self.detector(.repetition, course)
    let candidate = try #require(detector.candidates.all.max { $0.score < $1.score })
    #expect(abs(Double(candidate.start) / 50 - 3.3) < 0.2)
    #expect(abs(Double(candidate.end) / 50 - (course.seconds - 3.3)) < 0.2)
    #expect(candidate.counted.count == 6)
  }

  @Test func largerMovementsSayMore() throws {
    let scores = [15.0, 30, 60].map { degrees in
      let detector = Self.detector(.repetition, .repetitions(6, degrees: degrees))
      return detector.candidates.all.map(\.score).max() ?? 0
    }
    #expect(scores[0] > 0 && scores[0] < scores[1] && scores[1] < scores[2])
  }
}
