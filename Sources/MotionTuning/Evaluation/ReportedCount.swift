import MotionCore

/// The count of a set as a person heard it at some time.
package struct ReportedCount: Sendable, Hashable {
  /// When it was reported, in seconds of the stream.
  package var seconds: Double
  /// How many repetitions or holds.
  package var count: Int

  /// A count from its parts.
  package init(seconds: Double, count: Int) {
    self.seconds = seconds
    self.count = count
  }
}

extension Sequence<SessionEvent> {
  /// The counts of this set that were reported, in order of time; of those reported together, the
  /// last.
  package func reportedCounts(ofSet set: Int) -> [ReportedCount] {
    var counts: [ReportedCount] = []
    for case (set, let reported)? in lazy.map(\.reported) {
      if counts.last?.seconds == reported.seconds { counts.removeLast() }
      counts.append(reported)
    }
    return counts
  }
}

extension [ReportedCount] {
  /// Since when the count has been this or more, in seconds; nil where it is not in the end.
  func settledSeconds(_ count: Int) -> Double? {
    let since = lastIndex { $0.count < count }.map { $0 + 1 } ?? startIndex
    return indices.contains(since) ? self[since].seconds : nil
  }
}

extension SessionEvent {
  /// What was reported of which set; nil for other events.
  fileprivate var reported: (set: Int, ReportedCount)? {
    switch self {
    case .repetition(let set, let repetition, let count),
      .repetitionCorrected(let set, let repetition, let count):
      (set, ReportedCount(seconds: repetition.correctedAt ?? repetition.announcedAt, count: count))
    case .hold(let set, let hold, let count), .holdCorrected(let set, let hold, let count):
      (set, ReportedCount(seconds: hold.correctedAt ?? hold.announcedAt, count: count))
    case .holdReached, .gap: nil
    }
  }
}
