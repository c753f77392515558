import MotionCore

/// What the detector makes of one recording that is checked as one set.
struct Finding: Sendable {
  /// Counted repetitions or holds.
  var count: Int
  /// All movements of the exercise, partial and short ones among them.
  var movements: Int
  /// How long each counted hold was, in seconds.
  var holdSeconds: [Double]
  /// The probability that what was counted is the exercise.
  var confidence: Double
  /// True where there was a gyroscope and it was not used.
  var isGyroscopeDropped: Bool

  init(_ readings: [MotionReading], as exercise: Exercise, at placement: Placement) {
    let recording = ConditionedRecording(
      readings, placement: placement, for: exercise.parameters)
    let report = recording.report(for: PlannedSet(exercise: exercise, target: exercise.dose))
    let set = report.sets.first
    count = set?.count ?? 0
    movements = set?.movements ?? 0
    holdSeconds = set?.holds.filter(\.isCounted).map(\.seconds) ?? []
    confidence = set?.reportedConfidence ?? 0
    isGyroscopeDropped = report.warnings.contains { $0.contains("the gyroscope contradicts") }
  }
}

extension SetReport {
  /// From this confidence on a set is taken for the exercise.
  static let leastConfidence = Confidence.leastProbability

  /// The confidence that the report gives; 0 where nothing was seen.
  var reportedConfidence: Double { confidence?.probability ?? 0 }

  /// All that was taken for the exercise, wholly or in part.
  var movements: Int {
    reps.count { $0.verdict != .notLikeTheOthers } + holds.count { $0.verdict != .notLikeTheOthers }
  }
}
