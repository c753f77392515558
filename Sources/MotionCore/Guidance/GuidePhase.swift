/// What a guided session is doing. Times are seconds from the first sample.
public enum GuidePhase: Sendable, Hashable {
  /// No sample has come yet.
  case starting
  /// The present set was introduced and begins at `until`.
  case preparing(until: Double)
  /// The present set cannot be seen; at `until` it is passed over.
  case passingOver(until: Double)
  /// The sensor is to be moved to another arm.
  case movingStrap(StrapMove)
  /// The present set begins as soon as the sensor is still.
  case settling(since: Double)
  /// The present set runs.
  case exercising(Effort)
  /// Nothing happens until the person goes on.
  case paused(since: Double)
  /// The exercise was stopped, and a figure for the pain is waited for.
  case askingPain(PainQuestion)
  /// Pain was noted: what to do about it is said until then. Then the session goes on, or, after
  /// severe pain, it is over.
  case advising(PainAdvice)
  /// All is over.
  case finished
}

/// The sensor changes arms.
public struct StrapMove: Sendable, Hashable {
  /// The arm that is to wear it.
  public var arm: Side
  /// When it was asked for.
  public var since: Double
  /// Until when the rest lasts.
  var restUntil: Double
  /// True once the sensor has moved.
  var hasMoved = false
}

/// A set while it runs.
public struct Effort: Sendable, Hashable {
  /// When it began, or went on.
  public var begun: Double
  /// The hold that is running; nil for none.
  public var hold: RunningHold?
  /// When something was last counted, or judged while nothing had been counted.
  var lastProgress: Double
  /// Since when the target has been met; nil while it is not.
  var reachedAt: Double?
  /// True once it was said that nothing was seen.
  var isReminded = false
  /// The holds of the set, as far as they are known now.
  public internal(set) var holds = HoldTally()
  /// The hold that was over last; nil before there was one.
  public internal(set) var lastHold: EndedHold?
}

/// A hold while it lasts.
public struct RunningHold: Sendable, Hashable {
  /// How the session times it.
  public var timing: LiveHold
  /// Which one of the set it is, from 1.
  public var number: Int
  /// True once it is as long as was asked for.
  public var isReached = false
  /// True once it is as long as it is meant to be at most.
  var isLongest = false
  /// The seconds left that were reported last.
  var announcedSeconds: Int?
}

/// What follows pain that was noted.
public struct PainAdvice: Sendable, Hashable {
  /// The set that hurt.
  public let set: Int
  /// How strong it is, from 0 to 10; nil where nothing was said.
  public let level: Int?
  /// True for pain so strong that the session is over unless the person says otherwise.
  public let isSevere: Bool
  /// Until when it is said.
  public let until: Double
  /// Until when the person rests, at least.
  let restUntil: Double

  init(_ question: PainQuestion, now: Double, timing: GuideTiming, restUntil: Double) {
    set = question.set
    level = question.level
    isSevere = question.level ?? 0 >= timing.severePain
    until = now + (isSevere ? timing.severePainSeconds : timing.painAdviceSeconds)
    self.restUntil = restUntil
  }

  /// What the person is told of it.
  var cue: GuideCue { .painNoted(set: set, level: level, isSevere: isSevere) }
}
