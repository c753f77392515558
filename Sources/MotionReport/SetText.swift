import MotionCore

/// One set of a text report: a head line with the count, then what a therapist would ask next.
struct SetText {
  private let set: SetReport
  private let worn: Placement
  private let style: TextStyle

  init(_ set: SetReport, worn: Placement, style: TextStyle) {
    self.set = set
    self.worn = worn
    self.style = style
  }

  var lines: [String] {
    [head] + doubt + explanation + holds + tempo + range + evenness + trend + pace + remarks
  }

  private static let titleColumns = 40
  private static let countColumns = 16
  private static let labelColumns = 14

  private var head: String {
    let title = Wording.sentenceStart(set.plan.title)
    let count = Self.padded(counted, to: Self.countColumns)
    return style.strong(Self.padded(title, to: Self.titleColumns)) + count + status
  }

  private var counted: String {
    let isUnknown = set.outcome == .notMeasured || set.outcome == .notStarted
    return isUnknown && set.count == 0 ? "-" : set.plan.done(set.count)
  }

  private var status: String {
    if set.isDoubtful, set.outcome == .partlyDone { return style.caution("not sure") }
    return switch set.outcome {
    case .done: set.plan.target == nil ? "no target" : style.good("done")
    case .partlyDone: style.caution("partly done")
    case .notDone: style.caution("not done")
    case .notStarted: style.absent("not started")
    case .notMeasured: style.absent("not measured")
    case .stoppedForPain: style.caution("stopped for pain")
    }
  }

  private var explanation: [String] {
    switch set.outcome {
    case .done, .partlyDone: []
    case .notDone: sentence("The signal was good, and this exercise was not found in it.")
    case .notStarted: sentence("The session was over before this was begun.")
    case .notMeasured: unmeasured
    case .stoppedForPain:
      sentence(
        "Pain\(set.pain.map { " of \($0) out of 10" } ?? "") was noted, and stopping was right. "
          + "Please tell your healthcare provider about it.")
    }
  }

  /// What else it could be, where that is more likely.
  private var doubt: [String] {
    guard set.isDoubtful, let confidence = set.confidence, set.outcome != .notMeasured else {
      return []
    }
    let seen = Wording.count(set.count, set.plan.exercise.kind.noun)
    return sentence(
      "\(seen) seen, but this could be \(Wording.alternative(confidence.alternative)) "
        + "(confidence \(Wording.percent(confidence.probability))); it meets no target.")
  }

  /// Where to wear the sensor instead is a note on the whole report, once for all sets of an
  /// exercise.
  private var unmeasured: [String] {
    guard set.plan.exercise.placements.contains(worn) else { return [] }
    return sentence(
      "The signal was missing or unusable, so nothing can be said about whether this was done.")
  }

  private var holds: [String] {
    let listed = set.holds.filter { $0.verdict != .notLikeTheOthers }
    guard !listed.isEmpty else { return [] }
    let asked = set.plan.target?.holdRange.map { row("asked", $0) } ?? []
    return asked + row("held", list: listed.map(held))
  }

  private func held(_ hold: Hold) -> String {
    let time = Wording.seconds(hold.seconds)
    return switch hold.verdict {
    case .ok, .tooFast, .notLikeTheOthers: time
    case .tooLong: "\(time) (too long)"
    case .short: "\(time) (too short)"
    case .partial: "\(time) (partial)"
    case .unfinished: "\(time) (interrupted)"
    }
  }

  private var tempo: [String] {
    let counted = set.reps.filter(\.isCounted)
    let phases = ["out", "turn", "back", "rest"].enumerated().compactMap { index, phase in
      Self.median(counted.compactMap { $0.tempo.indices.contains(index) ? $0.tempo[index] : nil })
        .map { "\(phase) \(Wording.seconds($0))" }
    }
    return phases.isEmpty ? [] : row("usual tempo", phases.joined(separator: ", "))
  }

