/// The open candidate sets of one direction as they were last classified, without what the other
/// direction says of them.
struct ClassifiedGroups: Sendable {
  /// What became of the groups, in the order of their labels.
  private(set) var candidates: [CandidateSet] = []
  private var revision: Int?
  /// What is known to be the way into a set or out of it, whatever became of its group.
  private var ways = SetWays()
  /// What is known of each group.
  private var histories: [(label: Int, history: GroupHistory)] = []

  /// Takes over what another axis knew.
  mutating func inherit(_ other: ClassifiedGroups) { ways = other.ways }

  /// Looks once at what follows the last movement of each group, as soon as it was seen; true where that
  /// is another posture, and the groups are to be classified anew.
  mutating func lookAtRests(in buffer: FrameBuffer) -> Bool {
    var isElsewhere = false
    for position in histories.indices {
      guard let next = histories[position].history.nextRest,
        next.frames.upperBound <= buffer.end || buffer.isEnded
      else { continue }
      histories[position].history.nextRest = nil
      isElsewhere = next.isElsewhere(than: next.rest, in: buffer) == true || isElsewhere
    }
    return isElsewhere
  }

  /// The first frame at which what follows the last movement of a group is known; nil for none.
  var nextRestEnd: Int? {
    histories.lazy.compactMap { $0.history.nextRest?.frames.upperBound }.min()
  }

  /// Classifies the groups with these labels anew. Where no movement is new, only what happens
  /// around the set can be.
  mutating func refresh(
    _ groups: MovementGroups, axis: Int, isRising: Bool, labels: [Int],
    _ classifier: MovementClassifier, reader: MovementReader
  ) {
    guard revision != groups.revision else {
      for position in candidates.indices {
        candidates[position].surround(
          path: classifier.surroundingPathLength(of: candidates[position], buffer: reader.buffer),
          by: classifier.model)
      }
      return
    }
    revision = groups.revision
    ways.forget(before: groups.numbers.first ?? .max)
    histories.removeAll { !labels.contains($0.label) }
    candidates.removeAll(keepingCapacity: true)
    for label in labels {
      let members = groups.members(of: label)
      guard members.count >= 2 else { continue }
      let known = histories.firstIndex { $0.label == label }
      if known == nil { histories.append((label, GroupHistory())) }
      let position = known ?? histories.count - 1
      histories[position].history.ways = ways
      let candidate = classifier.classify(
        groups, members: members, identity: .init(axis: axis, isRising: isRising, label: label),
        history: &histories[position].history, reader: reader)
      ways = histories[position].history.ways
      if let candidate { candidates.append(candidate) }
    }
  }
}

/// What is known of a group from when it was classified before.
struct GroupHistory: Sendable {
  /// What its movements are compared with.
  var reference = MovementReference()
  /// Those that are classified for good.
  var frozen = FrozenMovements()
  /// What is known to be the way into a set or out of it.
  var ways = SetWays()
  /// What is still to be seen after its last movement.
  var nextRest: EdgeRest?
  /// True where its first movement stays out for longer than the others.
  var isFirstHeld = false
}
