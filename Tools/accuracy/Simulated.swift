import MotionCore
import MotionSimulator

/// Recordings that the trials simulate: a phone's sensor at 50 Hz, enough for every exercise.
enum Simulated {
  private static let rateHertz = 50.0

  /// A simulated person.
  static func simulation(
    _ plan: SimulationPlan, at placement: Placement, under condition: Condition? = nil,
    hasGyroscope: Bool = true, leftOut: Set<String> = [],
    restFraction: ClosedRange<Double>? = nil, seed: UInt64
  ) throws -> Simulation {
    var sensor = SensorPreset.phone.model
    sensor.rateHertz = rateHertz
    if !hasGyroscope { sensor.gyroscope = nil }
    var conditions = Conditions()
    condition?.apply(to: &conditions)
    var configuration = SimulationConfiguration(
      plan: plan, placement: placement, sensor: sensor, conditions: conditions, leftOut: leftOut,
      seed: seed)
    if let restFraction { configuration.restFraction = restFraction }
    return try Simulation(configuration)
  }
}

extension Simulation {
  /// All readings, without markers.
  var allReadings: [MotionReading] { Array(readings(withMarkers: false)) }
}

/// One simulated set of an exercise.
struct SimulatedSet: Sendable {
  var exercise: Exercise
  var placement: Placement
  var condition: Condition?
  var hasGyroscope = true
  var seed: UInt64

  /// Its readings.
  func readings() throws -> [MotionReading] {
    let set = PlannedSet(exercise: exercise, target: exercise.dose)
    return try Simulated.simulation(
      .single(set), at: placement, under: condition, hasGyroscope: hasGyroscope, seed: seed
    ).allReadings
  }

  var name: String {
    let parts = [exercise.id, placement.rawValue, condition?.rawValue, "seed \(seed)"]
    return (parts.compactMap(\.self) + (hasGyroscope ? [] : ["no gyroscope"]))
      .joined(separator: ", ")
  }
}

extension SimulatedSet {
  /// Conditions that are spread over the sets: those that say most of how people differ.
  private static let conditions: [Condition?] = [
    nil, .partialReps, .restless, .flowing, .rests, .walking, .smallRange,
  ]

  /// Sets of every exercise at every place that sees it, with and without a gyroscope, each under
  /// another condition.
  static func spread(seed: UInt64) -> [SimulatedSet] {
    let kinds = Exercise.catalogue.flatMap { exercise in
      exercise.placements.flatMap { placement in
        [true, false].flatMap { hasGyroscope in
          conditions.map { (exercise, placement, hasGyroscope, $0) }
        }
      }
    }
    return zip(0..., kinds).map { place, kind in
      SimulatedSet(
        exercise: kind.0, placement: kind.1, condition: kind.3, hasGyroscope: kind.2,
        seed: seed &+ place)
    }
  }
}
