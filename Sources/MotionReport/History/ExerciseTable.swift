import MotionCore

/// What sessions show of each exercise: the same rows for the terminal, for a page, and at the end
/// of several recordings.
struct ExerciseTable {
  /// What the columns are.
  let heads = ["exercise", "sets done", "usual count", "usual time", "usual range", "most pain"]
  /// One row an exercise and side.
  let rows: [[String]]

  /// - Parameter hasTitles: whether exercises have their titles instead of their ids.
  init(_ sessions: [PastSession], hasTitles: Bool = false) {
    rows = ExerciseHistory.all(in: sessions).map { history in
      [
        hasTitles ? history.title : history.name, "\(history.doneSets) of \(history.sets.count)",
        Self.usual(history.sets.map { Double($0.count) }, decimals: 0, ""),
        Self.usual(history.times, decimals: 1, " s"),
        Self.usual(history.ranges, decimals: 0, " deg"), history.pain.map { "\($0)" } ?? "-",
      ]
    }
  }

  /// The table for a terminal.
  var text: [String] {
    TextTable(words: [heads[0]], figures: Array(heads.dropFirst()), rows: rows).lines
  }

  /// The table for a page, under its heading; empty where there is no exercise.
  var markup: Markup {
    guard !rows.isEmpty else { return .empty }
    return .element(
      "section", [:],
      [
        HeadingLevel.second.heading("Exercises"),
        .table(
          caption: "Middle values of all sessions; the range is how far the sensor turned.",
          heads: heads.map(Wording.sentenceStart), rows: rows.map { $0.map(Markup.name) }),
      ])
  }

  private static func usual(_ values: [Double], decimals: Int, _ unit: String) -> String {
    values.middle.map { Wording.fixed($0, decimals: decimals) + unit } ?? "-"
  }
}

extension ExerciseHistory {
  /// The exercise with its side.
  var name: String { named(exercise) }

  /// The same as a title.
  var title: String {
    named(Wording.sentenceStart(Exercise.named(exercise)?.title ?? exercise))
  }

  private func named(_ exercise: String) -> String {
    exercise + (side.map { ", \($0.rawValue)" } ?? "")
  }
}
