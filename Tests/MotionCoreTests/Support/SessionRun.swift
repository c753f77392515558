@testable import MotionCore

/// What a session made of a stream: its events and its final report.
struct SessionRun {
  let events: [SessionEvent]
  let report: SessionReport

  /// Hands every reading to a new session and ends the stream.
  init(_ plan: SessionPlan, placement: Placement = .upperArm, readings: [MotionReading]) {
    var session = Session(plan: plan, placement: placement)
    let running = readings.flatMap { session.process($0) }
    events = running + session.finish()
    report = session.report
  }

  /// One set of one exercise.
  init(
    _ exercise: Exercise, side: Side? = nil, target: Target? = nil,
    placement: Placement = .upperArm, samples: [IMUSample]
  ) {
    self.init(
      .single(PlannedSet(exercise: exercise, side: side, target: target)), placement: placement,
      readings: samples.map { .sample($0) })
  }

  /// The count of each set.
  var counts: [Int] { report.sets.map(\.count) }
  /// The count of the first set.
  var count: Int { counts[0] }
  /// Listed repetitions of the first set.
  var reps: [Repetition] { report.sets[0].reps }
  /// Listed holds of the first set.
  var holds: [Hold] { report.sets[0].holds }
  /// Counted holds of the first set.
  var countedHolds: [Hold] { holds.filter(\.isCounted) }
}

extension [IMUSample] {
  /// The samples without those of some time, in seconds after the first one.
  func without(_ seconds: Range<Double>) -> [IMUSample] {
    guard let first else { return [] }
    return filter {
      let time = Double($0.nanoseconds - first.nanoseconds) / Units.nanosecondsPerSecond
      return !seconds.contains(time)
    }
  }

  /// The samples up to a time, in seconds after the first one.
  func until(_ seconds: Double) -> [IMUSample] { without(seconds..<Double.infinity) }
}
