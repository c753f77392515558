/// How a set went, as a whole.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  /// The target was met, or something was done where none was set.
  case done
  /// Something was done, less than the target.
  case partlyDone = "partly-done"
  /// The signal was good and the exercise is not in it.
  case notDone = "not-done"
  /// The session was over before the set was begun.
  case notStarted = "not-started"
  /// It could not be measured: gap, saturated sensor, or a placement that cannot see it.
  case notMeasured = "not-measured"
  /// The person stopped because of pain.
  case stoppedForPain = "stopped-for-pain"
}

/// What was found of one set.
public struct SetReport: Sendable, Hashable {
  /// What was looked for.
  public var plan: PlannedSet
  /// How it went.
  public var outcome: Outcome
  /// The confidence that it is the exercise; nil where nothing was seen.
  public var confidence: Confidence?
  /// Pain from 0 to 10, where the person noted it.
  public var pain: Int?
  /// When the set began, in seconds from the first sample; nil where it was not found.
  public var start: Double?
  /// When the set ended; nil where it was not found.
  public var end: Double?
  /// Listed movements of a cycle exercise.
  public var reps: [Repetition]
  /// Listed holds of a hold exercise.
  public var holds: [Hold]

  /// Counted repetitions or counted holds.
  public var count: Int {
    reps.count { $0.isCounted } + holds.count { $0.isCounted }
  }

  /// True when what was counted more likely is another thing.
  public var isDoubtful: Bool { confidence?.isSure == false }

  /// True when the target was met; nil where there is none. What is doubtful meets none.
  public var isTargetMet: Bool? { plan.target.map { !isDoubtful && $0.isMet(by: count) } }

  /// How many more than prescribed were counted; nil where no number was prescribed. What is
  /// doubtful exceeds nothing.
  public var excess: Int? { plan.target.flatMap { $0.excess(of: isDoubtful ? 0 : count) } }

  /// What each counted repetition moved, or each counted hold was held, in seconds.
  var countedSeconds: [Double] {
    reps.filter(\.isCounted).compactMap(\.timeUnderTension)
      + holds.filter(\.isCounted).map(\.seconds)
  }

  /// What a counted repetition moved, or how long a counted hold was held, in seconds, the middle
  /// value; nil where nothing was counted.
  package var usualSeconds: Double? { countedSeconds.middle }

  /// How far the sensor turned in a counted movement, in degrees, the middle value; nil where it is
  /// not known.
  package var usualRangeDegrees: Double? { countedRanges.middle }

  /// How far the sensor turned in each counted movement, in degrees, where it is known.
  package var countedRanges: [Double] {
    reps.filter(\.isCounted).compactMap(\.rangeDegrees)
      + holds.filter(\.isCounted).compactMap(\.rangeDegrees)
  }

  /// A set's report from its parts.
  public init(
    plan: PlannedSet, outcome: Outcome, confidence: Confidence? = nil, pain: Int? = nil,
    start: Double? = nil, end: Double? = nil, reps: [Repetition] = [], holds: [Hold] = []
  ) {
    self.plan = plan
    self.outcome = outcome
    self.confidence = confidence
    self.pain = pain
    self.start = start
    self.end = end
    self.reps = reps
    self.holds = holds
  }
}

/// A segment without usable signal, in seconds from the recording's first sample.
public struct Gap: Sendable, Hashable, Codable {
  /// Samples further apart than this are a gap, in seconds (design.md, 'silence').
  package static let limitSeconds = 0.5

  /// Time of the last sample before.
  public var start: Double
  /// Time of the first sample after.
  public var end: Double
  /// Why what was recorded there is no signal; nil where nothing was recorded.
  public var reason: GapReason?

  /// A gap from its ends.
  public init(start: Double, end: Double, reason: GapReason? = nil) {
    self.start = start
    self.end = end
    self.reason = reason
  }
}

/// How good the signal was.
public struct Quality: Sendable, Hashable {
  /// Number of samples used.
  public var samples: Int
  /// Time from the first to the last sample, in seconds.
  public var seconds: Double
  /// Mean sample rate outside of gaps, in hertz; nil with fewer than two samples.
  public var rateHertz: Double?
  /// Segments without usable signal.
  public var gaps: [Gap]
  /// Samples at the sensor's limit.
  public var saturatedSamples: Int
  /// Samples that the recording had in another order than that of time.
  public var reorderedSamples = 0
  /// True when angular rate was there.
  public var hasGyroscope: Bool

  /// A quality figure from its parts.
  public init(
    samples: Int = 0, seconds: Double = 0, rateHertz: Double? = nil, gaps: [Gap] = [],
    saturatedSamples: Int = 0, hasGyroscope: Bool = false
  ) {
    self.samples = samples
    self.seconds = seconds
    self.rateHertz = rateHertz
    self.gaps = gaps
    self.saturatedSamples = saturatedSamples
    self.hasGyroscope = hasGyroscope
  }
}

/// All that a session found, the input of every reporter.
public struct SessionReport: Sendable, Hashable {
  /// The programme's id; nil where a single exercise was checked.
  public var program: String?
  /// Where the sensor sat.
  public var placement: Placement
  /// One report a planned set, in order, always present.
  public var sets: [SetReport]
  /// How good the signal was.
  public var quality: Quality
  /// What a reader must know to judge the figures, one sentence each.
  public var warnings: [String]

  /// True when every set met its target, or had none.
  public var isTargetMet: Bool { sets.allSatisfy { $0.isTargetMet ?? true } }

  /// A report from its parts.
  public init(
    program: String? = nil, placement: Placement, sets: [SetReport], quality: Quality,
    warnings: [String] = []
  ) {
    self.program = program
    self.placement = placement
    self.sets = sets
    self.quality = quality
    self.warnings = warnings
  }
}
