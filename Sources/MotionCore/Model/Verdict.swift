/// What became of one movement.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// A full repetition or hold.
  case ok
  /// Clearly less range than the person's usual range in this set.
  case partial
  /// A hold let go before the prescribed time.
  case short
  /// A full repetition, faster than the exercise asks for.
  case tooFast = "too-fast"
  /// A full hold, longer than the longest time that was prescribed.
  case tooLong = "too-long"
  /// Interrupted by a gap or by the end of the recording before enough of it was seen.
  case unfinished
  /// A movement before, after or between repetitions that is not the exercise.
  case notLikeTheOthers = "not-like-the-others"

  /// True for the verdicts that enter the count.
  public var isCounted: Bool { self == .ok || self == .tooFast || self == .tooLong }
}

/// One repetition, or a movement that was looked at and not counted.
///
/// Times are seconds from the recording's first sample.
public struct Repetition: Sendable, Hashable {
  /// Position among the set's listed movements, from 1.
  public var number: Int
  /// When the movement left the resting level by 20 % of its range.
  public var start: Double
  /// When it was back within 20 % of its range.
  public var end: Double
  /// What became of it.
  public var verdict: Verdict
  /// Why it was not counted or is warned about; nil for `ok`.
  public var reason: VerdictReason?
  /// How far the sensor turned between rest and turning point, in degrees; nil if not measurable.
  public var rangeDegrees: Double?
  /// Seconds of the way out, the plateau, the way back and the rest until the next (nil for the
  /// last).
  public var tempo: [Double?]
  /// How smooth the ways out and back were: their mean spectral arc length, about -1.4 for one even
  /// push and more negative with every hesitation; nil if not measurable.
  public var smoothness: Double?
  /// Stream time at which it was first reported.
  public var announcedAt: Double
  /// Stream time at which its verdict was last changed; nil if it never was.
  public var correctedAt: Double?

  /// True when it enters the count.
  public var isCounted: Bool { verdict.isCounted }

  /// Seconds of the way out, the plateau and the way back together; nil where one is not known.
  public var timeUnderTension: Double? {
    let parts = tempo.prefix(Self.partsUnderTension).compactMap(\.self)
    return parts.count == Self.partsUnderTension ? parts.reduce(0, +) : nil
  }

  private static let partsUnderTension = 3

  /// A repetition from its parts.
  public init(
    number: Int, start: Double, end: Double, verdict: Verdict, reason: VerdictReason? = nil,
    rangeDegrees: Double? = nil, tempo: [Double?], smoothness: Double? = nil,
    announcedAt: Double, correctedAt: Double? = nil
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.verdict = verdict
    self.reason = reason
    self.rangeDegrees = rangeDegrees
    self.tempo = tempo
    self.smoothness = smoothness
    self.announcedAt = announcedAt
    self.correctedAt = correctedAt
  }
}

/// One held position. Times are seconds from the recording's first sample.
public struct Hold: Sendable, Hashable {
  /// Position among the set's listed holds, from 1.
  public var number: Int
  /// When 80 % of the way into the position was done.
  public var start: Double
  /// When the position had been left by 20 % of the way.
  public var end: Double
  /// What became of it.
  public var verdict: Verdict
  /// Why it was not counted or is warned about; nil for `ok`.
  public var reason: VerdictReason?
  /// How far the sensor turned between rest and held position, in degrees; nil if not measurable.
  public var rangeDegrees: Double?
  /// Stream time at which the prescribed minimum was reached; nil if it never was or none is set.
  public var reachedAt: Double?
  /// Stream time at which the hold was first reported: at its release.
  public var announcedAt: Double
  /// Stream time at which its verdict was last changed; nil if it never was.
  public var correctedAt: Double?

  /// How long the position was held, in seconds.
  public var seconds: Double { end - start }

  /// True when it enters the count.
  public var isCounted: Bool { verdict.isCounted }

  /// A hold from its parts.
  public init(
    number: Int, start: Double, end: Double, verdict: Verdict, reason: VerdictReason? = nil,
    rangeDegrees: Double? = nil, reachedAt: Double? = nil, announcedAt: Double,
    correctedAt: Double? = nil
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.verdict = verdict
    self.reason = reason
    self.rangeDegrees = rangeDegrees
    self.reachedAt = reachedAt
    self.announcedAt = announcedAt
    self.correctedAt = correctedAt
  }
}
