import MotionReport
import MotionTuning

/// An evaluation for other programs: one JSON object.
struct EvaluationJSON {
  private static let schema = "motioncheck.evaluation/1"

  /// The object on one line, without its end.
  let line: String

  init(_ evaluation: Evaluation, columns: [String]) {
    let groups = evaluation.groups(by: columns).map { row -> JSON in
      ["names": .array(row.names.map(JSON.string)), "score": JSON(row.score)]
    }
    let document: JSON = [
      "schema": .string(Self.schema),
      "columns": .array(columns.map(JSON.string)),
      "groups": .array(groups),
      "total": JSON(Score(evaluation.places.map(\.set))),
      "sets": .array(evaluation.places.map { JSON($0.set, of: $0.recording.entry.file) }),
      "skipped": .array(evaluation.skipped.map(JSON.string)),
      "failed": .array(evaluation.failures.map { .string($0.description) }),
    ]
    line = document.rendered
  }
}

extension JSON {
  fileprivate init(_ score: Score) {
    self = [
      "sets": .integer(score.sets),
      "exact": JSON(score.exact.fraction),
      "withinOne": JSON(score.withinOne.fraction),
      "movementsWithinOne": JSON(score.movementsWithinOne.fraction),
      "meanAbsoluteError": JSON(score.meanAbsoluteError),
      "bias": JSON(score.bias),
      "labelledEvents": .integer(score.recalled.total),
      "precision": JSON(score.precise.fraction),
      "recall": JSON(score.recalled.fraction),
      "f1": JSON(score.f1),
      "boundaryErrorSeconds": JSON(score.boundaryErrorSeconds),
      "countedRightly": JSON(score.countAccuracy.fraction),
      "partialLabelled": .integer(score.partialFlagged.total),
      "partialFlagged": JSON(score.partialFlagged.fraction),
      "notDoneSets": .integer(score.notDoneReported.total),
      "notDoneTold": JSON(score.notDoneReported.fraction),
      "holdsFound": .integer(score.holdErrorSeconds.count),
      "holdErrorSeconds": JSON(score.holdErrorSeconds),
      "latencySeconds": JSON(score.latencySeconds),
    ]
  }

  private init(_ distribution: Distribution) {
    self = [
      "mean": JSON(distribution.mean),
      "median": JSON(distribution.median),
      "percentile95": JSON(distribution.percentile(95)),
      "largest": JSON(distribution.largest),
    ]
  }

  fileprivate init(_ set: SetComparison, of file: String) {
    self = [
      "file": .string(file),
      "exercise": .string(set.plan.exercise.id),
      "side": JSON(set.plan.side?.rawValue),
      "outcome": .string(set.outcome.rawValue),
      "confidence": JSON(set.confidence),
      "trueCount": .integer(set.truth.count),
      "count": .integer(set.count),
      "labelledEvents": JSON(set.truth.events?.count),
      "missed": JSON(set.matching.map { _ in set.missed.count }),
      "unlabelled": JSON(set.matching?.extra.count),
      "holdErrorsSeconds": .array(set.holdErrorsSeconds.map(JSON.number)),
      "latenciesSeconds": .array(set.latencies.map(JSON.number)),
    ]
  }
}
