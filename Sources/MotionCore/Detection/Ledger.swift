/// A listed movement that can be told anew.
protocol LedgerEntry {
  var number: Int { get set }
  var start: Double { get }
  var end: Double { get }
  var verdict: Verdict { get set }
  var reason: String? { get set }
  var announcedAt: Double { get set }
  var correctedAt: Double? { get set }
}

extension Repetition: LedgerEntry {}
extension Hold: LedgerEntry {}

/// Matches what is found now with what was told before, by time.
struct Ledger<Entry: LedgerEntry> {
  /// All entries in order of time, numbered.
  private(set) var entries: [Entry] = []
  /// Entries that are new or whose verdict has changed, in order of time.
  private(set) var news: [(entry: Entry, isNew: Bool)] = []

  private enum Change { case none, isNew, isCorrected }

  /// - Parameters:
  ///   - told: what was listed before.
  ///   - found: what is found now, with verdicts.
  ///   - keepsWithdrawn: whether what was counted and is found no longer stays listed.
  ///   - now: stream time in seconds.
  init(told: [Entry], found: [Entry], keepsWithdrawn: Bool, now: Double) {
    var open = told[...]
    var left: [Entry] = []
    var merged: [(entry: Entry, change: Change, isFound: Bool)] = found.map { entry in
      while let old = open.first, old.end <= entry.start { left.append(open.removeFirst()) }
      let rivals = open.indices.prefix { open[$0].start < entry.end }
      guard let match = rivals.max(by: { entry.overlap(open[$0]) < entry.overlap(open[$1]) })
      else { return (entry, .isNew, true) }
      let (updated, change) = Self.updated(open.remove(at: match), to: entry, now: now)
      return (updated, change, true)
    }
    merged += (left + open).compactMap { old in
      guard !found.contains(where: { $0.overlap(old) > 0 }) else { return nil }
      return Self.withdrawn(old, now: now).map { ($0.0, $0.1, false) }
    }
    merged.sort { $0.entry.start < $1.entry.start }
    for item in merged {
      var entry = item.entry
      let isListed = keepsWithdrawn || item.isFound
      if isListed {
        entry.number = entries.count + 1
        entries.append(entry)
      }
      if item.change != .none { news.append((entry, item.change == .isNew)) }
    }
  }

  private static func updated(_ old: Entry, to entry: Entry, now: Double) -> (Entry, Change) {
    var updated = entry
    updated.announcedAt = old.announcedAt
    let isChanged = old.verdict != entry.verdict
    updated.correctedAt = isChanged ? now : old.correctedAt
    return (updated, isChanged ? .isCorrected : .none)
  }

  /// What was counted and is found no longer stays in the list, not counted; what was only listed
  /// is forgotten.
  private static func withdrawn(_ old: Entry, now: Double) -> (Entry, Change)? {
    guard old.verdict.isCounted else { return old.correctedAt == nil ? nil : (old, .none) }
    var entry = old
    entry.verdict = .notLikeTheOthers
    entry.reason = "does not resemble the other movements of the set"
    entry.correctedAt = now
    return (entry, .isCorrected)
  }
}

extension LedgerEntry {
  /// Shared time in seconds; zero or less where there is none.
  func overlap(_ other: Self) -> Double {
    min(end, other.end) - max(start, other.start)
  }
}
