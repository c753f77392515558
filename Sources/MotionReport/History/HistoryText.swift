import Foundation
import MotionCore

/// The history for a person: weeks, exercises, and the newest sessions.
package struct HistoryText {
  /// So many sessions and weeks are listed, the newest ones.
  package static let listed = 12

  private let sessions: [PastSession]
  private let isWhole: Bool

  /// - Parameter isWhole: whether all sessions and weeks are listed.
  package init(_ sessions: [PastSession], isWhole: Bool = false) {
    self.sessions = sessions
    self.isWhole = isWhole
  }

  /// The lines.
  package var lines: [String] {
    guard !sessions.isEmpty else {
      return [
        "No session is in the history yet.",
        "'motioncheck live' adds each session, 'motioncheck replay --save' a recorded one.",
      ]
    }
    let tables = [weeks, exercises, newest].filter { $0.count > TextTable.headLines }
    return [head] + tables.flatMap { [""] + $0 }
  }

  private var head: String { Self.head(sessions) }

  /// How many sessions, from when to when.
  static func head(_ sessions: [PastSession]) -> String {
    let dates = sessions.compactMap(\.date)
    let count = Wording.count(sessions.count, "session")
    guard let first = dates.min(), let last = dates.max() else { return count }
    let days = [first, last].map { ReadableTime.day($0) }
    return days[0] == days[1] ? "\(count) on \(days[0])" : "\(count) from \(days[0]) to \(days[1])"
  }

  private var weeks: [String] {
    let weeks = Adherence(sessions).weeks
    return TextTable(
      words: ["week of"], figures: ["sessions", "sets done", "most pain"],
      rows: weeks.suffix(isWhole ? weeks.count : Self.listed).map { week in
        [
          ReadableTime.day(week.monday),
          "\(week.sessions)" + (week.asked.map { " of \($0)" } ?? ""),
          "\(week.doneSets) of \(week.sets)", week.pain.map { "\($0)" } ?? "-",
        ]
      }
    ).lines
  }

  private var exercises: [String] {
    let table = ExerciseTable(sessions)
    return table.text
  }

  /// Letters of what was said that fit beside the rest; the page and the exports have all of it.
  private static let longestSaid = 40

  private static func shortened(_ note: String) -> String {
    note.count > longestSaid ? note.prefix(longestSaid - 1) + "\u{2026}" : note
  }

  private var newest: [String] {
    TextTable(
      words: ["session", "when", "what", "sets done", "corrected", "effort", "said"], figures: [],
      rows: sessions.suffix(isWhole ? sessions.count : Self.listed).map { session in
        [
          session.id.map { "\($0)" } ?? "-",
          session.date.map(ReadableTime.minute) ?? "not known",
          session.program ?? session.sets.first?.exercise ?? "-",
          "\(session.doneSets) of \(session.sets.count)",
          session.sets.contains { $0.corrected != nil } ? "by hand" : "",
          session.remark.effortWords ?? "", Self.shortened(session.remark.note ?? ""),
        ]
      }
    ).lines
  }
}
