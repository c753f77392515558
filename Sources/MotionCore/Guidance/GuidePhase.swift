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
  /// A figure for the pain of this set is waited for.
  case askingPain(set: Int, level: Int?, until: Double)
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
  /// True once the detector has judged a hold: from then on it knows the position.
  var isPositionKnown = false
  /// Holds that seemed long enough before the detector knew the position.
  var presumedHolds = 0
}

/// A hold while it lasts.
public struct RunningHold: Sendable, Hashable {
  /// Since when, in seconds from the first sample.
  public var start: Double
  /// Which one of the set it is, from 1.
  public var number: Int
  /// True once it is as long as was asked for.
  public var isReached = false
  /// True once it is as long as it is meant to be at most.
  var isLongest = false
  /// The seconds left that were reported last.
  var announcedSeconds: Int?
}
