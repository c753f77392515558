/// The open bouts of one direction as they were last judged, without what the other direction says
/// of them.
struct JudgedGroups: Sendable {
  /// What became of the groups, in the order of their labels.
  private(set) var bouts: [Bout] = []
  private var revision: Int?
  /// What each group's movements were held against.
  private var references: [(label: Int, reference: MovementReference)] = []

  /// Judges the groups with these labels anew. Where no movement is new, only what happens around
  /// the set can be.
  mutating func refresh(
    _ groups: MovementGroups, axis: Int, isRising: Bool, labels: [Int], _ judge: MovementJudge,
    buffer: FrameBuffer
  ) {
    guard revision != groups.revision else {
      for position in bouts.indices {
        bouts[position].surround(
          path: judge.surroundingTravel(bouts[position].movements, buffer: buffer),
          by: judge.rules.model)
      }
      return
    }
    revision = groups.revision
    references.removeAll { !labels.contains($0.label) }
    bouts.removeAll(keepingCapacity: true)
    for label in labels {
      let members = groups.members(of: label)
      guard members.count >= 2 else { continue }
      let known = references.firstIndex { $0.label == label }
      if known == nil { references.append((label, MovementReference())) }
      let bout = judge.judge(
        groups, members: members, identity: .init(axis: axis, isRising: isRising, label: label),
        reference: &references[known ?? references.count - 1].reference, buffer: buffer)
      if let bout { bouts.append(bout) }
    }
  }
}
