/// How wrong one recording was measured.
package struct SetError: Sendable, Hashable {
  /// Counted more than truly done; below zero, fewer.
  package var countError: Int
  /// Labelled events that were missed, and found ones without a label.
  package var strays: Int
  /// How far boundaries and hold times are off, in seconds, summed over the paired events.
  package var seconds: Double
  /// How many times that sum is made of.
  package var times: Int

  /// What is wrong with a set.
  package init(_ set: SetComparison) {
    countError = set.countError
    strays = set.missed.count + (set.matching?.extra.count ?? 0)
    let boundaries = set.pairs.flatMap { label, found in
      [abs(found.span.lowerBound - label.start), abs(found.span.upperBound - label.end)]
    }
    let errors = boundaries + set.holdErrorsSeconds.map(abs)
    seconds = errors.reduce(0, +)
    times = errors.count
  }
}

/// How wrong some recordings were measured: counts first, then events missed or without a label,
/// then times.
package struct TuningError: Sendable, Hashable, Comparable {
  /// One recording adds no more than this to the error of the counts: a log that is wrong must not
  /// outweigh the others.
  static let largestCountError = 4
  /// Times that differ by less than this are the same, in seconds: a frame of the detector's grid.
  static let secondsStep = 0.02

  /// Sum of the sizes of the counts' errors.
  package let counts: Int
  /// Sum of the missed and the unlabelled events.
  package let strays: Int
  /// Mean error of boundaries and hold times, in steps of a frame.
  package let timeSteps: Int

  /// The sum over recordings.
  package init(_ sets: some Sequence<SetError>) {
    var (counts, strays, seconds, times) = (0, 0, 0.0, 0)
    for set in sets {
      counts += min(abs(set.countError), Self.largestCountError)
      strays += set.strays
      seconds += set.seconds
      times += set.times
    }
    self.counts = counts
    self.strays = strays
    timeSteps = times > 0 ? Int((seconds / Double(times) / Self.secondsStep).rounded()) : 0
  }

  /// Events missed or without a label that more or less may be chance, as a share of those there
  /// are.
  private static let chanceShare = 0.1

  /// True when this is as right as the other, but for what may be chance: no more wrong counts,
  /// hardly more stray events, and times within a frame.
  func isAsRight(as other: TuningError) -> Bool {
    counts <= other.counts
      && Double(strays) <= 1 + (1 + Self.chanceShare) * Double(other.strays)
      && timeSteps <= other.timeSteps + 1
  }

  /// True when the first is the smaller error.
  package static func < (a: TuningError, b: TuningError) -> Bool {
    (a.counts, a.strays, a.timeSteps) < (b.counts, b.strays, b.timeSteps)
  }
}

/// What a search makes small: the error, and among equal ones the distance from the start, so that
/// few recordings do not lead far away.
struct TuningCost: Sendable, Hashable, Comparable {
  var error: TuningError
  var distance: Double

  static func < (a: TuningCost, b: TuningCost) -> Bool {
    a.error == b.error ? a.distance < b.distance : a.error < b.error
  }
}
