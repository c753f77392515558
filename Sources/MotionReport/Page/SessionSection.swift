import MotionCore

/// One session on a page: who and when, how it went, each set, and what it was measured with.
struct SessionSection {
  private let session: ReportedSession
  private let number: Int
  private let level: HeadingLevel
  private let summary: SessionSummary

  /// - Parameter level: of the session's own heading.
  init(_ session: ReportedSession, number: Int, level: HeadingLevel) {
    self.session = session
    self.number = number
    self.level = level
    summary = SessionSummary(session.report)
  }

  /// What links lead to, on a page of several sessions.
  static func id(_ number: Int) -> String { "session\(number)" }

  var markup: Markup {
    let sets = session.report.sets.indices.map { index in
      SetSection(
        session.report.sets[index], summary: summary.sets[index],
        trace: session.signal(of: index), gaps: session.report.quality.gaps,
        id: "\(Self.id(number))-set\(index + 1)", level: level.next
      ).markup
    }
    return .element(
      "article", ["class": "session"],
      [head, verdict, overview, warnings, .element("div", ["class": "sets"], sets)]
        + SideComparison(session.report, level: level.next).markup
        + MeasurementSection(session, level: level.next).markup)
  }

  private var head: Markup {
    let context = session.context
    let note = context.note.map { Markup.element("p", ["class": "note"], [.name($0)]) }
    let facts: [(String, Markup?)] = [
      ("Name", context.patient.map(Markup.name)),
      ("When", context.recordedAt.map { .name(ReadableTime.text($0)) }),
      ("Length", Markup(Wording.duration(session.report.quality.seconds))),
      ("Sensor", context.device.map(Markup.name)),
      ("Worn", Markup(session.report.placement.phrase)),
      ("Recording", context.recording.map(Markup.name)),
      ("Effort", context.remark.effortWords.map { Markup($0) }),
      ("Said", context.remark.note.map(Markup.name)),
    ]
    return .element(
      "header", [:],
      [level.heading([.name(context.title)], id: Self.id(number)), .facts(facts)]
        + (note.map { [$0] } ?? []))
  }

  private var verdict: Markup {
    let missing = summary.missing.joined(separator: ", ")
    return .element(
      "p", ["class": "verdict \(summary.style)"],
      [
        .element("span", ["class": "sign", "aria-hidden": "true"], summary.mark),
        .element(
          "span", [:],
          [
            .element("strong", [:], summary.headline + (missing.isEmpty ? "." : ";")),
            Markup(missing.isEmpty ? "" : " missing: \(missing)."),
          ]),
      ])
  }

  private var overview: Markup {
    let rows = zip(session.report.sets, summary.sets).map { set, summary -> [Markup] in
      let status = summary.status + (summary.remark.map { ": \($0)" } ?? "")
      return [
        Markup(summary.title),
        .element("span", ["class": "count"], summary.done),
        .sign(summary.mark, summary.style, [Markup(status)]),
        Markup(Self.range(set)),
        Markup(Self.seconds(set)),
      ]
    }
    return .element(
      "section", ["class": "overview"],
      [
        level.next.heading("Prescribed and done"),
        .table(
          caption: "Each set with what was done of what was prescribed. "
            + "Range and time are the middle value of the counted movements.",
          heads: ["Exercise", "Done", "How it went", "Range", "Time each"], rows: rows,
          style: "wide"),
      ])
  }

  private static func range(_ set: SetReport) -> String {
    set.usualRangeDegrees.map { "\(Wording.fixed($0))°" } ?? "-"
  }

  private static func seconds(_ set: SetReport) -> String {
    set.usualSeconds.map { Wording.seconds($0) } ?? "-"
  }

  private var warnings: Markup {
    let warnings = session.report.warnings
    guard !warnings.isEmpty else { return .empty }
    return .element(
      "section", ["class": "warnings"],
      [
        level.next.heading("Please note"),
        .element(
          "ul", [:],
          warnings.map { .element("li", [:], [.name(Wording.sentenceStart($0) + ".")]) }),
      ])
  }
}

extension Markup {
  /// How something went: a mark that needs no colour, and words.
  static func sign(_ mark: String, _ style: String, _ words: [Markup]) -> Markup {
    .element(
      "span", ["class": "status \(style)"],
      [
        .element("span", ["class": "sign", "aria-hidden": "true"], mark),
        .element("span", [:], words),
      ])
  }
}

extension SessionSummary {
  /// Its class in the style sheet.
  var style: String { isMet ? "met" : hasTarget ? "missed" : "open" }

  /// Its mark.
  var mark: String { isMet ? "✓" : hasTarget ? "◐" : "–" }
}

extension SetSummary {
  /// Its class in the style sheet.
  var style: String {
    switch standing {
    case .done: "met"
    case .missed: "missed"
    case .unknown: "open"
    }
  }
}
