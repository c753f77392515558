import MotionCore
import Testing

@testable import MotionSimulator

/// The sizes of the movements, as the sensor meets them.
@Suite struct ChoreographyTests {
  struct Size: Sendable {
    var id: String
    var placement: Placement
    /// Turn of the sensor from rest to the turning point, in degrees.
    var turn: ClosedRange<Double>
    /// Way of the sensor from rest to the turning point, in centimetres.
    var way: ClosedRange<Double>
  }

  private static let sizes = [
    Size(id: "shoulder-roll", placement: .upperArm, turn: 4...16, way: 4...10),
    Size(id: "scapular-squeeze", placement: .upperArm, turn: 3...15, way: 1...6),
    Size(id: "childs-pose", placement: .upperArm, turn: 50...120, way: 50...130),
    Size(id: "childs-pose", placement: .upperBack, turn: 60...110, way: 40...110),
    Size(id: "open-book", placement: .upperArm, turn: 100...170, way: 20...70),
    Size(id: "open-book", placement: .upperBack, turn: 25...60, way: 1...20),
    Size(id: "bent-over-row", placement: .upperArm, turn: 40...85, way: 8...30),
    Size(id: "bent-over-row", placement: .wrist, turn: 15...60, way: 15...60),
  ]

  @Test(arguments: sizes, [UInt64(1), 2])
  func sensorMovesAsFarAsPeopleDo(size: Size, seed: UInt64) throws {
    let simulation = try SimulationTests.simulation(
      size.id, side: .left, placement: size.placement, seed: seed)
    let path = simulation.samples.path
    let rest = path.pose(at: simulation.labels[0].start)
    for event in SimulationTests.events(simulation).prefix(2) {
      let turned = path.pose(at: (event.start + event.end) / 2)
      let way = turned.position - rest.position
      let turn = rest.orientation.inverse * turned.orientation
      #expect(size.turn.contains(turn.angle / Units.radiansPerDegree))
      #expect(size.way.contains(way.length * 100))
    }
  }

  @Test(arguments: [
    ("shoulder-roll", 1.5...4), ("scapular-squeeze", 5...7), ("childs-pose", 15...30),
    ("open-book", 2.5...6), ("bent-over-row", 1.2...3.2),
  ])
  func movementsTakeTheTimePeopleTake(id: String, seconds: ClosedRange<Double>) throws {
    for seed in 1...5 {
      let simulation = try SimulationTests.simulation(id, seed: UInt64(seed))
      let lengths = SimulationTests.events(simulation).map { $0.end - $0.start }
      #expect(lengths.allSatisfy { seconds.contains($0) })
    }
  }

  /// Recorded exercises shake by 0.1 to 0.4 m/s^2 without weights, above 3 Hz.
  @Test func workingArmsAreUnsteadyAndRestingOnesAreNot() throws {
    let simulation = try SimulationTests.simulation("repetition", seed: 3) {
      $0.fidgetsPerMinute = 0
    }
    let path = simulation.samples.path
    func roughness(_ start: Double) -> Double {
      // half a period of 5 Hz: the slow movement nearly cancels in the second difference
      let sizes = stride(from: start, to: start + 1, by: 0.01).map { time in
        let (before, here, after) = (
          path.truth(at: time - 0.1), path.truth(at: time), path.truth(at: time + 0.1)
        )
        let bend =
          before.specificForce - here.specificForce * 2 + after.specificForce
        return bend.dot(bend) / 16
      }
      return (sizes.reduce(0, +) / Double(sizes.count)).squareRoot()
    }
    #expect(roughness(0.5) < 0.05)
    #expect((0.05...0.5).contains(roughness(SimulationTests.events(simulation)[1].start)))
  }
}
