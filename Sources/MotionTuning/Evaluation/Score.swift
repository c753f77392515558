import MotionCore

/// How well some sets were measured.
package struct Score: Sendable, Hashable {
  /// Sets counted exactly.
  package private(set) var exact = Share()
  /// Sets counted within one.
  package private(set) var withinOne = Share()
  /// Sets whose movements, partial and short ones among them, were found within one.
  package private(set) var movementsWithinOne = Share()
  /// Sets in which nothing was done that are reported as not done, or as more likely another thing.
  package private(set) var notDoneReported = Share()
  private var absoluteError = 0
  private var error = 0

  /// Labelled events that were found.
  package private(set) var recalled = Share()
  /// Found events that a label stands for, where events are labelled.
  package private(set) var precise = Share()
  /// How far start and end of the found events are off, in seconds.
  package private(set) var boundaryErrorSeconds = Distribution()
  /// Partial repetitions that were found and called partial.
  package private(set) var partialFlagged = Share()
  /// Found events that were rightly counted or not, close calls left out.
  package private(set) var countAccuracy = Share()

  /// How far the times of found holds are off, in seconds.
  package private(set) var holdErrorSeconds = Distribution()
  /// Seconds from the end of a movement until it was reported as counted.
  package private(set) var latencySeconds = Distribution()

  /// A score of no sets.
  package init() {}

  /// The score of these sets.
  package init(_ sets: some Sequence<SetComparison>) {
    for set in sets { add(set) }
  }

  /// How many sets there are.
  package var sets: Int { exact.total }
  /// Mean size of the counts' errors; nil without sets.
  package var meanAbsoluteError: Double? { sets > 0 ? Double(absoluteError) / Double(sets) : nil }
  /// Mean of the counts' errors, above zero for too many; nil without sets.
  package var bias: Double? { sets > 0 ? Double(error) / Double(sets) : nil }
  /// Harmonic mean of precision and recall (van Rijsbergen 1979, Information Retrieval); nil where
  /// there were no events.
  package var f1: Double? {
    let total = precise.total + recalled.total
    return total > 0 ? Double(precise.right + recalled.right) / Double(total) : nil
  }

  /// Adds a set.
  package mutating func add(_ set: SetComparison) {
    exact.add(set.countError == 0)
    withinOne.add(abs(set.countError) <= 1)
    movementsWithinOne.add(abs(set.movementError) <= 1)
    absoluteError += abs(set.countError)
    error += set.countError
    if set.truth == .notDone { notDoneReported.add(set.isToldNotDone) }
    latencySeconds.add(set.latencies)
    addEvents(of: set)
  }

  private mutating func addEvents(of set: SetComparison) {
    guard let matching = set.matching, let events = set.truth.events else { return }
    for _ in matching.pairs {
      recalled.add(true)
      precise.add(true)
    }
    for _ in matching.extra { precise.add(false) }
    for position in set.missed {
      recalled.add(false)
      if events[position].isPartialRepetition { partialFlagged.add(false) }
    }
    let pairs = set.pairs
    for (label, found) in pairs {
      if label.isPartialRepetition { partialFlagged.add(found.verdict == .partial) }
      if !set.isCloseCall(label) { countAccuracy.add(found.verdict.isCounted == label.isCounted) }
    }
    boundaryErrorSeconds.add(
      pairs.flatMap { label, found in
        [abs(found.span.lowerBound - label.start), abs(found.span.upperBound - label.end)]
      })
    holdErrorSeconds.add(set.holdErrorsSeconds.map(abs))
  }
}

extension Label {
  fileprivate var isPartialRepetition: Bool { kind == .rep && !isCounted }
}
