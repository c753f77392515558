import MotionCore

/// What the sessions show of one exercise on one side.
package struct ExerciseHistory: Sendable {
  /// The exercise's id.
  package let exercise: String
  /// The arm that moved; nil where that plays no part.
  package let side: Side?
  /// Its sets, the oldest first.
  package let sets: [PastSet]

  /// Every exercise and side, in the order in which they first occur.
  package static func all(in sessions: [PastSession]) -> [ExerciseHistory] {
    var order: [Key] = []
    var sets: [Key: [PastSet]] = [:]
    for set in sessions.flatMap(\.sets) {
      let key = Key(exercise: set.exercise, side: set.side)
      if sets[key] == nil { order.append(key) }
      sets[key, default: []].append(set)
    }
    return order.map {
      ExerciseHistory(exercise: $0.exercise, side: $0.side, sets: sets[$0] ?? [])
    }
  }

  private struct Key: Hashable {
    var exercise: String
    var side: Side?
  }

  /// Sets whose prescription was met.
  package var doneSets: Int { sets.count(where: \.isDone) }
  private var sureSets: [PastSet] { sets.filter { !$0.isDoubtful } }
  /// The range of each set in which it is known, in degrees.
  package var ranges: [Double] { sureSets.compactMap(\.rangeDegrees) }
  /// The usual time of a repetition or hold in each set in which it is known, in seconds.
  package var times: [Double] { sureSets.compactMap(\.usualSeconds) }
  /// Seconds of all holds together; nil for repetitions.
  package var heldSeconds: Double? {
    let held = sureSets.compactMap(\.heldSeconds)
    return held.isEmpty ? nil : held.reduce(0, +)
  }
  /// The strongest pain that was noted; nil where none was.
  package var pain: Int? { sets.compactMap(\.pain).max() }
}
