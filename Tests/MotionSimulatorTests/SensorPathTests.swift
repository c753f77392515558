import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct SensorPathTests {
  private static func path(_ id: String, seed: UInt64 = 2) throws -> SensorPath {
    let exercise = try #require(Exercise.named(id))
    let plan = SimulationPlan.single(PlannedSet(exercise: exercise, target: exercise.dose))
    return try Simulation(SimulationConfiguration(plan: plan, seed: seed)).samples.path
  }

  @Test(arguments: ["bent-over-row", "open-book", "shoulder-roll"])
  func angularRateIntegratesToTheOrientation(id: String) throws {
    let path = try Self.path(id)
    let step = 0.005
    var orientation = path.pose(at: 0).orientation
    for index in 0..<4_000 {
      let rate = path.truth(at: (Double(index) + 0.5) * step).angularRate
      orientation = orientation * Rotation(rotationVector: rate * step)
    }
    let error = (orientation.inverse * path.pose(at: 20).orientation).angle
    #expect(error < 0.05.degrees)
  }

  @Test(arguments: ["bent-over-row", "open-book"])
  func specificForceIntegratesTwiceToThePosition(id: String) throws {
    let path = try Self.path(id)
    let (start, step) = (8.0, 0.005)
    var position = path.pose(at: start).position
    var velocity = (path.pose(at: start + 1e-4).position - position) / 1e-4
    for index in 0..<1_000 {
      let time = start + (Double(index) + 0.5) * step
      let force = path.truth(at: time).specificForce
      let acceleration =
        path.pose(at: time).orientation * force - Vector3(0, 0, Units.standardGravity)
      position = position + velocity * step + acceleration * (step * step / 2)
      velocity = velocity + acceleration * step
    }
    #expect((position - path.pose(at: start + 5).position).length < 0.005)
  }

  @Test func forceAtRestIsGravityInSizeAndPointsUp() throws {
    let path = SensorPath(
      skeleton: Skeleton(body: Anthropometry(heightMetres: 1.7)), placement: .wrist,
      motion: BodyMotion(), wearing: Wearing(.init(place: .worn(.left), mount: .identity)))
    let truth = path.truth(at: 1)
    #expect((truth.specificForce - Vector3(0, 0, 9.80665)).length < 1e-6)
    #expect(truth.angularRate.length < 1e-9)
  }

  @Test func mountTurnsTheReadingsAndLeavesTheirSizes() throws {
    let path = try Self.path("bent-over-row")
    let side = path.wearing.side
    let turned = SensorPath(
      skeleton: path.skeleton, placement: path.placement, motion: path.motion,
      wearing: Wearing(.init(place: .worn(side), mount: .aboutX(1) * .aboutZ(2))))
    for time in stride(from: 5.0, to: 30, by: 0.7) {
      let (one, other) = (path.truth(at: time), turned.truth(at: time))
      #expect(abs(one.specificForce.length - other.specificForce.length) < 1e-4)
      #expect(abs(one.angularRate.length - other.angularRate.length) < 1e-6)
    }
  }

  @Test func movingTheStrapToTheOtherArmJumpsNowhere() throws {
    let program = try #require(Program.named("upper-back"))
    let path = try Simulation(SimulationConfiguration(plan: .program(program), seed: 3))
      .samples.path
    let transfer = try #require(path.wearing.transfers.first)
    #expect(path.wearing.stays.map(\.side) == [.left, .right])
    let step = 0.01
    for time in stride(from: transfer.start - 1, to: transfer.end + 1, by: step) {
      let (here, next) = (path.pose(at: time), path.pose(at: time + step))
      #expect((next.position - here.position).length < 0.03)
      #expect((here.orientation.inverse * next.orientation).angle < 12.degrees)
    }
  }
}
