import Testing

@testable import MotionCore

/// What is found does not depend on who reads the same signal.
struct DetectorGroupTests {
  private static let exercises = [Exercise.bentOverRow, .openBook]

  private static func group(_ exercises: [Exercise]) -> DetectorGroup {
    let detectors = exercises.map {
      ExerciseDetector(
        exercise: $0, placement: .upperArm, longestPauseSeconds: 40, rateHertz: Session.rateHertz)
    }
    var group = DetectorGroup(detectors[0], rateHertz: Session.rateHertz)
    group.detectors += detectors.dropFirst()
    return group
  }

  /// What each detector of a group has found in repetitions, a gap, and more of them.
  private static func found(_ exercises: [Exercise], _ sensor: WornSensor) -> [[Float]] {
    var group = group(exercises)
    for seconds in [2.0, .infinity] {
      for sample in sensor.uniform(.repetitions(6)) { _ = group.process(sample) }
      group.interrupt(for: seconds)
    }
    return group.detectors.map { $0.candidates.all.map(\.score) }
  }

  @Test(arguments: [true, false])
  func detectorsFindTogetherWhatEachFindsAlone(hasGyroscope: Bool) {
    let sensor = WornSensor(hasGyroscope: hasGyroscope, noise: 0.03)
    let together = Self.found(Self.exercises, sensor)
    #expect(together == Self.exercises.flatMap { Self.found([$0], sensor) })
    #expect(together.allSatisfy { !$0.isEmpty })
  }
}
