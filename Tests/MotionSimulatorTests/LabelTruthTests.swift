import MotionCore
import Testing

@testable import MotionSimulator

/// The definition of begin and end, checked against what the sensor's orientation did.
@Suite struct LabelTruthTests {
  // a circle has no single way out: its joints lag behind each other
  @Test(
    arguments: [
      ("shoulder-roll", 0.3), ("childs-pose", 0.1), ("open-book", 0.1), ("open-book-hold", 0.1),
      ("scapular-squeeze", 0.1), ("bent-over-row", 0.1), ("repetition", 0.1), ("hold", 0.1),
    ], [UInt64(1), 2])
  func labelsBeginAndEndAtTheirShareOfTheWay(
    exercise: (id: String, toleranceSeconds: Double), seed: UInt64
  ) throws {
    let simulation = try SimulationTests.simulation(exercise.id, seed: seed) {
      $0.fidgetsPerMinute = 0
    }
    let path = simulation.samples.path
    let events = SimulationTests.events(simulation)
    for index in events.indices.dropFirst().dropLast() {
      let event = events[index]
      let before = (events[index - 1].end + event.start) / 2
      let after = (event.end + events[index + 1].start) / 2
      let into = crossing(path, event.kind, from: before, toward: event.held.lowerBound)
      let out = crossing(path, event.kind, from: after, toward: event.held.upperBound)
      #expect(abs(into - event.start) < exercise.toleranceSeconds)
      #expect(abs(out - event.end) < exercise.toleranceSeconds)
    }
  }

  /// When the sensor was last turned by the kind's share of the way, going back from the turn.
  private func crossing(
    _ path: SensorPath, _ kind: Label.Kind, from rest: Double, toward turn: Double
  ) -> Double {
    let start = path.pose(at: rest).orientation.inverse
    func turned(_ time: Double) -> Double { (start * path.pose(at: time).orientation).angle }
    let level = (kind == .hold ? 0.8 : 0.2) * turned(turn)
    let step = turn > rest ? -0.01 : 0.01
    return stride(from: turn, to: rest, by: step).first { turned($0) < level } ?? rest
  }
}

extension Label {
  /// Where the posture is surely the held one; for a repetition its middle.
  fileprivate var held: ClosedRange<Double> {
    let middle = (start + end) / 2
    return kind == .hold ? start + 1.5...end - 1.5 : middle...middle
  }
}
