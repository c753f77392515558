import MotionCore
import MotionReport
import MotionTuning

/// A set as the page shows it: its movements, each with what decided, and the signal.
struct DetectedSet {
  private let set: SetReport
  private let explanation: SetExplanation?

  init(_ set: SetReport, _ explanation: SetExplanation?) {
    self.set = set
    self.explanation = explanation
  }

  var json: JSON {
    [
      "exercise": .string(set.plan.exercise.id),
      "title": .string(Wording.sentenceStart(set.plan.title)),
      "side": JSON(set.plan.side?.rawValue),
      "kind": .string(set.plan.exercise.kind.rawValue),
      "number": .integer(set.plan.number), "of": .integer(set.plan.of),
      "target": JSON(set.plan.target?.reps),
      "holdSeconds": JSON(set.plan.target?.holdSeconds),
      "count": .integer(set.count),
      "outcome": .string(set.outcome.rawValue),
      "confidence": JSON(set.confidence?.probability),
      "start": JSON(set.start), "end": JSON(set.end),
      "movements": .array(movements),
      "signal": signal,
      "levels": .array(
        (explanation?.levels ?? []).map {
          ["name": .string($0.name), "degrees": .number($0.degrees)]
        }),
    ]
  }

  // MARK: - Movements

  /// Listed movements, then those that were only looked at, in the order of time.
  private var movements: [JSON] {
    let explained = explanation?.movements ?? []
    var number = 0
    let events = self.set.events
    let listed = events.map { event -> (Double, JSON) in
      number += event.verdict.isCounted ? 1 : 0
      let why = explained.first { $0.span.sharesMost(of: event.span) }
      return (
        event.span.lowerBound,
        Self.movement(
          event.span, event.verdict, number: event.verdict.isCounted ? number : nil,
          reason: event.reason?.words, rangeDegrees: event.rangeDegrees, why)
      )
    }
    let others = explained.filter { movement in
      !events.contains { movement.span.overlaps($0.span) }
    }.map { movement in
      (
        movement.start,
        Self.movement(
          movement.span, nil, number: nil, reason: nil, rangeDegrees: nil, movement)
      )
    }
    return (listed + others).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func movement(
    _ span: ClosedRange<Double>, _ verdict: Verdict?, number: Int?, reason: String?,
    rangeDegrees: Double?, _ why: ExplainedMovement?
  ) -> JSON {
    [
      "start": .number(span.lowerBound), "end": .number(span.upperBound),
      "verdict": JSON(verdict?.rawValue), "words": JSON(verdict?.words),
      "counted": .bool(verdict?.isCounted == true), "number": JSON(number),
      "reason": JSON(reason), "rangeDegrees": JSON(rangeDegrees),
      "decided": JSON(why?.reason), "threshold": JSON(why?.decisiveParameter),
      "measures": .array((why?.measures ?? []).map(measure)),
    ]
  }

  private static func measure(_ measure: Measure) -> JSON {
    [
      "name": .string(measure.name), "value": .number(measure.value), "unit": .string(measure.unit),
      "low": .number(measure.admitted.lowerBound), "high": .number(measure.admitted.upperBound),
      "lower": JSON(measure.parameters.lower), "upper": JSON(measure.parameters.upper),
      "met": .bool(measure.isMet),
    ]
  }

  // MARK: - Signal

  /// Times and degrees from rest, side by side; null in gaps.
  private var signal: JSON {
    guard let points = explanation?.signal, !points.isEmpty else { return .null }
    return [
      "seconds": .array(points.map { .number($0.seconds) }),
      "degrees": .array(points.map { JSON($0.degrees) }),
    ]
  }
}

extension ExplainedMovement {
  fileprivate var span: ClosedRange<Double> { start...max(start, end) }

  /// The threshold that decided; nil for a fixed rule or none.
  fileprivate var decisiveParameter: String? {
    guard let decisive, !decisive.isMet else { return nil }
    let isLow = decisive.value < decisive.admitted.lowerBound
    return isLow ? decisive.parameters.lower : decisive.parameters.upper
  }
}

extension Label {
  /// As the page takes it.
  var json: JSON {
    [
      "start": .number(start), "end": .number(end), "exercise": .string(exercise),
      "side": JSON(side?.rawValue), "kind": .string(kind.rawValue), "count": JSON(count),
    ]
  }
}
