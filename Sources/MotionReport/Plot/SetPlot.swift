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
          title: "degrees from rest", axis: .around(values, unit: "°"),
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
  /// All listed movements as marks, in the order of time, the counted ones numbered.
  package var marks: [PlotMark] {
    let repetitions = reps.map { repetition in
      (
        repetition.start...max(repetition.start, repetition.end), repetition.verdict,
        repetition.timeUnderTension, repetition.rangeDegrees
      )
    }
    let held = holds.map { hold in
      (
        hold.start...max(hold.start, hold.end), hold.verdict, hold.seconds as Double?,
        hold.rangeDegrees
      )
    }
    return zip(repetitions + held, countedNumbers).map { movement, number in
      let (span, verdict, seconds, range) = movement
      let facts = [
        verdict.words, seconds.map { Wording.seconds($0) },
        range.map { "\(Wording.fixed($0))°" },
      ]
      return PlotMark(
        span: span, form: verdict.form, number: number,
        note: "\(name(of: number)) at \(Wording.clock(span.lowerBound)): "
          + facts.compactMap(\.self).joined(separator: ", "))
    }
  }

  /// For each listed movement its number among those counted, as it was called out; nil for those
  /// that were not counted.
  var countedNumbers: [Int?] {
    var number = 0
    return (reps.map(\.isCounted) + holds.map(\.isCounted)).map { isCounted in
      number += isCounted ? 1 : 0
      return isCounted ? number : nil
    }
  }

  /// What a movement is called, `Rep 3`, or `Movement` where it has no number.
  func name(of number: Int?) -> String {
    number.map { "\(Wording.sentenceStart(plan.exercise.kind.noun)) \($0)" } ?? "Movement"
  }
}
