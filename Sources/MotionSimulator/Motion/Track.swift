import MotionCore

/// The course of one joint: a level plus minimum-jerk moves, which add up where they overlap
/// (superposition of submovements, Flash & Henis 1991, doi 10.1162/jocn.1991.3.3.220).
///
/// Twice continuously differentiable whatever the moves are.
package struct Track: Sendable {
  /// One move by `change`, in the joint's unit.
  package struct Move: Sendable, Hashable {
    var start: Double
    var duration: Double
    var change: Double
  }

  private var moves: [Move] = []
  // levels[i]: the level with all moves before moves[i] completed
  private var levels: [Double]
  private var longestDuration = 0.0

  /// A track that stays at `level`.
  package init(_ level: Double = 0) { levels = [level] }

  /// The level after all moves.
  package var finalLevel: Double { levels[moves.count] }

  /// Adds a move; moves may come in any order.
  package mutating func add(_ move: Move) {
    precondition(move.duration > 0, "a move takes time")
    guard move.change != 0 else { return }
    let index = moves.partitioningIndex { $0.start > move.start }
    moves.insert(move, at: index)
    levels.removeSubrange((index + 1)...)
    for move in moves[index...] { levels.append((levels.last ?? 0) + move.change) }
    longestDuration = max(longestDuration, move.duration)
  }

  /// Adds a move that leads to `level` once all moves are done.
  package mutating func move(to level: Double, start: Double, duration: Double) {
    add(Move(start: start, duration: duration, change: level - finalLevel))
  }

  /// The level at a time in seconds.
  package func value(at time: Double) -> Double {
    guard !moves.isEmpty else { return levels[0] }
    var index = moves.partitioningIndex { $0.start > time - longestDuration }
    var value = levels[index]
    while index < moves.count, moves[index].start < time {
      let move = moves[index]
      value += move.change * MinimumJerk.progress((time - move.start) / move.duration)
      index += 1
    }
    return value
  }
}
