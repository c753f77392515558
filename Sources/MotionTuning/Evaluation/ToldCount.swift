import MotionCore

/// The count of a set as a person heard it at some time.
public struct ToldCount: Sendable, Hashable {
  /// When it was told, in seconds of the stream.
  public var seconds: Double
  /// How many repetitions or holds.
  public var count: Int

  /// A count from its parts.
  public init(seconds: Double, count: Int) {
    self.seconds = seconds
    self.count = count
  }
}

extension Sequence<SessionEvent> {
  /// The counts of this set that were told, in order of time; of those told together, the one that
  /// stood in the end: corrections are told last.
  public func told(ofSet set: Int) -> [ToldCount] {
    var counts: [ToldCount] = []
    var isCorrected = false
    for case (set, let told, let isCorrection)? in lazy.map(\.told) {
      if counts.last?.seconds != told.seconds {
        (counts, isCorrected) = (counts + [told], isCorrection)
      } else if isCorrection || !isCorrected {
        counts[counts.count - 1] = told
        isCorrected = isCorrected || isCorrection
      }
    }
    return counts
  }
}

extension [ToldCount] {
  /// Since when the count has been this or more, in seconds; nil where it is not in the end.
  func standing(_ count: Int) -> Double? {
    let since = lastIndex { $0.count < count }.map { $0 + 1 } ?? startIndex
    return indices.contains(since) ? self[since].seconds : nil
  }
}

extension SessionEvent {
  /// What was told of which set, and whether it corrects what was told before; nil for other news.
  fileprivate var told: (set: Int, ToldCount, isCorrection: Bool)? {
    switch self {
    case .repetition(let set, let repetition, let count):
      (set, ToldCount(seconds: repetition.announcedAt, count: count), false)
    case .repetitionCorrected(let set, let repetition, let count):
      (
        set,
        ToldCount(seconds: repetition.correctedAt ?? repetition.announcedAt, count: count), true
      )
    case .hold(let set, let hold, let count):
      (set, ToldCount(seconds: hold.announcedAt, count: count), false)
    case .holdCorrected(let set, let hold, let count):
      (set, ToldCount(seconds: hold.correctedAt ?? hold.announcedAt, count: count), true)
    case .holdReached, .gap: nil
    }
  }
}
