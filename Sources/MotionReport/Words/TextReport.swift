import MotionCore

/// The report of a session for the person who exercised and for the therapist.
///
/// It states what was found, calmly: no praise, no push, no diagnosis. What was not done and what
/// could not be measured are never mixed up. The sets come first, a line each, and one sentence
/// that names what is missing comes last.
package struct TextReport: Sendable {
  private let report: SessionReport
  private let context: ReportContext
  private let style: TextStyle
  private let columns: Int
  private let hasDetails: Bool

  /// The report of a session, in plain text or with the colours of a terminal.
  ///
  /// - Parameters:
  ///   - columns: how wide a line may be; a narrower one than `leastColumns` is taken for that.
  ///   - details: true to add tempo, range and the like of each set.
  package init(
    _ report: SessionReport, context: ReportContext, style: TextStyle = .plain,
    columns: Int = Wording.columns, details: Bool = false
  ) {
    self.report = report
    self.context = context
    self.style = style
    self.columns = max(columns, Self.leastColumns)
    hasDetails = details
  }

  /// Narrower than this no table of exercises can be read.
  package static let leastColumns = 30

  /// The lines of the report, none wider than `columns` where no single word is longer.
  package var lines: [String] {
    let summary = SessionSummary(report)
    let sets = SetLines(summary.sets, style: style, columns: columns).lines
    let details = hasDetails ? self.details : []
    let blocks = [head, sets] + details + [signal] + warnings
    let closing = Wording.wrapped(summary.closing, columns: columns)
      .map { summary.isMet ? style.good($0) : summary.hasTarget ? style.caution($0) : $0 }
    return Array((blocks.filter { !$0.isEmpty } + [closing]).joined(separator: [""]))
  }

  private var head: [String] {
    let facts = [
      context.device?.printableLine,
      "sensor \(report.placement.phrase)",
      context.parameters.map { "thresholds of \($0.printableLine)" },
    ]
    return [style.strong(context.title.printableLine)]
      + wrapped(context.patient) + wrapped(context.recordedAt.map { ReadableTime.text($0) })
      + (context.recording.map { [$0.printableLine] } ?? [])
      + Wording.wrapped(facts.compactMap(\.self).joined(separator: ", "), columns: columns)
      + wrapped(context.note) + wrapped(context.remark.words)
  }

  private func wrapped(_ text: String?) -> [String] {
    text.map { Wording.wrapped($0.printableLine, columns: columns) } ?? []
  }

  private static let labelColumns = 14

  private var details: [[String]] {
    report.sets.compactMap { set in
      let rows = SetFigures(set).rows
      guard !rows.isEmpty else { return nil }
      return [style.strong(Wording.sentenceStart(set.plan.title))]
        + rows.flatMap { row in
          Wording.wrapped(
            list: row.items, first: Wording.padded("  \(row.label)", to: Self.labelColumns),
            columns: columns)
        }
    }
  }

  /// How good the signal was; in a summary only where something was wrong with it.
  private var signal: [String] {
    let quality = report.quality
    let isSpotless = quality.gaps.isEmpty && quality.saturatedSamples == 0 && quality.samples > 0
    guard hasDetails || !isSpotless else { return [] }
    return Wording.wrapped(
      QualityWords(quality).facts.joined(separator: ", "), first: "Signal: ", columns: columns)
  }

  private var warnings: [[String]] {
    guard !report.warnings.isEmpty else { return [] }
    return [
      ["Please note"]
        + report.warnings.flatMap {
          Wording.wrapped($0.printableLine, first: "- ", columns: columns)
        }
    ]
  }
}

/// The sets of a session, a line each, as a table where there is room for one.
private struct SetLines {
  let sets: [SetSummary]
  let style: TextStyle
  let columns: Int

  init(_ sets: [SetSummary], style: TextStyle, columns: Int) {
    (self.sets, self.style, self.columns) = (sets, style, columns)
  }

  /// Less room than this for the remark, and it moves to a line of its own.
  private static let leastRemarkColumns = 24

  var lines: [String] {
    let title = (sets.map(\.title.count).max() ?? 0) + 2
    let done = (sets.map(\.done.count).max() ?? 0) + 2
    let indent = 2 + title + done
    return sets.flatMap { set -> [String] in
      let remark = set.status + (set.remark.map { ": \($0)" } ?? "")
      let cells = Wording.padded(set.title, to: title) + Wording.padded(set.done, to: done)
      let lines =
        columns - indent >= Self.leastRemarkColumns
        ? Wording.wrapped(remark, first: "\(set.mark) \(cells)", columns: columns)
        : ["\(set.title): \(set.done)", remark].enumerated().flatMap { line, text in
          Wording.wrapped(text, first: line == 0 ? "\(set.mark) " : "  ", columns: columns)
        }
      return lines.map { coloured($0, set) }
    }
  }

  private func coloured(_ line: String, _ set: SetSummary) -> String {
    switch set.standing {
    case .done: style.good(line)
    case .missed: style.caution(line)
    case .unknown: style.absent(line)
    }
  }
}