  private var range: [String] {
    let counted =
      set.reps.filter(\.isCounted).compactMap(\.rangeDegrees)
      + set.holds.filter(\.isCounted).compactMap(\.rangeDegrees)
    guard let usual = Self.median(counted), let least = counted.min(), let most = counted.max()
    else { return [] }
    let ends = [least, most].map { Wording.fixed($0) }
    let spread = ends[0] == ends[1] ? "" : " (from \(ends[0]) to \(ends[1]))"
    return row("range", "\(Wording.fixed(usual)) degrees of sensor turn\(spread)")
  }

  /// Of repetitions only: holds are listed one by one.
  private var evenness: [String] {
    guard set.plan.exercise.kind == .cycle else { return [] }
    let consistency = set.consistency
    let figures = [
      ("range", consistency.rangeVariationFraction), ("time", consistency.secondsVariationFraction),
    ].compactMap { what, fraction in fraction.map { (what, "by \(Wording.percent($0))") } }
    guard let (what, size) = figures.first else { return [] }
    let others = figures.dropFirst().map { ", \($0) \($1)" }.joined()
    return row("evenness", "\(what) varies \(size)\(others)")
  }

  /// A smaller change from the first to the last movement is not worth a line.
  private static let smallestReportedChange = 0.1

  private var trend: [String] {
    let trends = [("range", set.rangeTrend), ("time", set.secondsTrend)]
    let changes = trends.compactMap { what, trend in
      trend.flatMap(Self.described).map { "\(what) \($0)" }
    }
    let noun = set.plan.exercise.kind.noun
    guard !changes.isEmpty else { return [] }
    return row("trend", Wording.list(changes, "and") + " from first to last \(noun)")
  }

  private static func described(_ trend: Trend) -> String? {
    guard trend.isClear, abs(trend.changeFraction) >= smallestReportedChange else { return nil }
    return (trend.changeFraction < 0 ? "fell" : "rose")
      + " by \(Wording.percent(abs(trend.changeFraction)))"
  }

  private var pace: [String] {
    guard let pace = set.pace, pace.fasterReps > 0 else { return [] }
    let usual = Wording.seconds(pace.medianSeconds)
    let slow = Wording.prescribed(pace.slowRepSeconds)
    return row(
      "pace",
      "\(usual) a rep; \(pace.fasterReps) of \(set.count) faster than the slow pace of \(slow) s")
  }

  private var remarks: [String] {
    remark("too fast", .tooFast) + remark("partial", .partial) + remark("short", .short)
      + remark("interrupted", .unfinished) + others
  }

  /// Which movements got a verdict, and when: the number counts all listed ones.
  private func remark(_ label: String, _ verdict: Verdict) -> [String] {
    let noun = set.plan.exercise.kind.noun
    let places = places(verdict).map { "\(noun) \($0.number) at \(Wording.clock($0.start))" }
    guard let last = places.last else { return [] }
    let items = places.dropLast() + [verdict.isCounted ? last : "\(last); not counted"]
    return row(label, list: Array(items))
  }

  /// Movements around the set, which are nobody's concern one by one.
  private var others: [String] {
    let starts = places(.notLikeTheOthers).map(\.start)
    guard let first = starts.min(), let last = starts.max() else { return [] }
    let time =
      starts.count == 1
      ? "at \(Wording.clock(first))"
      : "between \(Wording.clock(first)) and \(Wording.clock(last))"
    return row("other", "\(Wording.count(starts.count, "movement")) \(time); not counted")
  }

  private func places(_ verdict: Verdict) -> [(number: Int, start: Double)] {
    set.reps.filter { $0.verdict == verdict }.map { ($0.number, $0.start) }
      + set.holds.filter { $0.verdict == verdict }.map { ($0.number, $0.start) }
  }

  private func sentence(_ text: String) -> [String] { Wording.wrapped(text, first: "  ") }

  private func row(_ label: String, _ text: String) -> [String] {
    Wording.wrapped(text, first: Self.padded("  \(label)", to: Self.labelColumns))
  }

  private func row(_ label: String, list items: [String]) -> [String] {
    Wording.wrapped(list: items, first: Self.padded("  \(label)", to: Self.labelColumns))
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text.count < width ? text + String(repeating: " ", count: width - text.count) : text + " "
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
