import MotionCore

/// What a therapist would ask next about a set: how long, how fast, how far, how evenly, and what
/// became of each movement that was not counted.
struct SetFigures {
  /// One figure: what it is, and its value in pieces that are not broken apart.
  struct Row: Hashable {
    let label: String
    let items: [String]
    var text: String { items.joined(separator: ", ") }
  }

  private let set: SetReport

  init(_ set: SetReport) { self.set = set }

  /// All that is known, in the order in which it is read.
  var rows: [Row] {
    [asked, held, tempo, range, evenness, trend, pace].compactMap(\.self) + remarks
      + [others, confidence].compactMap(\.self)
  }

  private static func row(_ label: String, _ text: String) -> Row {
    Row(label: label, items: [text])
  }

  private var listedHolds: [Hold] { self.set.holds.filter { $0.verdict != .notLikeTheOthers } }

  private var asked: Row? {
    guard !listedHolds.isEmpty else { return nil }
    return set.plan.target?.holdRange.map { Self.row("asked", $0) }
  }

  private var held: Row? {
    listedHolds.isEmpty ? nil : Row(label: "held", items: listedHolds.map(held))
  }

  private func held(_ hold: Hold) -> String {
    let time = Wording.seconds(hold.seconds)
    return switch hold.verdict {
    case .ok, .tooFast, .notLikeTheOthers: time
    case .short: "\(time) (too short)"
    case .tooLong: "\(time) (too long)"
    case .partial: "\(time) (partial)"
    case .unfinished: "\(time) (interrupted)"
    }
  }

  private var tempo: Row? {
    let counted = set.reps.filter(\.isCounted)
    let phases = ["out", "turn", "back", "rest"].enumerated().compactMap { index, phase in
      counted.compactMap { $0.tempo.indices.contains(index) ? $0.tempo[index] : nil }.middle
        .map { "\(phase) \(Wording.seconds($0))" }
    }
    return phases.isEmpty ? nil : Self.row("usual tempo", phases.joined(separator: ", "))
  }

  private var range: Row? {
    let counted = set.countedRanges
    guard let usual = set.usualRangeDegrees, let least = counted.min(), let most = counted.max()
    else { return nil }
    let ends = [least, most].map { Wording.fixed($0) }
    let spread = ends[0] == ends[1] ? "" : " (from \(ends[0]) to \(ends[1]))"
    return Self.row("range", "\(Wording.fixed(usual)) degrees of sensor turn\(spread)")
  }

  /// Of repetitions only: holds are listed one by one.
  private var evenness: Row? {
    guard set.plan.exercise.kind == .cycle else { return nil }
    let consistency = set.consistency
    let figures = [
      ("range", consistency.rangeVariationFraction), ("time", consistency.secondsVariationFraction),
    ].compactMap { what, fraction in fraction.map { (what, "by \(Wording.percent($0))") } }
    guard let (what, size) = figures.first else { return nil }
    let others = figures.dropFirst().map { ", \($0) \($1)" }.joined()
    return Self.row("evenness", "\(what) varies \(size)\(others)")
  }

  /// A smaller change from the first to the last movement is not worth a line.
  private static let smallestReportedChange = 0.1

  private var trend: Row? {
    let trends = [("range", set.rangeTrend), ("time", set.secondsTrend)]
    let changes = trends.compactMap { what, trend in
      trend.flatMap(Self.described).map { "\(what) \($0)" }
    }
    let noun = set.plan.exercise.kind.noun
    guard !changes.isEmpty else { return nil }
    return Self.row("trend", Wording.list(changes, "and") + " from first to last \(noun)")
  }

  private static func described(_ trend: Trend) -> String? {
    guard trend.isClear, abs(trend.changeFraction) >= smallestReportedChange else { return nil }
    return (trend.changeFraction < 0 ? "fell" : "rose")
      + " by \(Wording.percent(abs(trend.changeFraction)))"
  }

  private var pace: Row? {
    guard let pace = set.pace, pace.fasterReps > 0 else { return nil }
    let usual = Wording.seconds(pace.medianSeconds)
    let slow = Wording.prescribed(pace.slowRepSeconds)
    return Self.row(
      "pace",
      "\(usual) a rep; \(pace.fasterReps) of \(set.count) faster than the slow pace of \(slow) s")
  }

  private var remarks: [Row] {
    [
      ("too fast", Verdict.tooFast), ("too long", .tooLong), ("partial", .partial),
      ("short", .short),
      ("interrupted", .unfinished),
    ].compactMap { remark($0, $1) }
  }

  /// Which movements got a verdict, and when; those that are counted with the number that they were
  /// called out with.
  private func remark(_ label: String, _ verdict: Verdict) -> Row? {
    let noun = set.plan.exercise.kind.noun
    let places = places(verdict).map { place in
      (place.number.map { "\(noun) \($0) " } ?? "") + "at \(Wording.clock(place.start))"
    }
    guard let last = places.last else { return nil }
    return Row(
      label: label,
      items: places.dropLast() + [verdict.isCounted ? last : "\(last); not counted"])
  }

  /// Movements around the set, which are nobody's concern one by one.
  private var others: Row? {
    let starts = places(.notLikeTheOthers).map(\.start)
    guard let first = starts.min(), let last = starts.max() else { return nil }
    let time =
      starts.count == 1
      ? "at \(Wording.clock(first))"
      : "between \(Wording.clock(first)) and \(Wording.clock(last))"
    return Self.row("other", "\(Wording.count(starts.count, "movement")) \(time); not counted")
  }

  private var confidence: Row? {
    self.set.confidence.map { Self.row("confidence", Wording.percent($0.probability)) }
  }

  private func places(_ verdict: Verdict) -> [(number: Int?, start: Double)] {
    let movements =
      set.reps.map { ($0.verdict, $0.start) } + set.holds.map { ($0.verdict, $0.start) }
    return zip(movements, set.countedNumbers).filter { $0.0.0 == verdict }
      .map { ($0.1, $0.0.1) }
  }
}
