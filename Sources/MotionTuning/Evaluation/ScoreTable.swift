import MotionReport

/// Scores of groups of sets as plain text: a table of counts, and others of events, of holds and of
/// sets that were not done, each where there are any.
package struct ScoreTable: Sendable {
  /// A group of sets: its name in each of the table's leading columns, and its score.
  package struct Row: Sendable {
    /// One name for each leading column.
    package var names: [String]
    /// How well the group was measured.
    package var score: Score

    /// A row from its parts.
    package init(names: [String], score: Score) {
      self.names = names
      self.score = score
    }
  }

  private let columns: [String]
  private let rows: [Row]

  /// A table whose leading columns have these headings.
  package init(columns: [String], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  /// The text, line by line.
  package var lines: [String] {
    [
      section("Counts", Self.counts) { $0.sets > 0 },
      section("Labelled repetitions and holds", Self.events) { $0.recalled.total > 0 },
      section("Labelled holds", Self.holds) { $0.holdErrorSeconds.count > 0 },
      section("Sets in which nothing was done", Self.notDone) { $0.notDoneReported.total > 0 },
    ].filter { !$0.isEmpty }.joined(separator: [""]).map(\.self)
  }

  private typealias Column = (heading: String, text: @Sendable (Score) -> String)

  private func section(
    _ title: String, _ figures: [Column], where isShown: (Score) -> Bool
  ) -> [String] {
    var table = TextTable(words: columns, figures: figures.map(\.heading))
    for row in rows where isShown(row.score) {
      table.add(row.names + figures.map { $0.text(row.score) })
    }
    return table.isEmpty ? [] : [title] + table.lines
  }

  private static let counts: [Column] = [
    ("sets", { "\($0.sets)" }),
    ("exact", { $0.exact.fraction.fixed(2) }),
    ("+-1", { $0.withinOne.fraction.fixed(2) }),
    ("mean |error|", { $0.meanAbsoluteError.fixed(2) }),
    ("bias", { $0.bias.fixed(2) }),
    ("+-1 with partial", { $0.movementsWithinOne.fraction.fixed(2) }),
    ("latency (s)", { $0.latencySeconds.median.fixed(2) }),
    ("95 %", { $0.latencySeconds.percentile(95).fixed(2) }),
  ]

  private static let events: [Column] = [
    ("labels", { "\($0.recalled.total)" }),
    ("precision", { $0.precise.fraction.fixed(3) }),
    ("recall", { $0.recalled.fraction.fixed(3) }),
    ("F1", { $0.f1.fixed(3) }),
    ("boundary error s", { $0.boundaryErrorSeconds.mean.fixed(2) }),
    ("count accuracy", { $0.countAccuracy.fraction.fixed(3) }),
    ("partial", { "\($0.partialFlagged.total)" }),
    ("flagged", { $0.partialFlagged.fraction.fixed(2) }),
  ]

  private static let holds: [Column] = [
    ("holds found", { "\($0.holdErrorSeconds.count)" }),
    ("mean |error| s", { $0.holdErrorSeconds.mean.fixed(2) }),
    ("95 % s", { $0.holdErrorSeconds.percentile(95).fixed(2) }),
    ("largest s", { $0.holdErrorSeconds.largest.fixed(2) }),
  ]

  private static let notDone: [Column] = [
    ("sets", { "\($0.notDoneReported.total)" }),
    ("reported not-done", { $0.notDoneReported.fraction.fixed(2) }),
  ]
}
