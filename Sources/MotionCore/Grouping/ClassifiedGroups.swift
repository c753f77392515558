/// The open candidate sets of one direction as they were last classified, without what the other
/// direction says of them.
struct ClassifiedGroups: Sendable {
  /// What became of the groups, in the order of their labels.
  private(set) var candidates: [CandidateSet] = []
  private var revision: Int?
  /// What each group's movements were compared with.
  private var references: [(label: Int, reference: MovementReference)] = []

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
          path: classifier.surroundingPathLength(candidates[position].movements, buffer: buffer))
      }
      return
    }
    revision = groups.revision
    references.removeAll { !labels.contains($0.label) }
    candidates.removeAll(keepingCapacity: true)
    for label in labels {
      let members = groups.members(of: label)
      guard members.count >= 2 else { continue }
      let known = references.firstIndex { $0.label == label }
      if known == nil { references.append((label, MovementReference())) }
      let candidate = classifier.classify(
        groups, members: members, identity: .init(axis: axis, isRising: isRising, label: label),
        reference: &references[known ?? references.count - 1].reference, buffer: buffer)
      if let candidate { candidates.append(candidate) }
    }
  }
}
