import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct ConditionTests {
  private func simulation(_ condition: Condition, _ id: String) throws -> Simulation {
    try SimulationTests.simulation(id, seed: 4) { condition.apply(to: &$0) }
  }

  private func lengths(_ simulation: Simulation) -> [Double] {
    SimulationTests.events(simulation).map { $0.end - $0.start }
  }

  private func rests(_ simulation: Simulation) -> [Double] {
    let events = SimulationTests.events(simulation)
    return zip(events, events.dropFirst()).map { $1.start - $0.end }
  }

  /// How far the sensor turned from its pose at `start` to that at `time`, in degrees.
  private func turn(_ simulation: Simulation, from start: Double, to time: Double) -> Double {
    let path = simulation.samples.path
    let way = path.pose(at: start).orientation.inverse * path.pose(at: time).orientation
    return way.angle / Units.radiansPerDegree
  }

  @Test(arguments: Condition.allCases, Exercise.catalogue.map(\.id))
  func everyConditionSuitsEveryExercise(condition: Condition, id: String) throws {
    let simulation = try simulation(condition, id)
    let events = SimulationTests.events(simulation)
    #expect(events.allSatisfy { $0.start < $0.end && $0.end <= simulation.seconds })
    #expect(simulation.labels[0].count == events.count { $0.count == nil })
  }

  @Test func partialRepetitionsHaveLabelsButDoNotCount() throws {
    let simulation = try simulation(.partialReps, "bent-over-row")
    let events = SimulationTests.events(simulation)
    #expect(simulation.labels[0].count == 7)
    #expect(events.count == 10)
    #expect(events.indices.filter { events[$0].count == 0 } == [2, 5, 8])
    let ranges = events.map {
      turn(simulation, from: simulation.labels[0].start, to: ($0.start + $0.end) / 2)
    }
    #expect(ranges[2] < 0.6 * ranges[1])
  }

  @Test func fastRepetitionsTakeUnderASecond() throws {
    let lengths = lengths(try simulation(.fastReps, "bent-over-row"))
    #expect(lengths.indices.filter { lengths[$0] < 1 } == [3, 7])
  }

  @Test func slowRepetitionsTakeTenSeconds() throws {
    // the label leaves out the first and last 20 % of the way, a third of the time
    #expect(lengths(try simulation(.slow, "shoulder-roll")).allSatisfy { (5.5...8).contains($0) })
  }

  @Test func stallsLengthenTheirRepetitions() throws {
    let lengths = lengths(try simulation(.stall, "bent-over-row"))
    let plain = lengths[0]
    #expect(lengths[3] > plain + 1.5 && lengths[7] > plain + 1.5)
    #expect(lengths[1] < plain + 1)
  }

  @Test func pausesAtTheTurnLengthenEveryRepetition() throws {
    #expect(lengths(try simulation(.pauseAtTurn, "bent-over-row")).allSatisfy { $0 > 2.5 })
  }

  @Test func flowingRepetitionsFollowWithoutRest() throws {
    #expect(rests(try simulation(.flowing, "shoulder-roll")).allSatisfy { $0 == 0 })
  }

  @Test(arguments: ["shoulder-roll", "open-book", "bent-over-row"])
  func flowingRepetitionsMeetNearRest(id: String) throws {
    let simulation = try simulation(.flowing, id)
    let events = SimulationTests.events(simulation)
    let start = simulation.labels[0].start
    for (event, next) in zip(events, events.dropFirst()) {
      let range = turn(simulation, from: start, to: (event.start + event.end) / 2)
      #expect(turn(simulation, from: start, to: event.end) < 0.5 * range)
      #expect(event.end == next.start)
    }
  }

  @Test func restsSeparateRepetitions() throws {
    #expect(rests(try simulation(.rests, "bent-over-row")).allSatisfy { $0 > 2 })
  }

  @Test func briefRestsLeaveHalfASecond() throws {
    // the labels of rows leave out the last and first 20 % of the way, a third of each
    #expect(
      rests(try simulation(.briefRests, "bent-over-row")).allSatisfy { (0.7...2).contains($0) })
    #expect(
      rests(try simulation(.briefRests, "scapular-squeeze")).allSatisfy { (1...2.5).contains($0) })
  }

  @Test func lapsesAreHoldsThatGiveWayForHalfASecond() throws {
    let simulation = try simulation(.lapses, "scapular-squeeze")
    let events = SimulationTests.events(simulation)
    #expect(simulation.labels[0].count == 10)
    let course = simulation.samples.path.motion[.retraction(.right)]
    for (index, event) in events.enumerated() {
      let rest = course.value(at: event.start - 2)
      let held = course.value(at: event.start + 1) - rest
      let away = stride(from: event.start + 0.5, to: event.end - 0.5, by: 0.01)
        .count { course.value(at: $0) - rest < 0.8 * held }
      #expect(index.isMultiple(of: 2) ? away == 0 : (40...60).contains(away))
    }
  }

  @Test func breakSplitsTheSet() throws {
    let rests = rests(try simulation(.longBreak, "bent-over-row"))
    #expect(rests.indices.filter { rests[$0] > 15 } == [3])
  }

  @Test func shortHoldsDoNotCount() throws {
    let simulation = try simulation(.shortHolds, "scapular-squeeze")
    let lengths = lengths(simulation)
    #expect(simulation.labels[0].count == 7)
    #expect(lengths.indices.filter { lengths[$0] < 4.5 } == [2, 5, 8])
  }

  @Test func slipTurnsTheSensorOnItsLimbForGood() throws {
    let slipped = try simulation(.slip, "shoulder-roll")
    let path = slipped.samples.path
    let events = SimulationTests.events(slipped)
    #expect(path.wearing.slipRadians.value(at: events[2].end) == 0)
    #expect(abs(path.wearing.slipRadians.value(at: events[4].end)) == 30.degrees)
    #expect(turn(slipped, from: events[3].start, to: events[3].end) > 25)
  }

  @Test func driftMovesTheRestLevel() throws {
    func change(_ condition: Condition) throws -> Double {
      let simulation = try simulation(condition, "bent-over-row")
      let set = simulation.labels[0]
      return turn(simulation, from: set.start, to: set.end)
    }
    #expect(try change(.drift) > 9)
    #expect(try change(.still) < 4)
  }

  @Test func walkingBouncesAtTwiceTheArmSwing() throws {
    let simulation = try simulation(.walking, "shoulder-roll")
    let plain = try SimulationTests.simulation("shoulder-roll", seed: 4)
    func largest(_ simulation: Simulation) -> Double {
      simulation.samples.lazy.filter { $0.nanoseconds < 12_000_000_000 }
        .map { abs($0.specificForce.length - Units.standardGravity) }.max() ?? 0
    }
    #expect(largest(simulation) > 1.5)
    #expect(largest(plain) < 1)
    #expect(simulation.labels[0].start > plain.labels[0].start + 10)
  }

  @Test func tremorShakesTheArm() throws {
    func meanRate(_ condition: Condition) throws -> Double {
      let samples = try simulation(condition, "scapular-squeeze").samples.prefix(200)
      let rates = samples.compactMap { $0.angularRate?.length }
      return rates.reduce(0, +) / Double(rates.count)
    }
    #expect(try meanRate(.tremor) > 3 * meanRate(.still))
  }

  @Test func smallRangeTurnsTheSensorLess() throws {
    func range(_ simulation: Simulation) -> Double {
      let event = SimulationTests.events(simulation)[0]
      return turn(
        simulation, from: simulation.labels[0].start, to: (event.start + event.end) / 2)
    }
    let ratio =
      range(try simulation(.smallRange, "bent-over-row"))
      / range(try SimulationTests.simulation("bent-over-row", seed: 4))
    #expect(abs(ratio - 0.6) < 0.08)
  }

  @Test func cutRecordingsKeepMoreThanHalfOfTheOuterRepetitions() throws {
    let simulation = try simulation(.cutAtEdges, "bent-over-row")
    let events = SimulationTests.events(simulation)
    #expect(events.first?.start == 0)
    #expect(abs((events.last?.end ?? 0) - simulation.seconds) < 0.001)
    let lengths = lengths(simulation)
    #expect(lengths[0] > 0.6 * lengths[1] && lengths[9] > 0.6 * lengths[8])
    #expect(simulation.labels[0].count == 10)
  }
}
