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

  /// Where the sensor is to sit, if that is the same place for all sets that name one.
  package var placement: Placement? {
    let asked = Set(sets.compactMap(\.placement))
    return asked.count == 1 ? asked.first : nil
  }

  var isSingle: Bool {
    switch self {
    case .single: true
    case .program: false
    }
  }
}
