import MotionCore

/// What several sessions come to, before the page of each: one line a session, one an exercise.
struct TogetherSection {
  private let reported: [ReportedSession]
  private let sessions: [PastSession]

  /// - Parameter reported: the sessions in the order in which they stand on the page.
  init(_ reported: [ReportedSession]) {
    self.reported = reported
    sessions = reported.map {
      PastSession(
        $0.report, recordedAt: $0.context.recordedAt, recording: $0.context.recording,
        remark: $0.context.remark)
    }
  }

  var markup: Markup {
    .element(
      "article", ["class": "session history together"],
      [
        .element("header", [:], [.element("p", [:], SessionsSummary(sessions).sentence + ".")]),
        list, ExerciseTable(sessions, hasTitles: true).markup,
      ])
  }

  private var list: Markup {
    .element(
      "section", [:],
      [
        HeadingLevel.second.heading("Sessions"),
        .table(
          caption:
            "Each session with how much of it was done; its date or file leads to its report.",
          heads: ["Session", "Sets done", "How it went", "What"],
          rows: zip(reported, sessions).enumerated().map { place, pair in
            row(pair.0, pair.1, number: place + 1)
          }, style: "wide"),
      ])
  }

  private func row(_ reported: ReportedSession, _ session: PastSession, number: Int) -> [Markup] {
    let context = reported.context
    let summary = SessionSummary(reported.report)
    let when = session.date.map(ReadableTime.minute) ?? context.recording ?? "session \(number)"
    return [
      .element("a", ["href": "#\(SessionSection.id(number))"], [.name(when)]),
      .element("span", ["class": "count"], "\(session.doneSets) of \(session.sets.count)"),
      .sign(summary.mark, summary.style, [Markup(summary.headline)]), .name(context.title),
    ]
  }
}
