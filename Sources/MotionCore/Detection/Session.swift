/// What a session looks for.
public enum SessionPlan: Sendable, Hashable {
  /// The whole recording is one set of one exercise.
  case single(PlannedSet)
  /// The recording holds the sets of a programme, in order.
  case program(Program)

  /// Every set that is looked for, in order.
  public var sets: [PlannedSet] {
    switch self {
    case .single(let set): [set]
    case .program(let program): program.sets
    }
  }
}

/// The whole path from readings to verdicts, as a synchronous value.
///
/// Live, replay, tuning and tests run this very type. It sees no file, clock, log or thread; the
/// same readings give the same events, however they are cut into calls.
public struct Session: Sendable {
  /// Rate of the uniform grid on which everything is detected, in hertz: movements of the exercises
  /// end below 5 Hz, and 0.02 s is a tenth of the accuracy that is asked of a boundary.
  public static let rateHertz = 50.0
  /// Within a programme, repetitions further apart than this belong to different sets, in seconds.
  static let longestPauseSeconds = 40.0
  /// Within a programme, the sets are assigned anew at most this often, in seconds.
  static let alignmentStrideSeconds = 1.0

  private let plan: SessionPlan
  private let placement: Placement
  private var timeline = Timeline()
  private var resampler = UniformResampler(
    rateHertz: Session.rateHertz, longestBridgeSeconds: Timeline.longestBridgeSeconds)
  private var exercises: [Exercise] = []
  private var detectors: [ExerciseDetector] = []
  private var recorders: [SetRecorder]
  private var believed: [Bout.Identity?]
  private var isStale = false
  private var lastUpdate = 0.0
  private var now = 0.0

  /// A session that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - plan: what is looked for.
  ///   - placement: where the sensor sits.
  public init(plan: SessionPlan, placement: Placement = .upperArm) {
    self.plan = plan
    self.placement = placement
    let keepsWithdrawn = if case .single = plan { true } else { false }
    recorders = plan.sets.enumerated().map {
      SetRecorder(
        set: $0.offset, plan: $0.element, keepsWithdrawn: keepsWithdrawn,
        rateHertz: Self.rateHertz)
    }
    believed = Array(repeating: nil, count: recorders.count)
    let pause = if case .program = plan { Self.longestPauseSeconds } else { Double.infinity }
    for set in plan.sets where !exercises.contains(set.exercise) {
      exercises.append(set.exercise)
      detectors.append(
        ExerciseDetector(
          exercise: set.exercise, longestPauseSeconds: pause, rateHertz: Self.rateHertz))
    }
  }

  /// Takes the next reading and tells what it brought about.
  public mutating func process(_ reading: MotionReading) -> [SessionEvent] {
    switch reading {
    case .sample(let sample): process(sample)
    case .marker: []
    }
  }

  /// Tells that time has passed without a sample although the sensor is there and still.
  public mutating func advance(toNanoseconds time: Int64) -> [SessionEvent] { [] }

  /// Ends the stream: last judgements are made.
  public mutating func finish() -> [SessionEvent] {
    for index in detectors.indices { detectors[index].cut() }
    return update()
  }

  /// What was found so far; final after `finish()`.
  public var report: SessionReport {
    SessionReport(
      program: nil, placement: placement,
      sets: recorders.map {
        SetReport(plan: $0.plan, outcome: .notDone, reps: $0.reps, holds: $0.holds)
      }, quality: timeline.figures)
  }

  private mutating func process(_ sample: IMUSample) -> [SessionEvent] {
    guard case .at(let seconds) = timeline.process(sample) else { return [] }
    now = seconds
    switch resampler.process(
      seconds: seconds, force: sample.specificForce, rate: sample.angularRate)
    {
    case .gap(let from, let to):
      let gap = Gap(start: from, end: to)
      timeline.add(gap)
      for index in detectors.indices { detectors[index].cut() }
      return update() + [.gap(gap)]
    case .samples(let samples):
      for sample in samples {
        for index in detectors.indices where detectors[index].process(sample) {
          isStale = true
        }
      }
      return isStale && isDue ? update() : []
    }
  }

  private var isDue: Bool {
    if case .single = plan { return true }
    return now - lastUpdate >= Self.alignmentStrideSeconds
  }

  private mutating func update() -> [SessionEvent] {
    isStale = false
    lastUpdate = now
    let chosen = bouts()
    believed = chosen.map { $0?.identity }
    return recorders.indices.flatMap { recorders[$0].update(chosen[$0], now: now) }
  }

  /// The bout of each planned set, as far as is known.
  private func bouts() -> [Bout?] {
    switch plan {
    case .single: return [detectors.first?.set(believed: believed[0])]
    case .program:
      let found = detectors.map { $0.bouts }
      let slots = recorders.indices.map { index in
        let exercise = recorders[index].plan.exercise
        return ProgramAligner.Slot(
          exercise: exercise,
          bouts: exercises.firstIndex(of: exercise).map { found[$0] } ?? [],
          believed: believed[index])
      }
      return ProgramAligner(slots: slots, rateHertz: Self.rateHertz).align()
    }
  }
}
