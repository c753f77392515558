import MotionCore

/// What a person reads while the session runs: a line for each event, each with its time.
///
/// Latency: none, an event is worded when it comes. State: how much was counted in each set, so
/// that a running hold can be named by its number.
package struct LiveLines: Sendable {
  private let sets: [PlannedSet]
  private var counts: [Int]
  private var current: Int?

  /// The wording for a session that looks for these sets.
  package init(sets: [PlannedSet]) {
    self.sets = sets
    counts = sets.map { _ in 0 }
  }

  /// The lines for one event; the first of a set is headed by the set's name.
  package mutating func lines(for event: SessionEvent) -> [String] {
    switch event {
    case .repetition(let set, let repetition, let count):
      note(set, count) + [Self.at(repetition.announcedAt, first(repetition, count, of: set))]
    case .hold(let set, let hold, let count):
      note(set, count) + [Self.at(hold.announcedAt, released(hold, count, of: set))]
    case .holdReached(let set, let time):
      note(set, nil) + [Self.at(time, reached(in: set))]
    case .repetitionCorrected(let set, let repetition, let count):
      note(set, count) + [
        Self.corrected(
          "rep \(repetition.number)", repetition.correctedAt ?? repetition.announcedAt,
          repetition.verdict, repetition.reason, count)
      ]
    case .holdCorrected(let set, let hold, let count):
      note(set, count) + [
        Self.corrected(
          "hold \(hold.number)", hold.correctedAt ?? hold.announcedAt, hold.verdict, hold.reason,
          count)
      ]
    case .gap(let gap):
      [Self.at(gap.end, "no signal for \(Wording.seconds(gap.end - gap.start))")]
    }
  }

  private mutating func note(_ set: Int, _ count: Int?) -> [String] {
    counts[set] = count ?? counts[set]
    guard current != set else { return [] }
    current = set
    let plan = sets[set]
    let dose = plan.target?.dose(of: plan.exercise.kind) ?? ""
    return [Wording.sentenceStart(plan.title) + (dose.isEmpty ? "" : ": \(dose)")]
  }

  private func first(_ repetition: Repetition, _ count: Int, of set: Int) -> String {
    let time = Wording.seconds(repetition.end - repetition.start)
    return switch repetition.verdict {
    case .ok: "\(tally("rep", count, of: set)) - \(time)"
    case .tooFast: "\(tally("rep", count, of: set)) - \(time), fast: this one is meant to be slow"
    case .partial: "part of the way - \(time), not counted"
    case .short, .unfinished: "cut off - \(time), not counted"
    case .notLikeTheOthers: "another movement - \(time), not counted"
    }
  }

  private func released(_ hold: Hold, _ count: Int, of set: Int) -> String {
    let time = "held \(Wording.seconds(hold.seconds))"
    return switch hold.verdict {
    case .ok, .tooFast: "\(tally("hold", count, of: set)) - \(time)"
    case .short:
      time + (sets[set].target?.holdRange.map { " of \($0)" } ?? "") + ", not counted"
    case .partial: "part of the way - \(time), not counted"
    case .unfinished: "cut off - \(time), not counted"
    case .notLikeTheOthers: "another position - \(time), not counted"
    }
  }

  private func reached(in set: Int) -> String {
    let target = sets[set].target
    let least = target?.holdSeconds.map { "\(Wording.prescribed($0)) s " } ?? ""
    let advice =
      target?.holdSecondsMax.map {
        "keep on up to \(Wording.prescribed($0)) s if it stays comfortable"
      } ?? "let go when you are ready"
    return "hold \(counts[set] + 1): \(least)reached, \(advice)"
  }

  private func tally(_ noun: String, _ count: Int, of set: Int) -> String {
    "\(noun) \(count)" + (sets[set].target?.reps.map { " of \($0)" } ?? "")
  }

  private static func corrected(
    _ name: String, _ time: Double, _ verdict: Verdict, _ reason: String?, _ count: Int
  ) -> String {
    let why = reason.map { " (\($0))" } ?? ""
    return at(
      time,
      "correction: \(name) \(verdict.isCounted ? "counts" : "does not count")\(why); now \(count)")
  }

  private static func at(_ time: Double, _ text: String) -> String {
    let clock = Wording.clock(time)
    return String(repeating: " ", count: max(0, 7 - clock.count)) + clock + "  " + text
  }
}
