import MotionCore
import Testing

@testable import MotionSimulator

@Suite struct BreathingTests {
  /// How far in the breath is at a time, 1 being that of a free breath in.
  private func breath(_ simulation: Simulation, _ time: Double) -> Double {
    let breathing = simulation.samples.path.motion.breathing
    return breathing.value(of: .pitch, at: time) / breathing[.pitch]
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func openBookIsInWhenOpenAndOutWhenClosed(seed: UInt64) throws {
    let simulation = try SimulationTests.simulation("open-book", seed: seed)
    for rep in SimulationTests.events(simulation) {
      let middle = (rep.start + rep.end) / 2
      #expect(breath(simulation, middle) > 1)
      #expect(breath(simulation, rep.end + 0.8) < -0.5)
    }
  }

  @Test(arguments: ["childs-pose", "open-book-hold", "scapular-squeeze", "hold"])
  func breathGoesOnWhileAPositionIsHeld(id: String) throws {
    let simulation = try SimulationTests.simulation(id, seed: 2) { $0.holdSeconds = 20 }
    let hold = try #require(SimulationTests.events(simulation).first)
    let values = stride(from: hold.start + 4, to: hold.end - 2, by: 0.1)
      .map { breath(simulation, $0) }
    let crossings = zip(values, values.dropFirst()).count { $0 < 0 && $1 >= 0 }
    // 12 to 20 breaths a minute, over 13 s
    #expect((2...5).contains(crossings))
    #expect((values.max() ?? 0) > 0.9 && (values.min() ?? 0) < -0.9)
  }

  @Test func breathIsFreeAgainAfterTheSet() throws {
    let simulation = try SimulationTests.simulation("open-book", seed: 4)
    let end = simulation.labels[0].end
    let values = stride(from: end + 2, to: end + 8, by: 0.1).map { breath(simulation, $0) }
    #expect(values.allSatisfy { abs($0) <= 1 + 1e-9 })
    #expect((values.max() ?? 0) > 0.5)
  }
}
