/// The open candidate sets of one direction as they were last classified, without what the other
/// direction says of them.
struct ClassifiedGroups: Sendable {
  /// What became of the groups, in the order of their labels.
  private(set) var candidates: [CandidateSet] = []
  private var revision: Int?
  /// What is known of each group.
  private var histories: [(label: Int, history: GroupHistory)] = []

  /// Classifies the groups with these labels anew. Where no movement is new, only what happens
  /// around the set can be.
  mutating func refresh(
    _ groups: MovementGroups, axis: Int, isRising: Bool, labels: [Int],
    _ classifier: MovementClassifier,
    buffer: FrameBuffer
  ) {
    guard revision != groups.revision else {
      for position in candidates.indices {
        candidates[position].surround(
          path: classifier.surroundingPathLength(of: candidates[position], buffer: buffer),
          by: classifier.model)
      }
      return
    }
    revision = groups.revision
    histories.removeAll { !labels.contains($0.label) }
    candidates.removeAll(keepingCapacity: true)
    for label in labels {
      let members = groups.members(of: label)
      guard members.count >= 2 else { continue }
      let known = histories.firstIndex { $0.label == label }
      if known == nil { histories.append((label, GroupHistory())) }
      let candidate = classifier.classify(
        groups, members: members, identity: .init(axis: axis, isRising: isRising, label: label),
        history: &histories[known ?? histories.count - 1].history, buffer: buffer)
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
}
