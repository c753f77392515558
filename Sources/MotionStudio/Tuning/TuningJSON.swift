import MotionCore
import MotionReport
import MotionTuning

/// What a tuning came to, for the page: figures, advice, thresholds, and how the figures depend on
/// each.
struct TuningJSON {
  let json: JSON

  init(_ result: TuningResult, recordings: [TuningRecording]) {
    let text = TuningText(result, recordings: recordings)
    json = [
      "stage": "over", "exercise": .string(result.start.id),
      "advice": .string(text.advice.joined(separator: " ")),
      "isRecommended": .bool(result.advice == .recommended),
      "isComplete": .bool(result.heldOut != nil),
      "heldOutOf": .string(Self.parts(result.folds)),
      "figures": [
        "before": CorpusScore.figures(Score(result.before)),
        "found": CorpusScore.figures(Score(result.after)),
        "heldOut": result.heldOut.map { CorpusScore.figures(Score($0)) } ?? .null,
      ],
      "values": .array(
        result.tuned.parameters.values.map { [.string($0.name), .number($0.value)] }),
      "changed": .array(result.changed.map { .string($0.name) }),
      "sensitivity": .array(result.sensitivity.map(Self.sensitivity)),
      "measured": .integer(result.measured),
    ]
  }

  private static func parts(_ folds: Folds) -> String {
    let what = folds.isBySubject ? "people" : "recordings of one person"
    return "\(folds.parts.count) parts of \(what)"
  }

  /// A curve and the range that is as right, for the slider.
  static func sensitivity(_ item: Sensitivity) -> JSON {
    [
      "name": .string(item.parameter.name),
      "low": .number(item.parameter.range.lowerBound),
      "high": .number(item.parameter.range.upperBound),
      "isLogarithmic": .bool(item.parameter.scale == .logarithmic),
      "value": .number(item.value), "start": .number(item.start),
      "steadyLow": .number(item.steadyRange.lowerBound),
      "steadyHigh": .number(item.steadyRange.upperBound),
      "points": .array(
        item.points.map { [.number($0.value), .number($0.exactShare)] }),
    ]
  }
}
