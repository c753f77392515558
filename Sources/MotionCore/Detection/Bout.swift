/// A movement with its verdict.
struct JudgedMovement: Sendable {
  /// The movement.
  var movement: Movement
  /// What became of it.
  var verdict: Verdict
  /// Why it was not counted or is warned about.
  var reason: String?
}

/// A group of movements that resemble each other, with what surrounds them: a set, as far as the
/// signal can tell.
struct Bout: Sendable {
  /// Which axis tracker found it, rising or falling, and which of its groups it is.
  struct Identity: Sendable, Hashable {
    var axis: Int
    var isRising: Bool
    var label: Int
  }

  /// Where it was found.
  var identity: Identity
  /// How much it says: number of repetitions, weighed by likeness and size.
  var score: Float
  /// The median range of its full repetitions, in radians or their equivalent.
  var usualRange: Float
  /// All listed movements in order of time.
  var movements: [JudgedMovement]

  /// Those that enter the count.
  var counted: [Movement] {
    movements.compactMap { $0.verdict.isCounted ? $0.movement : nil }
  }
  /// First frame of the first movement that is, wholly or in part, the exercise.
  var start: Int { exercised.first?.start ?? 0 }
  /// Last frame of the last one.
  var end: Int { exercised.last?.end ?? 0 }

  private var exercised: [Movement] {
    movements.compactMap { $0.verdict == .notLikeTheOthers ? nil : $0.movement }
  }
}
