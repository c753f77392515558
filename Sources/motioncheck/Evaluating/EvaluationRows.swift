import MotionCore
import MotionReport
import MotionTuning

extension SignalPlot {
  /// A recording with what was found in it and, below that, what truly happened.
  init(title: String, samples: [IMUSample], sets: [SetComparison]) {
    self.init(
      title: title,
      result: sets.map { "\($0.plan.exercise.id): counted \($0.count), true \($0.truth.count)" }
        .joined(separator: "; "),
      samples: samples,
      rows: [
        Plot.Row(title: "found", sets.flatMap(\.marks)),
        Plot.Row(title: "labelled", sets.flatMap(\.labelMarks)),
      ].filter { !$0.marks.isEmpty })
  }
}

extension SetComparison {
  /// What was found, the counted movements numbered.
  fileprivate var marks: [PlotMark] {
    var number = 0
    return found.map { event in
      number += event.verdict.isCounted ? 1 : 0
      let why = event.verdict.rawValue + (event.reason.map { ": \($0.words)" } ?? "")
      return PlotMark(
        span: event.span, form: event.verdict.form,
        number: event.verdict.isCounted ? number : nil, note: Self.note(event.span, why))
    }
  }

  /// What truly happened.
  fileprivate var labelMarks: [PlotMark] {
    var number = 0
    return (truth.events ?? []).map { label in
      number += label.isCounted ? 1 : 0
      return PlotMark(
        span: label.span, form: .label, number: label.isCounted ? number : nil,
        note: Self.note(label.span, label.isCounted ? "label" : "label, partial"))
    }
  }

  private static func note(_ span: ClosedRange<Double>, _ words: String) -> String {
    "\(span.lowerBound.fixed(2)) to \(span.upperBound.fixed(2)) s, \(words)"
  }
}
