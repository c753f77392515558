/// What a person is told on a screen: one thing at a time, each for long enough to be read, and
/// none for longer than it is true.
///
/// A pure value; its moments are seconds of any clock that runs.
package struct MessageBoard: Sendable {
  /// What gives way to what.
  package enum Priority: Int, Sendable, Comparable {
    /// A word on what was just done.
    case hint
    /// What to do next.
    case step
    /// What something came to.
    case result
    /// What must not be missed.
    case alarm

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// A message with its time.
  package struct Message: Sendable, Hashable {
    package var text: String
    package var priority: Priority
    /// So long it stands, unless something more important comes.
    package var leastSeconds: Double
    /// So long after it was said it means nothing any more; infinite until something else is said.
    package var longestSeconds: Double

    package init(
      _ text: String, _ priority: Priority, leastSeconds: Double, longestSeconds: Double = .infinity
    ) {
      self.text = text
      self.priority = priority
      self.leastSeconds = leastSeconds
      self.longestSeconds = longestSeconds
    }
  }

  private struct Entry: Sendable {
    var message: Message
    var from: Double
    var until: Double
  }

  private static let mostEntries = 8
  /// In the order in which they are shown.
  private var entries: [Entry] = []

  package init() {}

  /// Takes a message. It replaces what is less important at once, and what is as important or more
  /// once that has stood for its time.
  package mutating func add(_ message: Message, at now: Double) {
    entries.removeAll { entry in
      entry.until <= now || entry.message.priority < message.priority && entry.from > now
    }
    let from = entries.filter { $0.message.priority >= message.priority }
      .reduce(now) { max($0, min($1.from + $1.message.leastSeconds, $1.until)) }
    entries.append(Entry(message: message, from: from, until: now + message.longestSeconds))
    entries = entries.suffix(Self.mostEntries)
  }

  /// Takes everything away: what was said is no longer true.
  package mutating func clear() { entries = [] }

  /// Takes away what is this important.
  package mutating func clear(_ priority: Priority) {
    entries.removeAll { $0.message.priority == priority }
  }

  /// Lets time leap by so many seconds in which nobody could read: what stands goes on standing.
  package mutating func leap(by seconds: Double) {
    for index in entries.indices {
      entries[index].from += seconds
      entries[index].until += seconds
    }
  }

  /// What is shown now, and for how many seconds it has been.
  package func shown(at now: Double) -> (text: String, seconds: Double)? {
    entries.last { $0.from <= now && now < $0.until }.map { ($0.message.text, now - $0.from) }
  }
}
