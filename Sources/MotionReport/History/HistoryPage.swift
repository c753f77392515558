import Foundation
import MotionCore

/// The history as one page: a calendar of the weeks, each exercise's way over them, the sessions.
package struct HistoryPage {
  private let sessions: [PastSession]
  private let version: String
  private let calendar: Calendar

  /// A page of sessions, the oldest first.
  package init(_ sessions: [PastSession], version: String, calendar: Calendar = .weeks) {
    self.sessions = sessions
    self.version = version
    self.calendar = calendar
  }

  /// The document.
  package var html: String {
    let head = Markup.element(
      "header", [:],
      [.element("h1", [:], "Exercise history"), .element("p", [:], HistoryText.head(sessions))])
    return Page(
      title: "Exercise history",
      content: [
        .element(
          "article", ["class": "session history"],
          [head, weeks, exercises] + trends + [list])
      ], version: version
    ).html
  }

  private func section(_ title: String, _ content: [Markup]) -> Markup {
    .element("section", [:], [.element("h2", [:], title)] + content)
  }

  private var weeks: Markup {
    let rows = AdherenceCalendar(sessions, calendar: calendar).rows
    guard !rows.isEmpty else { return .empty }
    return section(
      "Weeks",
      [
        .table(
          caption: "A day's mark: ✓ everything that was prescribed, ◐ a part of it, – no session.",
          heads: ["Week of", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Sessions", "Most pain"],
          rows: rows, style: "calendar")
      ])
  }

  private var exercises: Markup { ExerciseTable(sessions, hasTitles: true).markup }

  private var trends: [Markup] {
    let charts = ExerciseTrend.all(in: sessions).map(\.markup)
    guard !charts.isEmpty else { return [] }
    return [
      section(
        "Over the weeks",
        [
          .element(
            "p", [:],
            """
            Each point is a set or, where they are many, the middle value of a week. The line is \
            the straight line nearest to all sets; with 95 % confidence it runs between the dashed \
            ones.
            """), .element("div", ["class": "charts"], charts),
        ])
    ]
  }

  private var list: Markup {
    section(
      "Sessions",
      [
        .element(
          "details", [:],
          [
            .element(
              "summary", [:], "\(Wording.count(sessions.count, "session")) as a table"),
            .table(
              caption: "Every session, the newest first.",
              heads: ["When", "What", "Sets done", "Counted", "Corrected", "Effort", "Said"],
              rows: sessions.reversed().map(row)),
          ])
      ])
  }

  private func row(_ session: PastSession) -> [Markup] {
    let counts = session.sets.map { set in
      set.prescribed.map { "\(set.count)/\($0)" } ?? "\(set.count)"
    }
    return [
      session.date.map(ReadableTime.minute) ?? "not known",
      session.program ?? session.sets.first?.exercise ?? "-",
      "\(session.doneSets) of \(session.sets.count)", counts.joined(separator: ", "),
      session.sets.contains { $0.corrected != nil } ? "by hand" : "",
      session.remark.effort.map { "\($0)" } ?? "", session.remark.note ?? "",
    ].map(Markup.name)
  }
}

/// The days of each week with what was done on them.
struct AdherenceCalendar {
  /// One row a week, the newest first: its first day, seven days, sessions of how many, pain.
  let rows: [[Markup]]

  init(_ sessions: [PastSession], calendar: Calendar) {
    var byDay: [Date: [PastSession]] = [:]
    for session in sessions {
      if let date = session.date {
        byDay[calendar.startOfDay(for: date), default: []].append(session)
      }
    }
    rows = Adherence(sessions, calendar: calendar).weeks.reversed().map { week in
      let days = (0..<7).map { number in
        let day = calendar.date(byAdding: .day, value: number, to: week.monday)
        return Self.cell(day.flatMap { byDay[calendar.startOfDay(for: $0)] } ?? [])
      }
      let asked = week.asked.map { " of \($0)" } ?? ""
      return [Markup(ReadableTime.day(week.monday))] + days + [
        Markup("\(week.sessions)\(asked)"), Markup(week.pain.map { "\($0)" } ?? "-"),
      ]
    }
  }

  private static func cell(_ sessions: [PastSession]) -> Markup {
    guard !sessions.isEmpty else { return day("–", "none", "no session") }
    let sets = sessions.reduce(0) { $0 + $1.sets.count }
    let done = sessions.reduce(0) { $0 + $1.doneSets }
    let note = "\(Wording.count(sessions.count, "session")), \(done) of \(sets) sets done"
    return done == sets ? day("✓", "met", note) : day("◐", "missed", note)
  }

  private static func day(_ mark: String, _ style: String, _ note: String) -> Markup {
    .element(
      "span", ["class": "day \(style)", "title": note, "role": "img", "aria-label": note], mark)
  }
}
