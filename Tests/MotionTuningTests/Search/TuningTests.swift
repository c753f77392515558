import MotionCore
import MotionSimulator
import Synchronization
import Testing

@testable import MotionTuning

/// A whole tuning, on short simulated sets.
@Suite struct TuningTests {
  private static let row = Exercise.named("bent-over-row") ?? Exercise.catalogue[0]

  /// Thresholds that are far off: no row is large enough for them.
  private static var spoiled: Exercise {
    var exercise = row
    try? exercise.parameters.set("minimumRangeDegrees", to: 30)
    try? exercise.parameters.set("maximumRepSeconds", to: 3)
    return exercise
  }

  private static func recording(seed: UInt64, subject: String) throws -> TuningRecording {
    var configuration = SimulationConfiguration(
      plan: .single(PlannedSet(exercise: row, target: row.dose)), placement: .upperArm, side: nil,
      sensor: SensorPreset.metamotion.model, seed: seed)
    configuration.conditions.reps = 5
    configuration.conditions.rangeScale = 0.5
    let simulation = try Simulation(configuration)
    let recording = ConditionedRecording(
      simulation.readings(withMarkers: false), placement: .upperArm, for: row.parameters)
    return TuningRecording(
      name: "\(seed)", subject: subject, recording: recording,
      truth: .ofRecording(checkedAs: row, labels: simulation.labels), target: row.dose)
  }

  private static let recordings = Result {
    try (1...4).map { try recording(seed: $0, subject: $0.isMultiple(of: 2) ? "a" : "b") }
  }

  private static func tuning(_ exercise: Exercise) throws -> Tuning {
    Tuning(exercise: exercise, recordings: try recordings.get(), budget: 150, seed: 1)
  }

  /// What is found for the spoiled ones.
  private static let found = Result { try tuning(spoiled).result() }

  @Test func spoiledThresholdsAreFoundBack() throws {
    let usual = Score(try Self.recordings.get().map { $0.comparison(with: Self.row) })
    let result = try Self.found.get()
    let (before, after) = (Score(result.before), Score(result.after))
    #expect(before.exact.right < usual.exact.right)
    #expect(after.exact.right >= usual.exact.right)
    #expect(result.advice == .recommended)
    #expect(
      result.sensitivity.count == SearchSpace(Self.row, needsSmoothing: false).parameters.count)
    for item in result.sensitivity { #expect(item.steadyRange.contains(item.value)) }
  }

  @Test func noSingleChangeIsBetterThanWhatWasFound() throws {
    for item in try Self.found.get().sensitivity {
      let found = try #require(item.points.first { $0.value == item.value }).error
      for point in item.points where point.error < found {
        #expect(found.isAsRight(as: point.error), "\(item.parameter.name) \(point.value)")
      }
    }
  }

  @Test func whatIsCalledRightWasTriedEverywhere() throws {
    for item in try Self.found.get().sensitivity {
      let found = try #require(item.points.first { $0.value == item.value }).error
      let steady = item.points.filter { item.steadyRange.contains($0.value) }
      #expect(steady.allSatisfy { $0.error.isAsRight(as: found) })
      for (low, high) in zip(steady, steady.dropFirst()) {
        let step = item.parameter.position(of: high.value) - item.parameter.position(of: low.value)
        #expect(step < 0.02)
      }
    }
  }

  @Test func whatIsCalledRightIsRightBetweenWhatWasTriedToo() throws {
    let (result, recordings) = (try Self.found.get(), try Self.recordings.get())
    func error(_ exercise: Exercise) -> TuningError {
      TuningError(recordings.map { SetError($0.comparison(with: exercise)) })
    }
    for item in result.sensitivity {
      let steady = item.points.map(\.value).filter(item.steadyRange.contains)
      for (low, high) in zip(steady, steady.dropFirst()) {
        var exercise = result.tuned
        try exercise.parameters.set(item.parameter.name, to: (low + high) / 2)
        #expect(
          error(exercise).isAsRight(as: error(result.tuned)),
          "\(item.parameter.name) between \(low) and \(high)")
      }
    }
  }

  @Test func aCurveThatIsAskedForIsThatOfTheSearch() throws {
    let (result, recordings) = (try Self.found.get(), try Self.recordings.get())
    for item in result.sensitivity {
      let alone = try #require(
        Sensitivity.of(item.parameter.name, result.tuned, on: recordings))
      #expect(alone.points == item.points)
      #expect(alone.steadyRange == item.steadyRange)
    }
    #expect(Sensitivity.of("nonsense", result.tuned, on: recordings) == nil)
    #expect(
      Sensitivity.of("minimumRangeDegrees", result.tuned, on: recordings, isStopped: { true })
        == nil)
  }

  @Test func theSameSeedFindsTheSame() throws {
    #expect(try Self.found.get().tuned == Self.tuning(Self.spoiled).result().tuned)
  }

  @Test func aStopKeepsTheBestSoFar() throws {
    let calls = Atomic(0)
    let result = try Self.tuning(Self.spoiled).result(isStopped: {
      calls.add(1, ordering: .relaxed).newValue > 100
    })
    #expect(result.heldOut == nil && result.sensitivity.isEmpty)
    #expect(result.advice == .unknown)
    #expect(result.after.count == result.before.count)
  }

  @Test func progressOnlyGrowsTowardsOne() throws {
    let largest = Mutex(0.0)
    _ = try Self.tuning(Self.row).result(progress: { share in
      largest.withLock { $0 = max($0, share) }
    })
    #expect(largest.withLock { $0 } <= 1)
    #expect(largest.withLock { $0 } > 0.5)
  }

  @Test func textsNameEveryThreshold() throws {
    let result = try Self.found.get()
    let text = TuningText(result, recordings: try Self.recordings.get()).lines
    for item in result.sensitivity {
      #expect(text.contains { $0.hasPrefix(item.parameter.name) })
    }
    #expect(text.contains { $0.hasPrefix("Recommended") })
  }
}
