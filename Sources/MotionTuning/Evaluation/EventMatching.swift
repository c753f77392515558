/// Labelled and found events, paired one to one in the order of time.
///
/// Both lists must be in that order, in seconds from the same origin. Of all pairings that keep it,
/// the one with most pairs is taken and, among those, the one with the smallest boundary errors:
/// global alignment (Needleman and Wunsch 1970, doi 10.1016/0022-2836(70)90057-4) with the number
/// of pairs as the score. Takes time and memory in proportion to the product of the two lengths.
package struct EventMatching: Sendable, Hashable {
  /// Begin and end of an event in seconds.
  package typealias Span = ClosedRange<Double>

  /// Boundaries that differ by no more than this belong together even where the events hardly
  /// overlap, in seconds: half a second is the shortest repetition that is ever done.
  package static let toleranceSeconds = 0.5
  /// Events belong together that share at least this much of the longer one: no fragment of a hold
  /// is taken for it.
  package static let smallestSharedFraction = 0.5

  /// A labelled event and the found one that is it, by their positions in their lists.
  package struct Pair: Sendable, Hashable {
    /// Position among the labelled events.
    package var labelled: Int
    /// Position among the found events.
    package var found: Int
  }

  /// What belongs together, in the order of time.
  package private(set) var pairs: [Pair] = []
  /// Positions of labelled events that were not found.
  package private(set) var missed: [Int] = []
  /// Positions of found events that no label stands for.
  package private(set) var extra: [Int] = []

  /// Pairs events.
  package init(
    labelled: [Span], found: [Span], toleranceSeconds: Double = EventMatching.toleranceSeconds
  ) {
    let table = Self.table(labelled, found, toleranceSeconds)
    var (row, column) = (labelled.count, found.count)
    while row > 0 || column > 0 {
      let here = table[row][column]
      if row > 0, here == table[row - 1][column] {
        row -= 1
        missed.append(row)
      } else if column > 0, here == table[row][column - 1] {
        column -= 1
        extra.append(column)
      } else {
        (row, column) = (row - 1, column - 1)
        pairs.append(Pair(labelled: row, found: column))
      }
    }
    pairs.reverse()
    missed.reverse()
    extra.reverse()
  }

  /// How good the best pairing of the first events of both lists is.
  private struct MatchScore: Comparable {
    var pairs = 0
    var errorSeconds = 0.0

    static func < (a: MatchScore, b: MatchScore) -> Bool {
      a.pairs == b.pairs ? a.errorSeconds > b.errorSeconds : a.pairs < b.pairs
    }
  }

  private static func table(
    _ labelled: [Span], _ found: [Span], _ tolerance: Double
  ) -> [[MatchScore]] {
    var table = [[MatchScore]](
      repeating: [MatchScore](repeating: MatchScore(), count: found.count + 1),
      count: labelled.count + 1)
    for (row, label) in labelled.enumerated() {
      for (column, event) in found.enumerated() {
        var best = max(table[row][column + 1], table[row + 1][column])
        if let error = boundaryError(label, event, tolerance) {
          let before = table[row][column]
          best = max(
            best, MatchScore(pairs: before.pairs + 1, errorSeconds: before.errorSeconds + error))
        }
        table[row + 1][column + 1] = best
      }
    }
    return table
  }

  /// How far the boundaries are apart in sum, or nil for events that do not belong together.
  private static func boundaryError(_ a: Span, _ b: Span, _ tolerance: Double) -> Double? {
    let errors = (abs(a.lowerBound - b.lowerBound), abs(a.upperBound - b.upperBound))
    guard a.sharesMost(of: b) || max(errors.0, errors.1) <= tolerance else { return nil }
    return errors.0 + errors.1
  }
}

extension EventMatching.Span {
  /// True when the two share at least half of the longer one.
  package func sharesMost(of other: Self) -> Bool {
    let shared = Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound)
    let longer = Swift.max(upperBound - lowerBound, other.upperBound - other.lowerBound)
    return shared > 0 && shared >= EventMatching.smallestSharedFraction * longer
  }
}
