import MotionCore
import Testing

@testable import MotionSimulator

/// Whole sessions of a programme.
@Suite struct SessionTests {
  private func simulation(
    _ id: String = "upper-back", placement: Placement = .upperArm, leftOut: Set<String> = [],
    exceptions: [String: Conditions] = [:]
  ) throws -> Simulation {
    let program = try #require(Program.named(id))
    return try Simulation(
      SimulationConfiguration(
        plan: .program(program), placement: placement, exceptions: exceptions, leftOut: leftOut,
        seed: 2))
  }

  private func sets(_ simulation: Simulation) -> [Label] {
    simulation.labels.filter { $0.kind == .set }
  }

  @Test(arguments: Program.builtIn.map(\.id))
  func doesEverySetInOrderWithItsDose(id: String) throws {
    let program = try #require(Program.named(id))
    let sets = sets(try simulation(id))
    #expect(sets.map(\.exercise) == program.sets.map(\.exercise.id))
    #expect(sets.map(\.side) == program.sets.map(\.side))
    #expect(sets.map(\.count) == program.sets.map { $0.target?.reps })
    #expect(zip(sets, sets.dropFirst()).allSatisfy { $0.end + 8 < $1.start })
  }

  @Test func leavesOutWhatIsAsked() throws {
    let sets = sets(try simulation(leftOut: ["scapular-squeeze"]))
    #expect(
      sets.map(\.exercise)
        == ["shoulder-roll", "childs-pose", "open-book", "open-book", "bent-over-row"])
  }

  @Test func conditionsCanApplyToOneExercise() throws {
    var partial = Conditions()
    Condition.partialReps.apply(to: &partial)
    let sets = sets(try simulation(exceptions: ["bent-over-row": partial]))
    #expect(sets.map(\.count) == [10, 3, 10, 10, 10, 7])
  }

  @Test func aPrescribedRestIsTakenAsFarAsIsAsked() throws {
    let rolls = try #require(Exercise.named("shoulder-roll"))
    let line = Program.Line(
      exercise: rolls, sets: 3, target: Target(reps: 4), restSeconds: 40)
    var configuration = SimulationConfiguration(
      plan: .program(Program(id: "rolls", title: "Rolls", lines: [line])), seed: 3)
    configuration.restFraction = 0.9...1
    let sets = sets(try Simulation(configuration))
    #expect(sets.count == 3)
    #expect(zip(sets, sets.dropFirst()).allSatisfy { $0.end + 36 < $1.start })
  }

  @Test func strapChangesArmsBetweenTheSidesOfTheOpenBook() throws {
    let simulation = try simulation()
    let wearing = simulation.samples.path.wearing
    let sets = sets(simulation)
    let transfer = try #require(wearing.transfers.first)
    #expect(wearing.transfers.count == 1)
    #expect(transfer.start > sets[2].end && transfer.end < sets[3].start)
    #expect((10...20).contains(transfer.end - transfer.start))
    #expect(wearing.side == .right)
  }

  @Test func sensorOnTheBackStaysThere() throws {
    #expect(try simulation(placement: .upperBack).samples.path.wearing.transfers.isEmpty)
  }

  @Test(arguments: Side.allCases)
  func armUnderTheSensorIsTheOneThatOpens(side: Side) throws {
    let simulation = try SimulationTests.simulation("open-book", side: side)
    let path = simulation.samples.path
    let rep = SimulationTests.events(simulation)[0]
    let start = path.pose(at: simulation.labels[0].start).orientation
    let open = path.pose(at: (rep.start + rep.end) / 2).orientation
    #expect(path.wearing.side == side)
    #expect((90...170).contains((start.inverse * open).angle / Units.radiansPerDegree))
  }
}
