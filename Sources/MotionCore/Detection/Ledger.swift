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

/// What was told of one set, in order of time, matched by time with what is found anew.
struct Ledger<Entry: LedgerEntry>: Sendable where Entry: Sendable {
  /// What is new about one entry.
  enum Change: Sendable {
    /// It was never told before.
    case new
    /// Its verdict has changed.
    case corrected
  }

  /// Two entries that share less than this part of the longer one are different movements.
  static var sameShare: Double { 0.5 }

  /// What is listed, numbered.
  private(set) var entries: [Entry] = []
  /// What was told and is not listed any more; remembered in case that it comes back.
  private var withdrawn: [Entry] = []
  private let keepsWithdrawn: Bool

  /// - Parameter keepsWithdrawn: whether what was counted and is found no longer stays listed.
  init(keepsWithdrawn: Bool) { self.keepsWithdrawn = keepsWithdrawn }

  /// Takes what is found now, in order of time; gives the news in order of time.
  mutating func update(_ found: [Entry], now: Double) -> [(entry: Entry, change: Change)] {
    let known = (entries + withdrawn).sorted { $0.start < $1.start }
    var isOpen = Array(repeating: true, count: known.count)
    var next = 0
    var listed: [(entry: Entry, change: Change?)] = found.map { entry in
      while next < known.count, !isOpen[next] || known[next].end <= entry.start { next += 1 }
      let rivals = known.indices[next...].prefix { known[$0].start < entry.end }
        .filter { isOpen[$0] }
      guard
        let match = rivals.max(by: { entry.likeness(known[$0]) < entry.likeness(known[$1]) }),
        entry.likeness(known[match]) >= Self.sameShare
      else { return (entry, .new) }
      isOpen[match] = false
      return Self.updated(known[match], to: entry, now: now)
    }
    let gone = known.indices.filter { isOpen[$0] }.map { Self.withdrawn(known[$0], now: now) }
    if keepsWithdrawn {
      listed += gone.filter { old in
        old.entry.correctedAt != nil && !found.contains { $0.likeness(old.entry) > 0 }
      }
      withdrawn = []
    } else {
      withdrawn = gone.map(\.entry)
    }
    return list(listed) + (keepsWithdrawn ? [] : gone.compactMap(Self.news))
  }

  /// Numbers what is listed and gives what is new of it.
  private mutating func list(
    _ listed: [(entry: Entry, change: Change?)]
  ) -> [(entry: Entry, change: Change)] {
    entries = []
    return listed.sorted { $0.entry.start < $1.entry.start }.compactMap { entry, change in
      var entry = entry
      entry.number = entries.count + 1
      entries.append(entry)
      return change.map { (entry, $0) }
    }
  }

  private static func news(
    _ item: (entry: Entry, change: Change?)
  ) -> (entry: Entry, change: Change)? {
    item.change.map { (item.entry, $0) }
  }

  private static func updated(
    _ old: Entry, to entry: Entry, now: Double
  ) -> (entry: Entry, change: Change?) {
    var updated = entry
    updated.announcedAt = max(old.announcedAt, min(entry.end, now))
    let isChanged = old.verdict != entry.verdict
    updated.correctedAt = isChanged ? now : old.correctedAt
    return (updated, isChanged ? .corrected : nil)
  }

  /// What was told and is found no longer is not counted.
  private static func withdrawn(
    _ old: Entry, now: Double
  ) -> (entry: Entry, change: Change?) {
    guard old.verdict.isCounted else { return (old, nil) }
    var entry = old
    entry.verdict = .notLikeTheOthers
    entry.reason = "does not resemble the other movements of the set"
    entry.correctedAt = now
    return (entry, .corrected)
  }
}

extension LedgerEntry {
  /// Shared time as a part of the longer of the two; zero or less where there is none.
  func likeness(_ other: Self) -> Double {
    (min(end, other.end) - max(start, other.start))
      / max(end - start, other.end - other.start, .leastNormalMagnitude)
  }
}
