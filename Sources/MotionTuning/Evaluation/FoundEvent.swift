import MotionCore

/// A repetition or a hold that a session listed.
package struct FoundEvent: Sendable, Hashable {
  /// Begin and end in seconds from the recording's first sample.
  package var span: EventMatching.Span
  /// What became of it.
  package var verdict: Verdict
  /// Why; nil for `ok`.
  package var reason: VerdictReason?
  /// How far the sensor turned, in degrees; nil if not measurable.
  package var rangeDegrees: Double?

  /// True for all that was taken for the exercise, wholly or in part.
  package var isExercise: Bool { verdict != .notLikeTheOthers }

  /// How long it lasted, in seconds.
  package var seconds: Double { span.upperBound - span.lowerBound }

  /// The event of a repetition.
  package init(_ repetition: Repetition) {
    span = repetition.start...max(repetition.start, repetition.end)
    verdict = repetition.verdict
    reason = repetition.reason
    rangeDegrees = repetition.rangeDegrees
  }

  /// The event of a hold.
  package init(_ hold: Hold) {
    span = hold.start...max(hold.start, hold.end)
    verdict = hold.verdict
    reason = hold.reason
    rangeDegrees = hold.rangeDegrees
  }
}

extension SetReport {
  /// All that was listed, in the order of time.
  package var events: [FoundEvent] {
    reps.map { FoundEvent($0) } + holds.map { FoundEvent($0) }
  }
}
