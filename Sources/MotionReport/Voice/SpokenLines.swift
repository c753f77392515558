import MotionCore

/// What is said aloud while the session runs: less than is written, since it has to be over when
/// the next movement is.
package struct SpokenLines: Sendable {
  /// Shorter gaps are noted in the report only.
  private static let shortestGapSeconds = 2.0

  private let sets: [PlannedSet]
  private var reported: [Int]
  private var isDone: [Bool]
  private var paces: [PaceWatch]

  /// The wording for a session that looks for these sets.
  package init(sets: [PlannedSet]) {
    self.sets = sets
    reported = sets.map { _ in 0 }
    isDone = sets.map { _ in false }
    paces = sets.map { PaceWatch($0.exercise) }
  }

  /// What to say of events that came together.
  package mutating func utterances(for events: [SessionEvent]) -> [Utterance] {
    events.flatMap { utterances(for: $0) }
  }

  private mutating func utterances(for event: SessionEvent) -> [Utterance] {
    switch event {
    case .repetition(let set, let repetition, let count):
      switch repetition.verdict {
      case .ok, .tooFast:
        counted(
          count, in: set,
          hint: paces[set].isReminderDue(after: repetition) ? ", slower" : "")
      case .partial: [Utterance("not all the way", .count)]
      case .short, .tooLong, .unfinished, .notLikeTheOthers: []
      }
    case .hold(let set, let hold, let count):
      switch hold.verdict {
      case .ok, .tooFast, .tooLong: counted(count, in: set)
      case .short: [Utterance("too short", .count)]
      case .partial: [Utterance("not all the way", .count)]
      case .unfinished, .notLikeTheOthers: []
      }
    case .holdReached(let set, _):
      [Utterance(reached(sets[set].target), .interruption)]
    case .repetitionCorrected(let set, _, let count), .holdCorrected(let set, _, let count):
      corrected(count, in: set)
    case .gap(let gap) where gap.end - gap.start >= Self.shortestGapSeconds:
      [Utterance("there was no signal for \(Wording.fixed(gap.end - gap.start)) seconds", .cue)]
    case .gap: []
    }
  }

  private mutating func counted(_ count: Int, in set: Int, hint: String = "") -> [Utterance] {
    reported[set] = count
    return [Utterance("\(count)\(hint)", .count)] + done(set)
  }

  private mutating func corrected(_ count: Int, in set: Int) -> [Utterance] {
    guard count != reported[set] else { return [] }
    reported[set] = count
    return [Utterance("corrected to \(count)", .count)] + done(set)
  }

  /// That a set has what was asked of it, once.
  private mutating func done(_ set: Int) -> [Utterance] {
    guard !isDone[set], let reps = sets[set].target?.reps, reported[set] >= reps else { return [] }
    isDone[set] = true
    return [Utterance("\(sets[set].title), done", .cue)]
  }

  private func reached(_ target: Target?) -> String {
    target?.holdSecondsMax == nil ? "let go" : "long enough; go on if it is comfortable"
  }
}
