import Glibc
import MotionCore
import Testing

@testable import MotionSimulator

/// People with a sensor who do no exercise.
@Suite struct ActivityTests {
  private func simulation(
    _ activities: Activity..., seconds: Double = 60, placement: Placement = .upperArm,
    sensor: SensorModel = SensorPreset.ideal.model, seed: UInt64 = 1
  ) throws -> Simulation {
    try Simulation(
      SimulationConfiguration(
        plan: .activities(activities.map { .init($0, seconds: seconds) }), placement: placement,
        sensor: sensor, seed: seed))
  }

  /// Values at even steps over a simulation, after what comes first.
  private func course<Value>(
    _ simulation: Simulation, step: Double, from start: Double = 0,
    _ value: (SensorPath, Double) -> Value
  ) -> [Value] {
    stride(from: start, to: simulation.seconds, by: step).map {
      value(simulation.samples.path, $0)
    }
  }

  @Test(arguments: Activity.allCases)
  func nothingInThemIsAnExercise(activity: Activity) throws {
    let simulation = try simulation(activity)
    #expect(simulation.labels.isEmpty)
    #expect(simulation.markers.isEmpty)
  }

  @Test(arguments: Activity.allCases)
  func sameSeedGivesTheSameBitsAndAnotherSeedOthers(activity: Activity) throws {
    let sensor = SensorPreset.metamotion.model
    func samples(_ seed: UInt64) throws -> [IMUSample] {
      Array(try simulation(activity, seconds: 20, sensor: sensor, seed: seed).samples)
    }
    #expect(try samples(5) == samples(5))
    #expect(try samples(5) != samples(6))
  }

  @Test(arguments: Activity.allCases, [UInt64(1), 2])
  func lastAtLeastAsLongAsAsked(activity: Activity, seed: UInt64) throws {
    let seconds = try simulation(activity, seconds: 100, seed: seed).seconds
    #expect((100...190).contains(seconds))
  }

  @Test(arguments: Placement.allCases, [UInt64(1), 2, 3])
  func followOneAnotherWithoutAJump(placement: Placement, seed: UInt64) throws {
    let simulation = try simulation(
      .still, .strap, .walking, .lifting, .gettingUp, .fidgeting, .deskWork, .strap, seconds: 30,
      placement: placement, seed: seed)
    let poses = course(simulation, step: 0.01) { $0.pose(at: $1) }
    let ways = zip(poses, poses.dropFirst()).map { ($1.position - $0.position).length }
    let turns = zip(poses, poses.dropFirst()).map {
      ($0.orientation.inverse * $1.orientation).angle
    }
    #expect((ways.max() ?? 1) < 0.04)
    #expect((turns.max() ?? 1) < 16.degrees)
  }

