import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct SimulationTests {
  static func simulation(
    _ id: String, side: Side? = nil, placement: Placement = .upperArm, seed: UInt64 = 1,
    sensor: SensorModel = SensorPreset.ideal.model,
    _ change: (inout Conditions) -> Void = { _ in }
  ) throws -> Simulation {
    let exercise = try #require(Exercise.named(id))
    var conditions = Conditions()
    change(&conditions)
    let set = PlannedSet(exercise: exercise, side: side, target: exercise.dose)
    return try Simulation(
      SimulationConfiguration(
        plan: .single(set), placement: placement, side: side, sensor: sensor,
        conditions: conditions, seed: seed))
  }

  static func events(_ simulation: Simulation) -> [Label] {
    simulation.labels.filter { $0.kind != .set }
  }

  @Test func sameSeedGivesTheSameBits() throws {
    let sensor = SensorPreset.phone.model
    let one = try Self.simulation("repetition", seed: 5, sensor: sensor) { $0.reps = 2 }
    let other = try Self.simulation("repetition", seed: 5, sensor: sensor) { $0.reps = 2 }
    #expect(Array(one.samples) == Array(other.samples))
    #expect(Array(one.samples) == Array(one.samples))
    #expect(one.labels == other.labels)
  }

  @Test func anotherSeedGivesAnotherPerson() throws {
    let (one, other) = (
      try Self.simulation("repetition", seed: 5), try Self.simulation("repetition", seed: 6)
    )
    #expect(one.labels != other.labels)
  }

  @Test(arguments: Exercise.catalogue.map(\.id), [UInt64(1), 2, 3])
  func labelsAreInOrderAndWithinTheRecording(id: String, seed: UInt64) throws {
    let simulation = try Self.simulation(id, side: .left, seed: seed)
    let set = try #require(simulation.labels.first)
    let events = Self.events(simulation)
    let exercise = try #require(Exercise.named(id))
    #expect(set.kind == .set)
    #expect(set.count == exercise.dose?.reps ?? 10)
    #expect(events.count == set.count)
    #expect(events.allSatisfy { $0.kind == (exercise.kind == .hold ? .hold : .rep) })
    #expect(events.allSatisfy { $0.exercise == id && $0.count == nil && $0.start < $0.end })
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(set.start >= 0 && set.end <= simulation.seconds)
    #expect(events.allSatisfy { set.start <= $0.start && $0.end <= set.end })
  }

  @Test(arguments: ["childs-pose", "open-book-hold", "scapular-squeeze"], [UInt64(1), 2, 3])
  func holdsLastAsPrescribed(id: String, seed: UInt64) throws {
    let dose = try #require(Exercise.named(id)?.dose)
    let least = try #require(dose.holdSeconds)
    let most = dose.holdSecondsMax ?? least * 1.3
    let lengths = Self.events(try Self.simulation(id, seed: seed)).map { $0.end - $0.start }
    #expect(lengths.allSatisfy { (least - 0.001...most).contains($0) })
  }

  @Test func markersStandWhereTheSetBeginsAndEnds() throws {
    let simulation = try Self.simulation("bent-over-row", side: .left) { $0.reps = 2 }
    let readings = Array(simulation.readings(withMarkers: true))
    let places = readings.indices.filter { index in
      if case .marker = readings[index] { true } else { false }
    }
    let kinds = places.map { index -> Marker.Kind? in
      if case .marker(let marker) = readings[index] { marker.kind } else { nil }
    }
    #expect(kinds == [.setStart(exercise: "bent-over-row", side: .left), .setEnd])
    let times = readings.map { reading in
      switch reading {
      case .sample(let sample): sample.nanoseconds
      case .marker(let marker): marker.nanoseconds
      }
    }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(readings.count == Array(simulation.samples).count + 2)
    #expect(
      Array(simulation.readings(withMarkers: false)) == simulation.samples.map { .sample($0) })
  }

  @Test func invalidConfigurationsAreRefusedWithWhatIsAllowed() throws {
    var sensor = SensorPreset.ideal.model
    sensor.rateHertz = 500
    #expect(throws: SimulationError.rate(500)) {
      try Self.simulation("hold", sensor: sensor)
    }
    #expect(throws: SimulationError.condition(name: "reps", value: 0, allowed: 1...1000)) {
      try Self.simulation("hold") { $0.reps = 0 }
    }
    let program = try #require(Program.named("upper-back"))
    let error = #expect(throws: SimulationError.self) {
      try Simulation(SimulationConfiguration(plan: .program(program), leftOut: ["hold"]))
    }
    #expect(error?.description.contains("bent-over-row") == true)
  }
}
