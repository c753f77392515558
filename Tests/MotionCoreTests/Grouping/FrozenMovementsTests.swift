import Testing

@testable import MotionCore

@Suite struct FrozenMovementsTests {
  /// What is found in a set of so many repetitions.
  private static func found(_ count: Int) throws -> CandidateSet {
    var group = DetectorGroup(
      ExerciseDetector(
        exercise: .repetition, placement: .upperArm, longestPauseSeconds: .infinity, rateHertz: 50),
      rateHertz: 50)
    for sample in WornSensor(noise: 0.03).uniform(.repetitions(count)) {
      _ = group.process(sample)
    }
    group.interrupt(for: .infinity)
    return try #require(group.detectors[0].candidates.all.max { $0.score < $1.score })
  }

  @Test(arguments: [
    2 * FrozenMovements.chunk - 1, 2 * FrozenMovements.chunk, 3 * FrozenMovements.chunk + 5,
  ])
  func aLongSetLosesNothing(count: Int) throws {
    let set = try Self.found(count)
    #expect(set.count == count)
    #expect(set.counted.count == count)
    #expect(set.listedCount == set.movements.count)
    #expect(
      zip(set.movements, set.movements.dropFirst()).allSatisfy {
        $0.movement.start < $1.movement.start
      })
  }

  @Test func whatIsFrozenSaysAsMuchAsWhatIsNot() throws {
    let (short, long) = (try Self.found(200), try Self.found(400))
    #expect(abs(long.score / short.score - 2) < 0.1)
    #expect(abs(long.features.ownPath / short.features.ownPath - 2) < 0.1)
    #expect(abs(long.features.occupancy - short.features.occupancy) < 0.05)
    #expect(abs(long.evidence - short.evidence) < 0.5)
  }
}
