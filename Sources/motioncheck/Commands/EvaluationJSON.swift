import Foundation
import MotionCore
import MotionTuning

/// An evaluation for other programs: one JSON object.
struct EvaluationJSON: Encodable {
  /// A group of sets, by the values that they share.
  struct Group: Encodable {
    var names: [String: String]
    var score: Score
  }

  /// One set of one recording.
  struct Row: Encodable {
    var file: String
    var exercise: String
    var side: Side?
    var trueCount: Int
    var count: Int
    /// Numbers of listed movements by their verdicts.
    var verdicts: [String: Int]
    var labelledEvents: Int?
    var missed: Int?
    var unlabelled: Int?
    var holdErrorsSeconds: [Double]
    var latenciesSeconds: [Double]
  }

  var schema = "motioncheck.evaluation/1"
  var groups: [Group]
  var total: Score
  var sets: [Row]
  var skipped: [String]

  init(_ evaluation: Evaluation, columns: [String]) {
    groups = evaluation.groups(by: columns).map {
      Group(names: Dictionary(uniqueKeysWithValues: zip(columns, $0.names)), score: $0.score)
    }
    total = Score(evaluation.places.map(\.set))
    sets = evaluation.places.map { Row($0.set, of: $0.recording) }
    skipped = evaluation.skipped
  }

  /// The object on one line.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension EvaluationJSON.Row {
  init(_ set: SetComparison, of recording: EvaluatedRecording) {
    file = recording.entry.file
    exercise = set.plan.exercise.id
    side = set.plan.side
    trueCount = set.truth.count
    count = set.count
    verdicts = Dictionary(grouping: set.found, by: \.verdict.rawValue).mapValues(\.count)
    labelledEvents = set.truth.events?.count
    missed = set.matching?.missed.count
    unlabelled = set.matching?.extra.count
    holdErrorsSeconds = set.holdErrorsSeconds
    latenciesSeconds = set.latencies
  }
}
