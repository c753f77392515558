/// What a session looks for.
public enum SessionPlan: Sendable, Hashable {
  /// The whole recording is one set of one exercise.
  case single(PlannedSet)
  /// The recording holds the sets of a programme, in order.
  case program(Program)

  /// Every set that is looked for, in order.
  public var sets: [PlannedSet] {
    switch self {
    case .single(let set): [set]
    case .program(let program): program.sets
    }
  }

  var isSingle: Bool {
    switch self {
    case .single: true
    case .program: false
    }
  }
}
