import MotionCore

/// The words of a guided session, to be read and to be heard.
package struct GuideWords: Sendable {
  private let sets: [PlannedSet]
  private let placement: Placement

  /// The words for these sets with the sensor at this place.
  package init(sets: [PlannedSet], placement: Placement) {
    self.sets = sets
    self.placement = placement
  }

  /// What stands in the lines of a session without a screen; none where the line of the event
  /// itself says it, or where a voice alone is quick enough.
  package func lines(_ cue: GuideCue) -> [String] {
    switch cue {
    case .introduced(let set, let arm): [headline(set), instruction(set), sensor(set, arm)]
    case .holdEnded(_, let hold) where hold.isProvisional: [Self.ended(hold)]
    case .counted, .notCounted, .corrected, .holdBegan, .holdSecondsLeft, .holdEnded: []
    case .painLevel(let level): ["\(level) of 10"]
    case .holdReached(let set, let number): [sets[set].reached(hold: number)]
    case .getReady(let set, let seconds):
      seconds > Self.countedSeconds ? [ready(set)] : []
    case .setEnded(let set, let count): [ended(set, count)]
    case .unseen, .weakSignal, .rest, .holdStill, .go, .holdLongest, .nothingSeen, .moveStrap,
      .noOtherSide, .paused, .resumed, .painAsked, .painNoted, .painUndone, .returnAsked,
      .finishAsked, .finished:
      spoken(cue).map { [$0] } ?? []
    }
  }

  /// What a voice says; nil where it says nothing.
  ///
  /// - Parameter isKnown: true where it was said before how the exercise is done: of its next set
  ///   only the position is.
  package func spoken(_ cue: GuideCue, isKnown: Bool = false) -> String? {
    switch cue {
    case .introduced(let set, let arm):
      [
        headline(set) + ".",
        isKnown
          ? Instruction.position(for: sets[set].exercise, side: sets[set].side) : instruction(set),
        sensor(set, arm),
      ].compactMap(\.self).joined(separator: " ")
    case .unseen(let set): unseen(sets[set].exercise)
    case .weakSignal(_, .slow(let rate)):
      "Only \(Wording.fixed(rate)) samples a second come from the sensor: too few to count."
    case .weakSignal(let set, .noGyroscope):
      "This sensor has no gyroscope: \(sets[set].exercise.title) may be missed."
    case .rest(let seconds, let next):
      "Rest for \(Wording.prescribed(seconds.rounded())) seconds. Then: \(sets[next].title)."
    case .getReady(let set, let seconds):
      seconds > Self.countedSeconds ? ready(set) : "\(seconds)"
    case .holdStill: "Be still for a moment; then it begins."
    case .go: "Begin, slowly."
    case .counted(_, let count, let asksSlower): "\(count)" + (asksSlower ? ", slower" : "")
    case .notCounted(_, let verdict): Self.notCounted(verdict)
    case .corrected(_, let count): "corrected: \(count)"
    case .holdBegan: "Hold."
    case .holdSecondsLeft(_, let seconds): Self.isAnnounced(seconds) ? "\(seconds)" : nil
    case .holdReached(let set, _): reached(set)
    case .holdEnded(_, let hold):
      hold.isProvisional ? hold.isLongEnough.map { $0 ? "\(hold.number)" : "too short" } : nil
    case .holdLongest: "That is the longest it is meant to be; let go."
    case .nothingSeen(let set, let count): nothingSeen(set, count)
    case .setEnded(let set, let count): ended(set, count)
    case .moveStrap(let arm): strap(to: arm)
    case .noOtherSide: "There is no other side to change to."
    case .paused: "Paused."
    case .resumed(let set): "On with \(sets[set].title)."
    case .painAsked: Self.painQuestion
    case .painLevel(let level): "\(level)"
    case .painNoted(_, let level, let isSevere): Self.painNoted(level, isSevere: isSevere)
    case .painUndone(let set): "On with \(sets[set].title)."
    case .returnAsked(let set):
      "\(Wording.sentenceStart(sets[set].title)) was stopped for pain. To do it all the same, ask "
        + "for it again."
    case .finishAsked: "Finish the session? Press q once more."
    case .finished: "That is all. The session is over."
    }
  }

  /// What a voice says, with what becomes of it when there is more to say than time.
  ///
  /// A countdown is not swallowed by what was being said when it began.
  package func utterances(_ cue: GuideCue, isKnown: Bool = false) -> [Utterance] {
    guard let text = spoken(cue, isKnown: isKnown) else { return [] }
    let priority: Utterance.Priority =
      switch cue {
      case .getReady(_, let seconds):
        seconds >= Self.countedSeconds ? .interruption : .count
      case .counted, .notCounted, .corrected, .holdSecondsLeft, .holdEnded, .painLevel: .count
      case .go, .paused, .painAsked, .painNoted, .finished, .finishAsked, .returnAsked,
        .holdReached, .holdLongest:
        .interruption
      case .introduced, .unseen, .weakSignal, .rest, .holdStill, .holdBegan, .nothingSeen,
        .setEnded, .moveStrap, .noOtherSide, .resumed, .painUndone:
        .cue
      }
    return [Utterance(text, priority)]
  }

  /// Name and dose, `Open book, left: 10 reps`.
  package func headline(_ set: Int) -> String {
    let plan = sets[set]
    let dose = plan.target?.dose(of: plan.exercise.kind) ?? ""
    return Wording.sentenceStart(plan.title) + (dose.isEmpty ? "" : ": \(dose)")
  }

  /// How the exercise of a set is done.
  package func instruction(_ set: Int) -> String {
    Instruction.text(for: sets[set].exercise, side: sets[set].side)
  }

  /// The exercise of a set, by its id.
  package func exercise(_ set: Int) -> String { sets[set].exercise.id }

  /// Where the sensor sits for a set.
  package func sensor(_ set: Int, _ arm: Side?) -> String {
    "Sensor \((sets[set].placement ?? placement).phrase(arm: arm))."
  }
}

