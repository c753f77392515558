import MotionCore

/// What is done in a simulated session.
package enum SimulationPlan: Sendable, Hashable {
  /// One set of one exercise.
  case single(PlannedSet)
  /// The sets of a programme, with rests and changes of position.
  case program(Program)
  /// No exercise, but these activities one after the other.
  case activities([Activity.Interval])

  /// Every set that is planned, in order.
  var sets: [PlannedSet] {
    switch self {
    case .single(let set): [set]
    case .program(let program): program.sets
    case .activities: []
    }
  }
}
