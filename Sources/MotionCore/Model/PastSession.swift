/// A session as the history keeps it: what was prescribed and what was done, set by set.
public struct PastSession: Sendable, Hashable {
  /// Its number in the history, from 1; nil as long as it is not in there.
  public var id: Int?
  /// When it was recorded, ISO 8601 with its zone; nil where the recording does not say.
  public var recordedAt: String?
  /// The recording's path; nil where none was kept.
  public var recording: String?
  /// The programme's id; nil where a single exercise was checked.
  public var program: String?
  /// How often a week the programme asks for; nil where it does not say.
  public var timesPerWeek: Int?
  /// Where the sensor sat.
  public var placement: Placement
  /// How long the recording is, in seconds.
  public var seconds: Double
  /// What the person said of it.
  public var remark: SessionRemark
  /// The sets in the order of the programme.
  public var sets: [PastSet]

  /// A session from its parts.
  public init(
    id: Int? = nil, recordedAt: String?, recording: String?, program: String?,
    timesPerWeek: Int? = nil, placement: Placement, seconds: Double,
    remark: SessionRemark = SessionRemark(), sets: [PastSet]
  ) {
    self.id = id
    self.recordedAt = recordedAt
    self.recording = recording
    self.program = program
    self.timesPerWeek = timesPerWeek
    self.placement = placement
    self.seconds = seconds
    self.remark = remark
    self.sets = sets
  }

  /// What the history keeps of a report.
  public init(
    _ report: SessionReport, recordedAt: String?, recording: String?, timesPerWeek: Int? = nil,
    remark: SessionRemark = SessionRemark()
  ) {
    self.init(
      recordedAt: recordedAt, recording: recording, program: report.program,
      timesPerWeek: timesPerWeek, placement: report.placement, seconds: report.quality.seconds,
      remark: remark, sets: report.sets.map(PastSet.init))
  }

  /// Sets whose target was met, or that were done where none was set.
  public var doneSets: Int { sets.count(where: \.isDone) }

  /// The strongest pain that was noted, 0 to 10; nil where none was.
  public var pain: Int? { sets.compactMap(\.pain).max() }
}

/// One set of a past session.
public struct PastSet: Sendable, Hashable {
  /// The exercise's id.
  public var exercise: String
  /// The arm that moved; nil where that plays no part or is not known.
  public var side: Side?
  /// Which set of its line and side it was, from 1.
  public var number: Int
  /// How many sets its line asked for.
  public var of: Int
  /// How it was checked.
  public var kind: ExerciseKind
  /// How many repetitions or holds were prescribed; nil where none were.
  public var prescribed: Int?
  /// The shortest hold that was prescribed, in seconds; nil for repetitions.
  public var prescribedHoldSeconds: Double?
  /// What was counted.
  public var measured: Int
  /// What a person corrected the count to; nil where nobody did.
  public var corrected: Int?
  /// How it went, as it was measured.
  public var outcome: Outcome
  /// The probability that it was the exercise, 0 to 1; nil where nothing was seen.
  public var confidence: Double?
  /// The usual range, in degrees that the sensor turned; nil where it is not known.
  public var rangeDegrees: Double?
  /// The usual time of a repetition or hold, in seconds; nil where nothing was counted.
  public var usualSeconds: Double?
  /// Pain from 0 to 10, where it was noted.
  public var pain: Int?

  /// The count that holds: the corrected one where there is one.
  public var count: Int { corrected ?? measured }

  /// True where what was counted may be another thing and nobody has said what it was: its figures
  /// then are not the exercise's.
  package var isDoubtful: Bool {
    corrected == nil && confidence.map { $0 < Confidence.leastProbability } ?? false
  }

  /// True when what was prescribed was done; without a prescription when anything was.
  public var isDone: Bool {
    guard let corrected else { return outcome == .done }
    return corrected >= prescribed ?? 1
  }

  /// The seconds of all holds that were counted; nil for repetitions.
  public var heldSeconds: Double? {
    kind == .hold ? usualSeconds.map { $0 * Double(count) } : nil
  }

  /// A set from its parts.
  public init(
    exercise: String, side: Side? = nil, number: Int = 1, of: Int = 1, kind: ExerciseKind,
    prescribed: Int? = nil, prescribedHoldSeconds: Double? = nil, measured: Int,
    corrected: Int? = nil, outcome: Outcome, confidence: Double? = nil,
    rangeDegrees: Double? = nil, usualSeconds: Double? = nil, pain: Int? = nil
  ) {
    self.exercise = exercise
    self.side = side
    self.number = number
    self.of = of
    self.kind = kind
    self.prescribed = prescribed
    self.prescribedHoldSeconds = prescribedHoldSeconds
    self.measured = measured
    self.corrected = corrected
    self.outcome = outcome
    self.confidence = confidence
    self.rangeDegrees = rangeDegrees
    self.usualSeconds = usualSeconds
    self.pain = pain
  }

  /// What the history keeps of a set.
  public init(_ set: SetReport) {
    self.init(
      exercise: set.plan.exercise.id, side: set.plan.side, number: set.plan.number,
      of: set.plan.of, kind: set.plan.exercise.kind, prescribed: set.plan.target?.reps,
      prescribedHoldSeconds: set.plan.target?.holdSeconds, measured: set.count,
      outcome: set.outcome, confidence: set.confidence?.probability,
      rangeDegrees: set.usualRangeDegrees, usualSeconds: set.usualSeconds, pain: set.pain)
  }
}