extension GuideWords {
  /// The last seconds before a set, which are counted.
  private static let countedSeconds = 5
  /// The last seconds of a hold that are reported one by one.
  private static let lastSeconds = 1...3
  /// Apart from those, each of so many.
  private static let strideSeconds = 10

  static let painQuestion = """
    Stopped. How strong is the pain, from 0 for none to 10 for the worst? \
    Press its number, or choose with next and back, and confirm with pause. \
    If it was a mistake, press u.
    """

  static func isAnnounced(_ seconds: Int) -> Bool {
    lastSeconds.contains(seconds) || seconds.isMultiple(of: strideSeconds)
  }

  private func ready(_ set: Int) -> String { "Get ready for \(sets[set].title)." }

  /// `Hold 1: 21 s`, with what is still to come of it.
  static func ended(_ hold: EndedHold) -> String {
    let held = "Hold \(hold.number): \(Int(hold.seconds)) s"
    guard let isLongEnough = hold.isLongEnough else { return held }
    guard isLongEnough else { return held + ", too short" }
    guard hold.isProvisional else { return held }
    return held + "; counted once " + (hold.number == 1 ? "a second one is like it" : "it is sure")
  }

  private func ended(_ set: Int, _ count: Int) -> String {
    "\(Wording.sentenceStart(sets[set].title)): \(sets[set].done(count)). Over."
  }

  private func reached(_ set: Int) -> String {
    sets[set].target?.holdSecondsMax.map {
      "Long enough. Up to \(Wording.prescribed($0)) seconds if it stays comfortable."
    } ?? "And let go."
  }

  private func unseen(_ exercise: Exercise) -> String {
    let better = Wording.list(exercise.placements.map(\.phrase), "or")
    return "\(Wording.sentenceStart(exercise.title)): a sensor \(placement.phrase) cannot see it. "
      + "To measure it, wear the sensor \(better) and say so with --placement. "
      + "It is passed over now."
  }

  private func nothingSeen(_ set: Int, _ count: Int) -> String {
    let doing =
      sets[set].exercise.kind == .cycle
      ? "Counting starts with your second repetition."
      : "Counting starts with your second hold."
    return count > 0
      ? "\(sets[set].done(count)) so far. Go on when you like; otherwise it ends by itself."
      : "Nothing was counted yet. \(doing) Without more it ends by itself."
  }

  private func strap(to arm: Side) -> String {
    "Now the other side: move the sensor, so that it sits \(placement.phrase(arm: arm)), "
      + "and be still for three seconds."
  }

  private static func notCounted(_ verdict: Verdict) -> String? {
    switch verdict {
    case .partial: "part of the way, not counted"
    case .short: "short, not counted"
    case .ok, .tooFast, .tooLong, .unfinished, .notLikeTheOthers: nil
    }
  }

  private static func painNoted(_ level: Int?, isSevere: Bool) -> String {
    let noted = level.map { "Pain of \($0) was noted" } ?? "Pain was noted"
    let advice =
      isSevere
      ? "Stop for today? Pause finishes, next goes on; without an answer the session ends. Tell "
        + "your healthcare provider."
      : "If it goes on hurting, finish here, and tell your healthcare provider."
    return "\(noted), and this exercise is over. \(advice)"
  }
}
