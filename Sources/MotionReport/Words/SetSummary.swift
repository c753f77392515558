import MotionCore

/// A set in one line: how it went, what was done of what was prescribed, what is missing. Every
/// report that a person reads says it in these words.
struct SetSummary {
  /// How a set stands, with a mark that needs no colour.
  enum Standing: Hashable {
    /// As prescribed, or done where nothing was prescribed.
    case done
    /// Less than prescribed, nothing at all, ended by pain, or not sure.
    case missed
    /// Nobody knows: not begun or not measured.
    case unknown
  }

  private let set: SetReport
  private let worn: Placement

  init(_ set: SetReport, worn: Placement) {
    self.set = set
    self.worn = worn
  }

  /// The exercise with its side, `Open book, left`; a side that nobody said is not claimed.
  var title: String {
    let isSideOpen = set.plan.exercise.isOneSided && set.plan.side == nil
    return Wording.sentenceStart(set.plan.title) + (isSideOpen ? ", side not known" : "")
  }

  var standing: Standing {
    switch set.outcome {
    case .done: set.isDoubtful && set.plan.target != nil ? .missed : .done
    case .partlyDone, .notDone, .stoppedForPain: .missed
    case .notStarted, .notMeasured: .unknown
    }
  }

  /// One character, the same in black and white.
  var mark: String {
    switch (standing, set.outcome) {
    case (.done, _): "✓"
    case (.unknown, _): "?"
    case (.missed, .notDone): "✗"
    case (.missed, .stoppedForPain): "!"
    case (.missed, _): "◐"
    }
  }

  /// How it went, in two or three words.
  var status: String {
    if set.isDoubtful, set.outcome == .partlyDone { return "not sure" }
    return switch set.outcome {
    case .done: set.plan.target == nil ? "no target" : "done"
    case .partlyDone: "partly done"
    case .notDone: "not done"
    case .notStarted: "not started"
    case .notMeasured: "not measured"
    case .stoppedForPain: "stopped for pain"
    }
  }

  /// What was done of what was prescribed, `7 of 10 reps`; a dash where nobody knows.
  var done: String {
    standing == .unknown && set.count == 0 ? "-" : set.plan.done(set.count)
  }

  /// How many more were counted than prescribed; nil for none.
  var exceededBy: Int? {
    self.set.excess.flatMap { $0 > 0 ? $0 : nil }
  }

  /// How many less were counted than prescribed; nil for none, and where nobody knows.
  var missing: Int? {
    guard standing != .unknown, let asked = set.plan.target?.reps, set.count < asked else {
      return nil
    }
    return asked - set.count
  }

  /// What is missing or must be known, in words; nil where nothing is.
  var remark: String? {
    switch set.outcome {
    case _ where set.isDoubtful && set.outcome != .notMeasured: doubt
    case .done, .partlyDone: Self.joined([shortfall, haste, excess])
    case .notDone: "the signal was good, and this was not found in it"
    case .notStarted: "the session was over before this was begun"
    case .notMeasured: unmeasured
    case .stoppedForPain: Self.joined([pain, shortfall])
    }
  }

  private static func joined(_ parts: [String?]) -> String? {
    let known = parts.compactMap(\.self)
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }

  private var doubt: String? {
    self.set.confidence.map {
      "this could be \(Wording.alternative($0.alternative)) "
        + "(confidence \(Wording.percent($0.probability)))"
    }
  }

  private var pain: String {
    "pain" + (self.set.pain.map { " of \($0) out of 10" } ?? "")
      + " was noted, and stopping was right: please tell your healthcare provider about it"
  }

  private var unmeasured: String {
    self.set.plan.exercise.placements.contains(worn)
      ? "the signal was missing or unusable"
      : "the sensor was worn where this does not show"
  }

  /// Why fewer were counted than prescribed, or than were begun where nothing was.
  private var shortfall: String? {
    guard missing != nil || set.plan.target?.reps == nil else { return nil }
    let reasons: [(Verdict, String)] = [
      (.partial, "went only part of the way"), (.short, "not long enough"),
      (.unfinished, "interrupted"),
    ]
    let counts = reasons.map { verdict, words in (Self.count(verdict, in: set), words) }
    let unseen = (missing ?? 0) - counts.reduce(0) { $0 + $1.0 }
    let parts = (counts + [(unseen, "not seen")]).filter { $0.0 > 0 }.map { count, words in
      words.hasPrefix("went") ? "\(count) \(words)" : "\(count) \(Self.were(count)) \(words)"
    }
    return parts.isEmpty ? nil : Wording.list(parts, "and")
  }

  /// What was more than prescribed, in number or in time: for a person in pain too much matters as
  /// much as too little.
  var excess: String? {
    Self.joined([exceededBy.map { "\($0) more than prescribed" }, overtime])
  }

  private var haste: String? {
    let count = Self.count(.tooFast, in: set)
    return count == 0 ? nil : "\(count) \(Self.were(count)) too fast"
  }

  private var overtime: String? {
    let count = Self.count(.tooLong, in: set)
    return count == 0 ? nil : "\(count) \(Self.were(count)) held too long"
  }

  private static func were(_ count: Int) -> String { count == 1 ? "was" : "were" }

  private static func count(_ verdict: Verdict, in set: SetReport) -> Int {
    set.reps.count { $0.verdict == verdict } + set.holds.count { $0.verdict == verdict }
  }
}
