import MotionTuning

/// What truly happened in a set, as far as candidates are concerned.
struct CandidateTruth {
  /// How many movements of the exercise there are; nil where nobody counted.
  var count: Int?
  /// When each of them was; nil where nobody noted that.
  var events: [ClosedRange<Double>]?
  /// When the set was, where that was noted.
  var window: ClosedRange<Double>?

  /// From this share of its movements on (F1) a candidate is the exercise.
  static let largeShare = 0.8
  /// A count that is off by this share, or by one, still agrees.
  static let countTolerance = 0.1

  /// Whether these movements are the exercise; nil where that cannot be said. What lies within the
  /// set and is not it may be the way between two turns.
  func isExercise(_ movements: [ClosedRange<Double>]) -> Bool? {
    guard let first = movements.first, let last = movements.last else { return nil }
    if let window, !window.overlaps(first.lowerBound...last.upperBound) { return false }
    return agrees(with: movements) ? true : nil
  }

  private func agrees(with movements: [ClosedRange<Double>]) -> Bool {
    if let events {
      let matched = EventMatching(labelled: events, found: movements).pairs.count
      let share = 2 * Double(matched) / Double(max(1, events.count + movements.count))
      return share >= Self.largeShare
    }
    guard let count else { return false }
    let tolerance = max(1, Self.countTolerance * Double(count))
    return abs(Double(movements.count - count)) <= tolerance
  }
}

extension [CandidateTruth] {
  /// Whether these movements are one of the sets; nil where that cannot be said.
  func isExercise(_ movements: [ClosedRange<Double>]) -> Bool? {
    let answers = map { $0.isExercise(movements) }
    if answers.contains(true) { return true }
    return answers.contains { $0 == nil } ? nil : false
  }
}
