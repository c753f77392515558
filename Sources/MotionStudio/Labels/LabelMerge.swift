import MotionCore
import MotionTuning

/// Brings together what two editors made of the same labels.
struct LabelMerge: Sendable, Hashable {
  /// What both want; where they contradict each other, what the first one wants.
  let labels: [Label]
  /// Labels that both have changed, each in another way.
  let conflicts: [Label]

  /// Merges.
  ///
  /// A label that one editor removed or changed and the other left as it was is as the one wants it.
  ///
  /// - Parameters:
  ///   - base: what both began with.
  ///   - mine: what the first made of it.
  ///   - theirs: what the other made of it.
  init(base: [Label], mine: [Label], theirs: [Label]) {
    let (known, wanted) = (Set(base), Set(mine))
    let removed = known.subtracting(wanted)
    let added = mine.filter { !known.contains($0) }
    let foreign = theirs.filter { !known.contains($0) && !wanted.contains($0) }
    let contradicted = foreign.filter { other in
      other.kind != .set && added.contains { $0.isSameEvent(as: other) }
    }
    conflicts = contradicted
    let sets = Self.joined(added.filter { $0.kind == .set }, foreign.filter { $0.kind == .set })
    let kept = theirs.filter { label in
      !removed.contains(label) && !contradicted.contains(label)
        && !(label.kind == .set && foreign.contains(label))
    }
    let fresh = added.filter { $0.kind != .set && !kept.contains($0) }
    labels = Self.settled(kept + sets.filter { !kept.contains($0) } + fresh)
      .sorted(by: Label.isBefore)
  }

  /// Sets that both have changed are one set as long as both together.
  private static func joined(_ mine: [Label], _ theirs: [Label]) -> [Label] {
    var joined = mine
    for other in theirs {
      if let place = joined.firstIndex(where: { $0.isSameEvent(as: other) }) {
        joined[place].start = min(joined[place].start, other.start)
        joined[place].end = max(joined[place].end, other.end)
      } else {
        joined.append(other)
      }
    }
    return joined
  }

  /// The labels with every set's count as many as are counted in it, where its events are labelled.
  static func settled(_ labels: [Label]) -> [Label] {
    labels.map { label in
      guard label.kind == .set, label.count != nil else { return label }
      let inside = labels.filter {
        $0.kind != .set && $0.exercise == label.exercise && label.start <= $0.start
          && $0.end <= label.end
      }
      guard !inside.isEmpty else { return label }
      var set = label
      set.count = inside.count { $0.isCounted }
      return set
    }
  }
}

extension Label {
  /// True where the two are one event, noted differently: they share more than half of the shorter.
  fileprivate func isSameEvent(as other: Label) -> Bool {
    guard kind == other.kind, exercise == other.exercise,
      side == nil || other.side == nil || side == other.side
    else { return false }
    let shared = min(end, other.end) - max(start, other.start)
    return shared > min(end - start, other.end - other.start) / 2
  }
}
