import MotionCore

/// The charts of a set: a column for each movement that is, wholly or in part, the exercise.
struct SetCharts {
  private let set: SetReport

  init(_ set: SetReport) { self.set = set }

  /// Those for which there are figures, each with its name.
  var charts: [(name: String, chart: ColumnChart)] {
    let charts = [("Held", held), ("Range", range), ("Tempo", tempo)]
    return charts.compactMap { name, chart in
      chart.flatMap { $0.columns.isEmpty ? nil : (name: name, chart: $0) }
    }
  }

  private var held: ColumnChart? {
    guard set.plan.exercise.kind == .hold else { return nil }
    let target = set.plan.target
    let columns = set.holds.filter { $0.verdict != .notLikeTheOthers }.map { hold in
      ColumnChart.Column(
        number: hold.number, values: [hold.seconds], form: hold.verdict.form,
        note: "Hold \(hold.number): \(Wording.seconds(hold.seconds)), \(hold.verdict.words)")
    }
    return ColumnChart(
      title: "seconds of each hold" + (target?.holdRange.map { ", \($0) asked for" } ?? ""),
      unit: " s", columns: columns,
      asked: target?.holdSeconds.map { ($0, target?.holdSecondsMax) },
      askedTitle: target?.holdRange.map { "asked: \($0)" } ?? "")
  }

  private var range: ColumnChart? {
    let reps = set.reps.filter { $0.verdict != .notLikeTheOthers }
      .map { ($0.number, $0.rangeDegrees, $0.verdict) }
    let holds = set.holds.filter { $0.verdict != .notLikeTheOthers }
      .map { ($0.number, $0.rangeDegrees, $0.verdict) }
    let columns = (reps + holds).compactMap { number, degrees, verdict in
      degrees.map {
        ColumnChart.Column(
          number: number, values: [$0], form: verdict.form,
          note: "\(Wording.sentenceStart(set.plan.exercise.kind.noun)) \(number): "
            + "\(Wording.fixed($0))°, \(verdict.words)")
      }
    }
    return ColumnChart(
      title: "degrees that the sensor turned, each \(set.plan.exercise.kind.noun)", unit: "°",
      columns: columns)
  }

  private var tempo: ColumnChart? {
    guard set.plan.exercise.kind == .cycle else { return nil }
    let columns = set.reps.filter(\.isCounted).compactMap { repetition in
      let parts = repetition.tempo.prefix(3).compactMap(\.self)
      return parts.count < 3
        ? nil
        : ColumnChart.Column(
          number: repetition.number, values: parts, form: .counted,
          note: "Rep \(repetition.number): out \(Wording.seconds(parts[0])), "
            + "turn \(Wording.seconds(parts[1])), back \(Wording.seconds(parts[2]))")
    }
    return ColumnChart(
      title: "seconds of each rep; from below: out, turn, back", unit: " s", columns: columns)
  }
}
