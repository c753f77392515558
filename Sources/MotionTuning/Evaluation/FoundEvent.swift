import MotionCore

/// A repetition or a hold that a session listed.
public struct FoundEvent: Sendable, Hashable {
  /// Begin and end in seconds from the recording's first sample.
  public var span: EventMatching.Span
  /// What became of it.
  public var verdict: Verdict
  /// Why; nil for `ok`.
  public var reason: String?
  /// How far the sensor turned, in degrees; nil if not measurable.
  public var rangeDegrees: Double?
  /// When this was first told, or last changed, in seconds of the stream.
  public var toldAt: Double

  /// True for all that was taken for the exercise, wholly or in part.
  public var isExercise: Bool { verdict != .notLikeTheOthers }

  /// How long it lasted, in seconds.
  public var seconds: Double { span.upperBound - span.lowerBound }

  /// The event of a repetition.
  public init(_ repetition: Repetition) {
    span = repetition.start...max(repetition.start, repetition.end)
    verdict = repetition.verdict
    reason = repetition.reason
    rangeDegrees = repetition.rangeDegrees
    toldAt = repetition.correctedAt ?? repetition.announcedAt
  }

  /// The event of a hold.
  public init(_ hold: Hold) {
    span = hold.start...max(hold.start, hold.end)
    verdict = hold.verdict
    reason = hold.reason
    rangeDegrees = hold.rangeDegrees
    toldAt = hold.correctedAt ?? hold.announcedAt
  }
}

extension SetReport {
  /// All that was listed, in the order of time.
  public var events: [FoundEvent] {
    reps.map { FoundEvent($0) } + holds.map { FoundEvent($0) }
  }
}

extension SessionEvent {
  /// What was told of a movement and of which set; nil for other news.
  fileprivate var told: (set: Int, event: FoundEvent)? {
    switch self {
    case .repetition(let set, let repetition, _), .repetitionCorrected(let set, let repetition, _):
      (set, FoundEvent(repetition))
    case .hold(let set, let hold, _), .holdCorrected(let set, let hold, _):
      (set, FoundEvent(hold))
    case .holdReached, .gap: nil
    }
  }
}

extension Sequence<SessionEvent> {
  /// What a person heard of this set, in the order in which it was told.
  public func told(ofSet set: Int) -> [FoundEvent] {
    compactMap { $0.told }.filter { $0.set == set }.map(\.event)
  }
}