  @Test(arguments: Placement.allCases, [UInt64(1), 2, 3, 4])
  func whoIsStillFeelsOnlyGravity(placement: Placement, seed: UInt64) throws {
    let simulation = try simulation(.still, placement: placement, seed: seed)
    // some turn over first
    let truths = course(simulation, step: 0.05, from: 4) { $0.truth(at: $1) }
    let gravity = Units.standardGravity
    #expect(truths.allSatisfy { abs($0.specificForce.length - gravity) < 0.02 * gravity })
    #expect(truths.allSatisfy { $0.angularRate.length < 4.degrees })
    #expect(truths.contains { $0.angularRate.length > 0.2.degrees })
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func walkersBounceWithEachStepAndSwingTheirArms(seed: UInt64) throws {
    let simulation = try simulation(.walking, seed: seed)
    let sizes = course(simulation, step: 0.02) { $0.truth(at: $1).specificForce.length }
    #expect((sizes.max() ?? 0) - Units.standardGravity > 1.5)
    let hertz = stride(from: 0.5, through: 5, by: 0.05).max { one, other in
      strength(sizes, one, step: 0.02) < strength(sizes, other, step: 0.02)
    }
    // 1.4 to 2.2 steps a second, each walk a little faster or slower
    #expect((1.25...2.45).contains(try #require(hertz)))
    let swing = course(simulation, step: 0.05) { $0.motion.value(of: .flexion(.left), at: $1) }
    #expect((18...45).contains(((swing.max() ?? 0) - (swing.min() ?? 0)) / 1.0.degrees))
  }

  /// How strong a sinusoid is in evenly spaced values, their mean left out.
  private func strength(_ values: [Double], _ hertz: Double, step: Double) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    var (real, imaginary) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      let angle = 2 * .pi * hertz * Double(index) * step
      real += (value - mean) * cos(angle)
      imaginary += (value - mean) * sin(angle)
    }
    return hypot(real, imaginary)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func fidgetsAreMostlySmallAndSomeLarge(seed: UInt64) throws {
    let simulation = try simulation(.fidgeting, seconds: 300, placement: .wrist, seed: seed)
    let turns = course(simulation, step: 1) { path, time in
      (path.pose(at: time).orientation.inverse * path.pose(at: time + 1).orientation).angle
    }.sorted()
    #expect(turns[turns.count / 2] < 8.degrees)
    #expect((turns.last ?? 0) > 40.degrees)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func deskWorkersLiftACupToTheMouthNowAndThen(seed: UInt64) throws {
    let simulation = try simulation(.deskWork, seconds: 600, seed: seed)
    let shares = Side.allCases.map { side in
      let elbows = course(simulation, step: 0.25) { $0.motion.value(of: .elbow(side), at: $1) }
      return Double(elbows.count { $0 > 105.degrees }) / Double(elbows.count)
    }
    #expect((0.005...0.2).contains(shares.max() ?? 0))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func whoGetsUpHasSatAndLainAndRolledOver(seed: UInt64) throws {
    let simulation = try simulation(.gettingUp, seconds: 600, seed: seed)
    let body = simulation.samples.path.skeleton.body
    let hips = course(simulation, step: 0.25) { $0.motion.value(of: .hipHeight, at: $1) }
    for height in [body.standingHipMetres, body.seatedHipMetres, 0.17] {
      #expect(hips.contains { abs($0 - height) < 0.03 })
    }
    let twists = course(simulation, step: 0.25) { abs($0.motion.value(of: .twist, at: $1)) }
    #expect((twists.max() ?? 0) > 70.degrees)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func liftersReachTheFloorAndAboveTheirHeads(seed: UInt64) throws {
    let simulation = try simulation(.lifting, seconds: 600, placement: .wrist, seed: seed)
    let heights = course(simulation, step: 0.1) { $0.pose(at: $1).position.z }
    #expect((heights.min() ?? 1) < 0.5)
    #expect((heights.max() ?? 0) > 1.6)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func strapIsPushedAboutAndTheSensorLiesDeadStillWhenTakenOff(seed: UInt64) throws {
    let simulation = try simulation(.strap, seconds: 300, seed: seed)
    let wearing = simulation.samples.path.wearing
    let slips = course(simulation, step: 1) { $0.wearing.slipRadians.value(at: $1) }
    #expect(Set(slips.map { Int($0 / 2.degrees) }).count > 5)
    #expect(wearing.transfers.count >= 2 && wearing.transfers.count.isMultiple(of: 2))
    #expect(wearing.side == .right)
    let (off, on) = (wearing.transfers[0].end, wearing.transfers[1].start)
    let path = simulation.samples.path
    #expect(on - off >= 2)
    #expect(path.truth(at: off + 0.1).angularRate.length < 1e-9)
    #expect(path.pose(at: off + 0.01) == path.pose(at: on - 0.01))
  }

  @Test func whatActivitiesCannotDoIsRefused() throws {
    #expect(throws: SimulationError.duration(.init(.still, seconds: 1))) {
      try simulation(.still, seconds: 1)
    }
    var conditions = Conditions()
    conditions.tremor = .essential
    let plan = SimulationPlan.activities([.init(.still, seconds: 10)])
    _ = try Simulation(SimulationConfiguration(plan: plan, conditions: conditions))
    conditions.reps = 3
    #expect(throws: SimulationError.conditionsOfNoSet) {
      try Simulation(SimulationConfiguration(plan: plan, conditions: conditions))
    }
    let error = #expect(throws: SimulationError.self) {
      try Simulation(SimulationConfiguration(plan: plan, leftOut: ["hold"]))
    }
    #expect(error?.description.contains("there is: no exercise") == true)
  }
}
