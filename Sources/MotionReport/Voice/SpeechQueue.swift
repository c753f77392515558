/// What waits to be said, one thing after the other, and never a number that is out of date.
///
/// A pure value: the moments come in as arguments, in nanoseconds of any clock that runs.
package struct SpeechQueue: Sendable {
  /// A count that would be said later than this after its movement confuses more than it helps: by
  /// then the next repetition has begun.
  package static let countFreshNanoseconds: Int64 = 2_000_000_000

  private struct Entry: Sendable {
    var utterance: Utterance
    var arrival: Int64
  }

  private var entries: [Entry] = []

  package init() {}

  /// Takes what is to be said; a count replaces the one before, an interruption everything.
  package mutating func add(_ utterance: Utterance, now: Int64) {
    switch utterance.priority {
    case .count: entries.removeAll { $0.utterance.priority == .count }
    case .cue: break
    case .interruption: entries = []
    }
    entries.append(Entry(utterance: utterance, arrival: now))
  }

  /// Takes out what is to be said now; nil when nothing is.
  package mutating func next(now: Int64) -> Utterance? {
    entries.removeAll { entry in
      entry.utterance.priority == .count && now - entry.arrival > Self.countFreshNanoseconds
    }
    return entries.isEmpty ? nil : entries.removeFirst().utterance
  }
}
