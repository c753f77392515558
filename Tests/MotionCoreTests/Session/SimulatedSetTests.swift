import MotionSimulator
import Testing

@testable import MotionCore

/// Sets of a jointed body with a sensor of known errors, against what it did.
@Suite struct SimulatedSetTests {
  private static func simulation(
    _ exercise: Exercise, side: Side? = nil, rateHertz: Double = 50, hasGyroscope: Bool = true,
    seed: UInt64 = 21, _ change: (inout Conditions) -> Void = { _ in }
  ) throws -> Simulation {
    var sensor = SensorPreset.phone.model
    sensor.rateHertz = rateHertz
    if !hasGyroscope { sensor.gyroscope = nil }
    var conditions = Conditions()
    change(&conditions)
    let set = PlannedSet(exercise: exercise, side: side, target: exercise.dose)
    return try Simulation(
      SimulationConfiguration(
        plan: .single(set), side: side, sensor: sensor, conditions: conditions, seed: seed))
  }

  private static func run(
    _ exercise: Exercise, _ simulation: Simulation, fault: GyroscopeFault? = nil
  ) -> SessionRun {
    SessionRun(
      exercise, target: exercise.dose,
      samples: simulation.samples.map { fault?.applied(to: $0) ?? $0 })
  }

  @Test(arguments: [Exercise.openBook, .bentOverRow], Side.allCases)
  func eitherArmIsCounted(exercise: Exercise, side: Side) throws {
    let simulation = try Self.simulation(exercise, side: side)
    #expect(Self.run(exercise, simulation).count == simulation.labels[0].count)
  }

  @Test(arguments: [10, 12.5, 25, 100], [true, false])
  func rowsAreCountedAtAnyRate(rateHertz: Double, hasGyroscope: Bool) throws {
    let simulation = try Self.simulation(
      .bentOverRow, rateHertz: rateHertz, hasGyroscope: hasGyroscope
    ) { $0.reps = 5 }
    #expect(Self.run(.bentOverRow, simulation).count == 5)
  }

  @Test(arguments: [Exercise.openBook, .bentOverRow], GyroscopeFault.allCases)
  func aGyroscopeThatContradictsCostsNothing(
    exercise: Exercise, fault: GyroscopeFault
  ) throws {
    let simulation = try Self.simulation(exercise, side: .right)
    let counted = Self.run(exercise, simulation, fault: fault).reps.filter(\.isCounted)
    let labels = simulation.labels.filter { $0.kind == .rep }
    #expect(counted.count == labels.count)
    for (rep, label) in zip(counted, labels) {
      #expect(rep.start < label.end && label.start < rep.end)
    }
  }

  @Test(
    arguments: [Exercise.shoulderRoll, .openBook, .scapularSqueeze, .bentOverRow],
    [Condition.stall, .drift, .slip, .gap])
  func eachNumberIsToldOnce(exercise: Exercise, condition: Condition) throws {
    let simulation = try Self.simulation(exercise) { condition.apply(to: &$0) }
    let run = Self.run(exercise, simulation)
    var reported = 0
    for event in run.events {
      switch event {
      case .repetition(_, let repetition, let count):
        #expect(!repetition.isCounted || count > reported)
        reported = count
      case .hold(_, let hold, let count):
        #expect(!hold.isCounted || count > reported)
        reported = count
      case .repetitionCorrected(_, _, let count), .holdCorrected(_, _, let count): reported = count
      case .holdReached, .gap: break
      }
    }
    #expect(reported == run.count && reported > 5)
  }

  @Test(arguments: [UInt64(1), 2])
  func partialRepetitionsAreNotCounted(seed: UInt64) throws {
    let simulation = try Self.simulation(.bentOverRow, seed: seed) {
      Condition.partialReps.apply(to: &$0)
    }
    #expect(simulation.labels[0].count == 7)
    #expect(Self.run(.bentOverRow, simulation).count == 7)
  }

  @Test(arguments: [UInt64(1), 2])
  func shortHoldsAreListedAndNotCounted(seed: UInt64) throws {
    let simulation = try Self.simulation(.scapularSqueeze, seed: seed) {
      Condition.shortHolds.apply(to: &$0)
    }
    let run = Self.run(.scapularSqueeze, simulation)
    #expect(run.count == simulation.labels[0].count)
    #expect(run.holds.count { $0.verdict == .short } == 3)
  }
}
