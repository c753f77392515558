import MotionCore

/// The movement signal of one set with what was counted in it and what was not.
struct SetPlot {
  /// What is shown before and after the set, in seconds.
  private static let marginSeconds = 3.0

  /// The plot.
  let plot: Plot

  /// Nil where there is no signal of the set.
  init?(_ set: SetReport, trace: MovementTrace?, gaps: [Gap]) {
    guard let trace, let window = Self.window(of: set) else { return nil }
    let points = trace.points.filter { window.contains($0.seconds) }
    let values = points.compactMap(\.degrees)
    guard !values.isEmpty else { return nil }
    let marks = set.marks.filter { $0.span.overlaps(window) }
    plot = Plot(
      title: Self.title(set, marks), axis: .time(window), rows: [Plot.Row(marks)],
      panels: [
        Plot.Panel(
          title: "degrees from rest, along the movement", axis: .around(values, unit: "°"),
          curves: [Plot.Curve(points.map { (x: $0.seconds, y: $0.degrees) })])
      ], gaps: gaps)
  }

  /// From a little before the first movement of the exercise to a little after the last.
  static func window(of set: SetReport) -> ClosedRange<Double>? {
    let spans = set.marks.filter { $0.form != .other }.map(\.span)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
    else { return nil }
    return max(0, first - marginSeconds)...last + marginSeconds
  }

  private static func title(_ set: SetReport, _ marks: [PlotMark]) -> String {
    let others = marks.count { !$0.form.isCounted }
    let counted = "\(Wording.count(set.count, set.plan.exercise.kind.noun)) counted"
    return others == 0 ? counted : "\(counted), \(Wording.count(others, "movement")) not counted"
  }
}

extension PlotMark.Form {
  /// True for what enters the count.
  var isCounted: Bool { self == .counted || self == .warned }
}

extension SetReport {
  /// All listed movements as marks, in the order of time, numbered as the table numbers them.
  package var marks: [PlotMark] {
    let repetitions = reps.map { repetition in
      PlotMark(
        span: repetition.start...max(repetition.start, repetition.end),
        form: repetition.verdict.form, number: Self.number(repetition.number, repetition.verdict),
        note: "Rep \(repetition.number) at \(Wording.clock(repetition.start)): "
          + repetition.verdict.words + Self.range(repetition.rangeDegrees)
          + (repetition.timeUnderTension.map { ", \(Wording.seconds($0))" } ?? ""))
    }
    let held = holds.map { hold in
      PlotMark(
        span: hold.start...max(hold.start, hold.end), form: hold.verdict.form,
        number: Self.number(hold.number, hold.verdict),
        note: "Hold \(hold.number) at \(Wording.clock(hold.start)): "
          + "\(hold.verdict.words), \(Wording.seconds(hold.seconds))"
          + Self.range(hold.rangeDegrees))
    }
    return (repetitions + held).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private static func number(_ number: Int, _ verdict: Verdict) -> Int? {
    verdict == .notLikeTheOthers ? nil : number
  }

  private static func range(_ degrees: Double?) -> String {
    degrees.map { ", \(Wording.fixed($0))°" } ?? ""
  }
}
