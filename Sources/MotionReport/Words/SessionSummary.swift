import MotionCore

/// A session in one sentence that names what is missing.
struct SessionSummary {
  private let report: SessionReport
  /// Each set in a line.
  let sets: [SetSummary]

  init(_ report: SessionReport) {
    self.report = report
    sets = report.sets.map { SetSummary($0, worn: report.placement) }
  }

  /// Sets with a target; pain is never as prescribed.
  private var aimed: [(set: SetReport, summary: SetSummary)] {
    zip(report.sets, sets).filter { $0.0.isTargetMet != nil }.map { ($0.0, $0.1) }
  }

  /// True when all that was asked for was done.
  var isMet: Bool { !aimed.isEmpty && aimed.allSatisfy { Self.isMet($0.set) } }

  /// True when anything was asked for.
  var hasTarget: Bool { !aimed.isEmpty }

  private static func isMet(_ set: SetReport) -> Bool {
    set.isTargetMet == true && set.outcome != .stoppedForPain
  }

  /// The sentence, with its full stop.
  var closing: String {
    let missing = missing.isEmpty ? "" : "; missing: \(missing.joined(separator: ", "))"
    return "\(headline)\(missing)."
  }

  /// The sentence without what is missing, and without its full stop.
  var headline: String {
    guard let first = aimed.first else { return untargeted }
    let met = aimed.count { Self.isMet($0.set) }
    if met == aimed.count { return complete }
    if aimed.count == 1 { return Self.single(first.set, first.summary) }
    return "\(met) of \(aimed.count) sets as prescribed"
  }

  /// How all that was asked for was done: as prescribed, or with more than that.
  private var complete: String {
    let excesses = aimed.compactMap(\.summary.excess)
    guard let first = excesses.first else {
      return aimed.count == 1
        ? "Done as prescribed" : "All \(aimed.count) sets were done as prescribed"
    }
    return aimed.count == 1
      ? "Done, but \(first)"
      : "All \(aimed.count) sets were done, \(excesses.count) of them with more than prescribed"
  }

  /// What is missing of several sets, one phrase for each that was not done as prescribed.
  var missing: [String] {
    guard aimed.count > 1 else { return [] }
    return aimed.filter { !Self.isMet($0.set) }.map { Self.missing($0.set, $0.summary) }
  }

  private static func missing(_ set: SetReport, _ summary: SetSummary) -> String {
    let side = set.plan.side.map { "\($0.rawValue) " } ?? ""
    let title = side + set.plan.exercise.title
    if let count = summary.missing, set.outcome == .partlyDone, !set.isDoubtful {
      return "\(Wording.count(count, set.plan.exercise.kind.noun)) of \(title)"
    }
    return "\(title) (\(summary.status))"
  }

  private static func single(_ set: SetReport, _ summary: SetSummary) -> String {
    if set.isDoubtful, set.outcome == .partlyDone { return "Not sure that it was done" }
    return switch set.outcome {
    case .done, .partlyDone:
      "Less than prescribed"
        + (summary.missing.map { ": \(Wording.count($0, set.plan.exercise.kind.noun)) missing" }
          ?? "")
    case .notDone: "Not done in this recording"
    case .notStarted: "Not started in this recording"
    case .notMeasured: "Could not be measured"
    case .stoppedForPain: "Stopped because of pain"
    }
  }

  private var untargeted: String {
    let counted = report.sets.map { set in
      set.outcome == .notMeasured
        ? "Could not be measured"
        : "\(Wording.sentenceStart(set.plan.title)): "
          + Wording.count(set.count, set.plan.exercise.kind.noun)
    }
    return counted.isEmpty
      ? "Nothing was asked for" : counted.joined(separator: "; ") + "; no target was set"
  }
}
