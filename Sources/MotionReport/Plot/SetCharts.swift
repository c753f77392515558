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
    let columns = zip(set.holds, set.countedNumbers).filter { $0.0.isOfExercise }.map {
      hold, number in
      ColumnChart.Column(
        number: number, values: [hold.seconds], form: hold.verdict.form,
        note: "\(set.name(of: number)): \(Wording.seconds(hold.seconds)), \(hold.verdict.words)")
    }
    return ColumnChart(
      title: "seconds of each hold" + (target?.holdRange.map { ", \($0) asked for" } ?? ""),
      unit: " s", columns: columns,
      asked: target?.holdSeconds.map { ($0, target?.holdSecondsMax) },
      askedTitle: target?.holdRange.map { "asked: \($0)" } ?? "")
  }

  private var range: ColumnChart? {
    let movements =
      set.reps.map { ($0.verdict, $0.rangeDegrees) }
      + set.holds.map { ($0.verdict, $0.rangeDegrees) }
    let columns = zip(movements, set.countedNumbers).compactMap {
      movement, number -> ColumnChart.Column? in
      let (verdict, degrees) = movement
      guard verdict != .notLikeTheOthers, let degrees else { return nil }
      return ColumnChart.Column(
        number: number, values: [degrees], form: verdict.form,
        note: "\(set.name(of: number)): \(Wording.fixed(degrees))°, \(verdict.words)")
    }
    return ColumnChart(
      title: "degrees that the sensor turned, each \(set.plan.exercise.kind.noun)", unit: "°",
      columns: columns)
  }

  private var tempo: ColumnChart? {
    guard set.plan.exercise.kind == .cycle else { return nil }
    let columns = zip(set.reps, set.countedNumbers).compactMap {
      repetition, number -> ColumnChart.Column? in
      let parts = repetition.tempo.prefix(3).compactMap(\.self)
      guard repetition.isCounted, parts.count == 3 else { return nil }
      return ColumnChart.Column(
        number: number, values: parts, form: .counted,
        note: "\(set.name(of: number)): out \(Wording.seconds(parts[0])), "
          + "turn \(Wording.seconds(parts[1])), back \(Wording.seconds(parts[2]))")
    }
    return ColumnChart(
      title: "seconds of each rep; from below: out, turn, back", unit: " s", columns: columns)
  }
}

extension Hold {
  /// False for a movement around the exercise.
  fileprivate var isOfExercise: Bool { verdict != .notLikeTheOthers }
}
