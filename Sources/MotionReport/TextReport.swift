import MotionCore

/// The report of a session for the person who exercised and for the therapist.
///
/// It states what was found, calmly: no praise, no push, no diagnosis. What was not done and what
/// could not be measured are never mixed up.
package struct TextReport: Sendable {
  private let report: SessionReport
  private let context: ReportContext
  private let style: TextStyle

  /// The report of a session, in plain text or with the colours of a terminal.
  package init(_ report: SessionReport, context: ReportContext, style: TextStyle = .plain) {
    self.report = report
    self.context = context
    self.style = style
  }

  /// The lines of the report, at most `Wording.columns` wide where no single word is longer.
  package var lines: [String] {
    let blocks =
      [head] + report.sets.map { SetText($0, worn: report.placement, style: style).lines }
    return Array((blocks + [signal] + warnings + [[closing]]).joined(separator: [""]))
  }

  private var head: [String] {
    let facts = [
      context.recordedAt.map { "recorded \($0)" },
      context.device,
      "sensor \(report.placement.phrase)",
      context.parameters.map { "thresholds of \($0)" },
    ]
    return [style.strong(context.title)]
      + (context.recording.map { [$0] } ?? [])
      + Wording.wrapped(facts.compactMap(\.self).joined(separator: ", "))
  }

  private var signal: [String] {
    let quality = report.quality
    guard quality.samples > 0 else { return ["Signal: no samples"] }
    let facts = [
      Wording.duration(quality.seconds),
      quality.rateHertz.map { "\(Wording.fixed($0)) samples a second" },
      quality.hasGyroscope ? "accelerometer and gyroscope" : "accelerometer only",
      gaps(quality.gaps),
      quality.saturatedSamples > 0
        ? Wording.count(quality.saturatedSamples, "sample") + " at the sensor's limit" : nil,
    ]
    return Wording.wrapped(facts.compactMap(\.self).joined(separator: ", "), first: "Signal: ")
  }

  /// More gaps than this are counted and not listed one by one.
  private static let listedGaps = 4

  private func gaps(_ gaps: [Gap]) -> String {
    guard !gaps.isEmpty else { return "no gaps" }
    let lost = gaps.reduce(0) { $0 + $1.end - $1.start }
    let places =
      gaps.count > Self.listedGaps
      ? ""
      : " at " + Wording.list(gaps.map { Wording.clock($0.start) }, "and")
    return "\(Wording.count(gaps.count, "gap"))\(places) (\(Wording.duration(lost)) without signal)"
  }

  private var warnings: [[String]] {
    guard !report.warnings.isEmpty else { return [] }
    return [["Please note"] + report.warnings.flatMap { Wording.wrapped($0, first: "- ") }]
  }

  /// The one line that says how it went.
  private var closing: String {
    let aimed = report.sets.filter { $0.isTargetMet != nil }
    let met = aimed.count { $0.isTargetMet == true && $0.outcome != .stoppedForPain }
    guard let first = aimed.first else { return untargeted }
    if met == aimed.count {
      return style.good(
        met == 1 ? "Done as prescribed." : "All \(met) sets were done as prescribed.")
    }
    let summary = aimed.count == 1 ? Self.single(first) : Self.tally(met, of: aimed)
    return style.caution(summary + ".")
  }

  private static func tally(_ met: Int, of aimed: [SetReport]) -> String {
    let others: [(Outcome, String)] = [
      (.notDone, "not done"), (.notStarted, "not started"), (.notMeasured, "not measured"),
      (.stoppedForPain, "stopped for pain"),
    ]
    let counts = others.compactMap { outcome, words in
      let count = aimed.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(words)"
    }
    return (["\(met) of \(aimed.count) sets as prescribed"] + counts).joined(separator: ", ")
  }

  private static func single(_ set: SetReport) -> String {
    if set.isDoubtful, set.outcome == .partlyDone { return "Not sure that it was done" }
    return switch set.outcome {
    case .done, .partlyDone: "Less than prescribed"
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
      ? "Nothing was asked for." : counted.joined(separator: "; ") + "; no target was set."
  }
}
