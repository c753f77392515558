import MotionCore
import MotionSimulator

/// A person who wears the sensor and does none of the exercises, checked as one of them all the
/// same: nothing is to be counted.
struct Control: Sendable {
  /// What is done.
  let activity: String
  let isReal: Bool
  let exercise: Exercise
  let finding: Finding

  /// Real everyday movement, each recording checked as every exercise.
  static func real(_ corpus: CorpusOptions, jobs: Int) throws -> [Control] {
    try corpus.sets().filter { $0.group == .daily }.mapped(jobs: jobs) { set in
      let readings = try set.readings()
      return Exercise.catalogue.map { exercise in
        Control(
          activity: set.name, isReal: true, exercise: exercise,
          finding: Finding(readings, as: exercise, at: set.placement))
      }
    }.flatMap(\.self)
  }

  /// Each simulated activity at each place, with and without a gyroscope, checked as every exercise
  /// that the place sees.
  static func simulated(seed: UInt64, jobs: Int) throws -> [Control] {
    let kinds = SimulatedControl.activities.flatMap { name, intervals in
      Placement.allCases.flatMap { placement in
        [true, false].map { (name, intervals, placement, $0) }
      }
    }
    return try zip(0..., kinds).map { place, kind in
      SimulatedControl(
        name: kind.0, intervals: kind.1, placement: kind.2, hasGyroscope: kind.3,
        seed: seed &+ place)
    }.mapped(jobs: jobs) { try $0.controls() }.flatMap(\.self)
  }
}

/// One simulated recording without an exercise.
private struct SimulatedControl: Sendable {
  let name: String
  let intervals: [Activity.Interval]
  let placement: Placement
  let hasGyroscope: Bool
  let seed: UInt64

  /// Each activity for two minutes, and mixtures of them.
  static let activities: [(name: String, intervals: [Activity.Interval])] =
    Activity.allCases.map { ($0.rawValue, [.init($0, seconds: 120)]) }
    + [
      ("morning", [(.gettingUp, 40), (.walking, 25), (.deskWork, 40), (.still, 15)]),
      ("housework", [(.lifting, 40), (.walking, 20), (.lifting, 30), (.deskWork, 30)]),
      ("waiting", [(.fidgeting, 45), (.walking, 20), (.still, 20), (.fidgeting, 35)]),
      ("strapping on", [(.strap, 45), (.walking, 15), (.gettingUp, 35), (.fidgeting, 25)]),
    ].map(mixture)

  private static func mixture(
    _ name: String, _ parts: [(Activity, Double)]
  ) -> (name: String, intervals: [Activity.Interval]) {
    (name, parts.map { Activity.Interval($0, seconds: $1) })
  }

  func controls() throws -> [Control] {
    let readings = try Simulated.simulation(
      .activities(intervals), at: placement, hasGyroscope: hasGyroscope, seed: seed
    ).allReadings
    return Exercise.catalogue.filter { $0.placements.contains(placement) }.map { exercise in
      Control(
        activity: name, isReal: false, exercise: exercise,
        finding: Finding(readings, as: exercise, at: placement))
    }
  }
}
