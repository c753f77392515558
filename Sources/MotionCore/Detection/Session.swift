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
/// Live, replay, tuning and tests run this very type. It sees no file, clock, log or thread.
public struct Session: Sendable {
  private let plan: SessionPlan
  private let placement: Placement
  private var quality = Quality()

  /// A session that has seen nothing yet.
  public init(plan: SessionPlan, placement: Placement = .upperArm) {
    self.plan = plan
    self.placement = placement
  }

  /// Takes the next reading and tells what it brought about.
  public mutating func process(_ reading: MotionReading) -> [SessionEvent] {
    if case .sample = reading { quality.samples += 1 }
    return []
  }

  /// Tells that time has passed without a sample although the sensor is there and still.
  public mutating func advance(toNanoseconds time: Int64) -> [SessionEvent] { [] }

  /// Ends the stream: last judgements are made.
  public mutating func finish() -> [SessionEvent] { [] }

  /// What was found so far; final after `finish()`.
  public var report: SessionReport {
    SessionReport(
      program: nil, placement: placement,
      sets: plan.sets.map { SetReport(plan: $0, outcome: .notDone) }, quality: quality)
  }
}
