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
    let tables = [weeks, exercises, newest].filter { $0.count > 1 }
    return [head] + tables.flatMap { [""] + $0 }
  }

  private var head: String {
    let dates = sessions.compactMap(\.date)
    let count = Wording.count(sessions.count, "session")
    guard let first = dates.min(), let last = dates.max() else { return count }
    let days = [first, last].map { ReadableTime.day($0) }
    return days[0] == days[1] ? "\(count) on \(days[0])" : "\(count) from \(days[0]) to \(days[1])"
  }

  private var weeks: [String] {
    let weeks = Adherence(sessions).weeks
    return TextTable(
      ["week of", "sessions", "sets done", "most pain"],
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
    TextTable(
      ["exercise", "sets done", "usual count", "usual time", "usual range", "most pain"],
      rows: ExerciseHistory.all(in: sessions).map { history in
        [
          history.exercise + (history.side.map { ", \($0.rawValue)" } ?? ""),
          "\(history.doneSets) of \(history.sets.count)",
          Self.usual(history.sets.map { Double($0.count) }, decimals: 0, ""),
          Self.usual(history.times, decimals: 1, " s"),
          Self.usual(history.ranges, decimals: 0, " deg"),
          history.pain.map { "\($0)" } ?? "-",
        ]
      }
    ).lines
  }

  private static func usual(_ values: [Double], decimals: Int, _ unit: String) -> String {
    guard !values.isEmpty else { return "-" }
    let middle = values.sorted()[values.count / 2]
    return Wording.fixed(middle, decimals: decimals) + unit
  }

  private var newest: [String] {
    TextTable(
      ["session", "when", "what", "sets done", "corrected"],
      rows: sessions.suffix(isWhole ? sessions.count : Self.listed).map { session in
        [
          session.id.map { "\($0)" } ?? "-",
          session.date.map(ReadableTime.minute) ?? "not known",
          session.program ?? session.sets.first?.exercise ?? "-",
          "\(session.doneSets) of \(session.sets.count)",
          session.sets.contains { $0.corrected != nil } ? "by hand" : "",
        ]
      }
    ).lines
  }
}

/// Columns under headings, as wide as they need be.
struct TextTable {
  private static let space = 2

  let lines: [String]

  init(_ head: [String], rows: [[String]]) {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    lines = all.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count + Self.space)
      }
      let line = cells.joined()
      return String(
        line.prefix(
          (line.lastIndex { $0 != " " }).map {
            line.distance(from: line.startIndex, to: $0) + 1
          } ?? 0))
    }
  }
}
