import MotionCore
import MotionInput

/// One session, driven from its source to its report: the same way live and replayed.
struct SessionRun {
  /// What a session came to.
  struct Result {
    /// What was found, up to the end or to the failure.
    var report: SessionReport
    /// What the source says of itself.
    var metadata: RecordingMetadata
    /// Why the stream ended before its end.
    var failure: InputError?
    /// True when the target was reached or the end was asked for, and the stream still went on.
    var isEnded = false
  }

  /// What to look for.
  let check: Check
  /// True to stop as soon as a single exercise has its target.
  var stopsAtTarget = false
  /// Asked between readings; true ends the session with what it has.
  var isStopRequested: () -> Bool = { false }
  /// Told of the readings that the session took, after each wait for some; perhaps of none.
  var onReadings: (ArraySlice<MotionReading>, RecordingMetadata) throws(InputError) -> Void =
    { _, _ in }
  /// Told of events as they happen.
  var onEvents: ([SessionEvent]) -> Void = { _ in }

  /// Takes the source to its end, or until it is enough.
  func result(of source: any ReadingSource) -> Result {
    var session: Session?
    var failure: InputError?
    var isEnded = false
    do {
      isEnded = try drive(&session, from: source)
    } catch {
      failure = error
    }
    var ended = session ?? begin(source)
    announce(ended.finish())
    var report = ended.report
    report.warnings = source.notices + report.warnings
    return Result(
      report: report, metadata: source.metadata, failure: failure, isEnded: isEnded)
  }

  private func begin(_ source: any ReadingSource) -> Session {
    Session(plan: check.plan, placement: check.placement(for: source.metadata))
  }

  /// True when it did not take the stream to its end.
  private func drive(
    _ session: inout Session?, from source: any ReadingSource
  ) throws(InputError) -> Bool {
    var isEnough = false
    var target = TargetWatch(check.plan)
    while !isEnough, !isStopRequested() {
      guard let readings = try source.next() else { return false }
      let taken: ArraySlice<MotionReading>
      if readings.isEmpty {
        taken = []
      } else {
        var running = session.take() ?? begin(source)
        (taken, isEnough) = feed(readings[...], to: &running, watching: &target)
        session = running
      }
      try onReadings(taken, source.metadata)
    }
    return true
  }

  /// Hands readings on until the target is reached, where that is enough.
  private func feed(
    _ readings: ArraySlice<MotionReading>, to session: inout Session,
    watching target: inout TargetWatch
  ) -> (taken: ArraySlice<MotionReading>, isEnough: Bool) {
    for index in readings.indices {
      let events = session.process(readings[index])
      announce(events)
      if stopsAtTarget, target.stands(after: readings[index], events) {
        return (readings[...index], true)
      }
    }
    return (readings, false)
  }

  private func announce(_ events: [SessionEvent]) {
    if !events.isEmpty { onEvents(events) }
  }
}
