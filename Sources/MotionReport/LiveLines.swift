import MotionCore

/// What a person reads while the session runs: a line for each event, each with its time.
///
/// Latency: none, events are worded when they come. State: the count that was last reported of each
/// set, so that a running hold can be named by its number and a correction that changes no count
/// is not reported at all.
package struct LiveLines: Sendable {
  private let sets: [PlannedSet]
  private let isGuided: Bool
  private var reported: [Int]
  /// How many holds of each set were long enough and are not judged yet: the first is counted with
  /// the second one only.
  private var reached: [Int]
  private var current: Int?

  /// The wording for a session that looks for these sets.
  ///
  /// - Parameter isGuided: true where cues name the sets and say when a hold is long enough.
  package init(sets: [PlannedSet], isGuided: Bool = false) {
    self.sets = sets
    self.isGuided = isGuided
    reported = sets.map { _ in 0 }
    reached = reported
  }

  /// The lines for events that came together; the first of a set is headed by the set's name.
  ///
  /// Corrections of one set are reported in one line.
  package mutating func lines(for events: [SessionEvent]) -> [String] {
    var lines: [String] = []
    var corrections: [Int: Correction] = [:]
    for event in events {
      if let correction = Correction(event) {
        corrections[correction.set] = correction
      } else {
        lines += self.lines(for: event)
      }
    }
    return lines + corrections.values.sorted { $0.set < $1.set }.flatMap { correctionText(of: $0) }
  }

  /// What was reported of each set that has begun, for a session that is resumed.
  package var progress: [String] {
    let begun = sets.indices.filter { reported[$0] > 0 }
    guard !begun.isEmpty else { return ["Resumed; nothing was counted so far"] }
    return Wording.wrapped(
      list: begun.map { "\(sets[$0].title) \(sets[$0].done(reported[$0]))" },
      first: "Resumed; so far: ")
  }

  private mutating func lines(for event: SessionEvent) -> [String] {
    switch event {
    case .repetition(let set, let repetition, let count):
      tell(set, count, at: repetition.announcedAt, described(repetition, count, of: set))
    case .hold(let set, let hold, let count):
      settle(set, count, at: hold.announcedAt, released(hold, count, of: set))
    case .holdReached where isGuided: []
    case .holdReached(let set, let time):
      tell(set, reported[set], at: time, sets[set].reached(hold: nextReached(in: set)))
    case .gap(let gap):
      [Self.at(gap.end, "no signal for \(Wording.seconds(gap.end - gap.start))")]
    case .repetitionCorrected, .holdCorrected: []
    }
  }

  private mutating func correctionText(of correction: Correction) -> [String] {
    guard correction.count != reported[correction.set] else { return [] }
    let done = sets[correction.set].done(correction.count)
    let why = correction.reason.map { ": \($0.words)" } ?? ""
    return tell(
      correction.set, correction.count, at: correction.time, "corrected to \(done)\(why)")
  }

  private mutating func tell(
    _ set: Int, _ count: Int, at time: Double, _ text: String
  ) -> [String] {
    reported[set] = count
    defer { current = set }
    return (current == set || isGuided ? [] : [head(of: set)]) + [Self.at(time, text)]
  }

  private func head(of set: Int) -> String {
    let plan = sets[set]
    let dose = plan.target?.dose(of: plan.exercise.kind) ?? ""
    return Wording.sentenceStart(plan.title) + (dose.isEmpty ? "" : ": \(dose)")
  }

  private func described(_ repetition: Repetition, _ count: Int, of set: Int) -> String {
    let time = Wording.seconds(repetition.end - repetition.start)
    return switch repetition.verdict {
    case .ok: "\(tally("rep", count, of: set)) - \(time)"
    case .tooFast: "\(tally("rep", count, of: set)) - \(time), fast: this one is meant to be slow"
    case .partial: "part of the way - \(time), not counted"
    case .short, .tooLong, .unfinished: "interrupted - \(time), not counted"
    case .notLikeTheOthers: "another movement - \(time), not counted"
    }
  }

  private func released(_ hold: Hold, _ count: Int, of set: Int) -> String {
    let time = "held \(Wording.seconds(hold.seconds))"
    return switch hold.verdict {
    case .ok, .tooFast: "\(tally("hold", count, of: set)) - \(time)"
    case .tooLong: "\(tally("hold", count, of: set)) - \(time), longer than asked for"
    case .short:
      time + (sets[set].target?.holdRange.map { " of \($0)" } ?? "") + ", not counted"
    case .partial: "part of the way - \(time), not counted"
    case .unfinished: "interrupted - \(time), not counted"
    case .notLikeTheOthers: "another position - \(time), not counted"
    }
  }

  /// Tells what became of a hold: as many as are counted now were done.
  private mutating func settle(
    _ set: Int, _ count: Int, at time: Double, _ text: String
  ) -> [String] {
    reached[set] = 0
    return tell(set, count, at: time, text)
  }

  private mutating func nextReached(in set: Int) -> Int {
    reached[set] += 1
    return reported[set] + reached[set]
  }

  private func tally(_ noun: String, _ count: Int, of set: Int) -> String {
    "\(noun) \(count)" + (sets[set].target?.reps.map { " of \($0)" } ?? "")
  }

  /// Sentences that belong together, the first one with its time.
  package static func lines(_ texts: [String], at time: Double) -> [String] {
    texts.enumerated().flatMap { index, text in
      Wording.wrapped(
        text, first: index == 0 ? at(time, "") : String(repeating: " ", count: textColumn))
    }
  }

  /// Where the text of a line begins.
  private static let textColumn = 9

  private static func at(_ time: Double, _ text: String) -> String {
    let clock = Wording.clock(time)
    return String(repeating: " ", count: max(0, textColumn - 2 - clock.count)) + clock + "  " + text
  }
}

extension PlannedSet {
  /// What is said when the `number`th hold is as long as was asked for.
  func reached(hold number: Int) -> String {
    let least = target?.holdSeconds.map { "\(Wording.prescribed($0)) s " } ?? ""
    let advice =
      target?.holdSecondsMax.map {
        "keep on up to \(Wording.prescribed($0)) s if it stays comfortable"
      } ?? "let go when you are ready"
    return "hold \(number): \(least)reached, \(advice)"
  }
}

/// A changed judgement, of which a person only needs the new count.
private struct Correction {
  var set: Int
  var count: Int
  var time: Double
  var reason: VerdictReason?

  init?(_ event: SessionEvent) {
    switch event {
    case .repetitionCorrected(let set, let repetition, let count):
      self.init(
        set: set, count: count,
        time: repetition.correctedAt ?? repetition.announcedAt, reason: repetition.reason)
    case .holdCorrected(let set, let hold, let count):
      self.init(
        set: set, count: count, time: hold.correctedAt ?? hold.announcedAt,
        reason: hold.reason)
    case .repetition, .hold, .holdReached, .gap: return nil
    }
  }

  private init(set: Int, count: Int, time: Double, reason: VerdictReason?) {
    self.set = set
    self.count = count
    self.time = time
    self.reason = reason
  }
}
