/// In which order the sets of a programme are done, and which one it is now.
public struct GuideRoute: Sendable, Hashable {
  /// Indices of the programme's sets in the order in which they are done.
  public private(set) var order: [Int]
  /// Position of the present set in the order; behind its end when all are done.
  public private(set) var position = 0
  /// The arm that wears the sensor, where that matters.
  public internal(set) var arm: Side?

  /// The way from the first set to the last.
  public init(sets: [PlannedSet]) {
    order = Array(sets.indices)
    arm = sets.first { $0.exercise.isOneSided && $0.side != nil }?.side
  }

  /// The present set; nil when all are done.
  public var current: Int? { order.indices.contains(position) ? order[position] : nil }

  /// The set after the present one; nil for the last.
  public var next: Int? { order.indices.contains(position + 1) ? order[position + 1] : nil }

  /// The set before the present one; nil for the first.
  var previous: Int? { order.indices.contains(position - 1) ? order[position - 1] : nil }

  mutating func advance() { position = min(position + 1, order.count) }

  mutating func goBack() { position = max(0, position - 1) }

  /// Makes a set the present one, wherever it stands; what stood between is not done any more.
  mutating func go(to set: Int) {
    if let index = order.firstIndex(of: set) {
      position = index
    } else {
      order.insert(set, at: min(position, order.count))
    }
  }

  /// Puts the same exercise's next set of another side before the present one; false where there
  /// is none.
  mutating func changeSides(_ sets: [PlannedSet]) -> Bool {
    guard let current, let side = sets[current].side else { return false }
    let other = order.indices.dropFirst(position + 1).first { index in
      let set = sets[order[index]]
      return set.exercise.id == sets[current].exercise.id && set.side != nil && set.side != side
    }
    guard let other else { return false }
    order.swapAt(position, other)
    return true
  }

  /// Leaves out what is still to come of an exercise.
  mutating func leaveOut(exercise: String, _ sets: [PlannedSet]) {
    let rest = order[min(position, order.count)...].filter { sets[$0].exercise.id != exercise }
    order = order[..<min(position, order.count)] + rest
  }
}
