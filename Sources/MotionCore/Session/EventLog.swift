/// A listed movement that can be reported anew.
protocol EventLogEntry {
  var number: Int { get set }
  var start: Double { get }
  var end: Double { get }
  var verdict: Verdict { get set }
  var reason: VerdictReason? { get set }
  var announcedAt: Double { get set }
  var correctedAt: Double? { get set }
}

extension Repetition: EventLogEntry {}
extension Hold: EventLogEntry {}

/// What was reported of one set, in order of time, matched by time with what is found anew.
///
/// A number is reported once: when the same repetitions are found along another axis, or from the
/// peak on instead of from the rest, they keep the numbers that they were reported with.
struct EventLog<Entry: EventLogEntry>: Sendable where Entry: Sendable {
  /// What is new about one entry.
  enum Change: Sendable, Equatable {
    /// It was never reported before, and the count is this with it.
    case new(count: Int)
    /// Its verdict has changed, or it was found after later ones had been reported.
    case corrected
  }

  /// What is listed, numbered.
  private(set) var entries: [Entry] = []
  /// What was reported and is not listed any more; remembered in case that it comes back.
  private var withdrawn: [Entry] = []
  /// The count that was last reported.
  private var reportedCount = 0
  private let keepsWithdrawn: Bool

  /// - Parameter keepsWithdrawn: whether what was counted and is found no longer stays listed.
  init(keepsWithdrawn: Bool) { self.keepsWithdrawn = keepsWithdrawn }

  /// Number of those that count.
  var count: Int { entries.count(where: \.verdict.isCounted) }

  /// Takes what is found now, in order of time; gives what is new in order of time, then what is
  /// corrected.
  ///
  /// - Parameter begin: what begins before is as it was; in seconds.
  mutating func update(
    _ found: [Entry], from begin: Double = -.infinity, now: Double
  ) -> [(entry: Entry, change: Change)] {
    let settled = entries.lastIndex { $0.start < begin }.map { $0 + 1 } ?? 0
    let known = (entries[settled...] + withdrawn).sorted { $0.start < $1.start }
    entries.removeSubrange(settled...)
    var isOpen = Array(repeating: true, count: known.count)
    var next = 0
    var listed: [Revision] = found.map { entry in
      while next < known.count, !isOpen[next] || known[next].end <= entry.start { next += 1 }
      let rivals = known.indices[next...].prefix { known[$0].start < entry.end }
        .filter { isOpen[$0] }
      guard
        let match = rivals.max(by: { entry.overlapRatio(known[$0]) < entry.overlapRatio(known[$1]) }
        ),
        entry.overlapRatio(known[match]) > 0
      else { return Revision(entry: entry, isNew: true) }
      isOpen[match] = false
      return Revision(known[match], foundAgainAs: entry, now: now)
    }
    let gone = known.indices.filter { isOpen[$0] }.map {
      Revision(withdrawn: known[$0], now: now)
    }
    if keepsWithdrawn {
      listed += gone.filter { old in
        old.entry.correctedAt != nil && !found.contains { $0.overlapRatio(old.entry) > 0 }
      }
      withdrawn = []
    } else {
      withdrawn = gone.map(\.entry)
    }
    return list(listed)
      + (keepsWithdrawn ? [] : gone.filter(\.isCorrected).map { ($0.entry, .corrected) })
  }

  /// Numbers what is listed after those that are settled, and gives what is new of it.
  private mutating func list(_ listed: [Revision]) -> [(entry: Entry, change: Change)] {
    var newEvents: [(entry: Entry, change: Change)] = []
    var corrections: [(entry: Entry, change: Change)] = []
    var counted = count
    for revision in listed.sorted(by: { $0.entry.start < $1.entry.start }) {
      var entry = revision.entry
      entry.number = entries.count + 1
      entries.append(entry)
      if entry.verdict.isCounted { counted += 1 }
      if revision.isCorrected
        || revision.isNew && entry.verdict.isCounted && counted <= reportedCount
      {
        corrections.append((entry, .corrected))
      } else if revision.isNew {
        newEvents.append((entry, .new(count: max(counted, reportedCount))))
      }
    }
    reportedCount = counted
    return newEvents + corrections
  }

  /// An entry and what became of it.
  private struct Revision {
    var entry: Entry
    var isNew = false
    var isCorrected = false

    init(entry: Entry, isNew: Bool) {
      self.entry = entry
      self.isNew = isNew
    }

    init(_ old: Entry, foundAgainAs entry: Entry, now: Double) {
      self.entry = entry
      self.entry.announcedAt = max(old.announcedAt, min(entry.end, now))
      isCorrected = old.verdict != entry.verdict
      self.entry.correctedAt = isCorrected ? now : old.correctedAt
    }

    /// What was reported and is found no longer is not counted.
    init(withdrawn old: Entry, now: Double) {
      entry = old
      guard old.verdict.isCounted else { return }
      entry.verdict = .notLikeTheOthers
      entry.reason = .dissimilar
      entry.correctedAt = now
      isCorrected = true
    }
  }
}

extension EventLogEntry {
  /// Shared time as a part of the longer of the two; zero or less where there is none.
  func overlapRatio(_ other: Self) -> Double {
    (min(end, other.end) - max(start, other.start))
      / max(end - start, other.end - other.start, .leastNormalMagnitude)
  }
}
