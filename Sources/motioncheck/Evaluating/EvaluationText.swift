import MotionCore
import MotionTuning

/// An evaluation for a person: tables of scores, then the sets that were measured worst.
struct EvaluationText {
  private static let total = "total"

  private let evaluation: Evaluation
  private let columns: [String]
  private let worst: Int

  init(_ evaluation: Evaluation, columns: [String], worst: Int) {
    self.evaluation = evaluation
    self.columns = columns
    self.worst = worst
  }

  var lines: [String] {
    let groups = evaluation.groups(by: columns)
    let total = ScoreTable.Row(
      names: [Self.total] + columns.dropFirst().map { _ in "" },
      score: Score(evaluation.places.map(\.set)))
    let table = ScoreTable(columns: columns, rows: groups + subtotals(groups) + [total]).lines
    return table + evaluation.worst(worst).flatMap { [""] + Self.lines(of: $0) }
  }

  /// One row for each value of the first column, where that is not what the groups are.
  private func subtotals(_ groups: [ScoreTable.Row]) -> [ScoreTable.Row] {
    let rows = columns.count > 1 ? evaluation.groups(by: [columns[0]]) : []
    guard rows.count > 1 else { return [] }
    return rows.map {
      ScoreTable.Row(
        names: $0.names + [Self.total] + columns.dropFirst(2).map { _ in "" }, score: $0.score)
    }
  }

  private static func lines(of place: Evaluation.Place) -> [String] {
    let set = place.set
    let side = set.plan.side.map { " \($0.rawValue)" } ?? ""
    let title = "\(place.recording.entry.file): \(set.plan.exercise.id)\(side)"
    return ["\(title), counted \(set.count), true \(set.truth.count)"] + set.story
  }
}

extension Evaluation {
  /// The score of each group of sets that agree in these columns, in the order of their names.
  func groups(by columns: [String]) -> [ScoreTable.Row] {
    let grouped = Dictionary(grouping: places) { place in
      columns.map { place.recording.value(of: $0, for: place.set) }
    }
    return grouped.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { ScoreTable.Row(names: $0.key, score: Score($0.value.map(\.set))) }
  }
}

extension EvaluatedRecording {
  /// The value of a column for a set: within a programme each set has its own exercise.
  func value(of column: String, for set: SetComparison) -> String {
    let own = column == "exercise" ? set.plan.exercise.id : nil
    return (isProgram ? own : nil) ?? entry[column] ?? own ?? "-"
  }
}
