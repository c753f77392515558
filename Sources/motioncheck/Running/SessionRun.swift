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
    /// True when the target was reached or the end was asked for.
    var isEnded = false
    /// What the session took, where it was to be kept; else empty.
    var readings: [MotionReading] = []
  }

  /// What to look for.
  let check: Check
  /// True to stop as soon as a single exercise has its target.
  var stopsAtTarget = false
  /// True to keep what the session takes, for a report that draws it.
  var keepsReadings = false
  /// Takes what the person asks for, and may lead; nil where nobody is there.
  var lead: (any SessionLead)?
  /// Asked between readings; true ends the session with what it has.
  var isStopRequested: () -> Bool = { false }
  /// Told of the readings that the session took, after each wait for some; perhaps of none.
  var onReadings: (ArraySlice<MotionReading>, RecordingMetadata) throws(InputError) -> Void =
    { _, _ in }
  /// Told of how the session stands, with the readings that it took, after each wait for some.
  var onTurn: (Session?, [MotionReading]) -> Void = { _, _ in }
  /// Told of events as they happen.
  var onEvents: ([SessionEvent]) -> Void = { _ in }

  /// Takes the source to its end, or until it is enough.
  func result(of source: any ReadingSource) -> Result {
    var session: Session?
    var failure: InputError?
    var isEnded = false
    var kept: [MotionReading] = []
    do {
      isEnded = try drive(&session, from: source, keeping: &kept)
    } catch {
      failure = error
    }
    var ended = session ?? begin(source)
    announce(ended.finish())
    var report = ended.report
    report.quality.reorderedSamples = source.reorderedSamples
    report.warnings =
      source.notices + check.warnings(for: source.metadata) + report.warnings
      + (ended.hasSetMarkers ? [] : report.sideDoubts)
    return Result(
      report: report, metadata: source.metadata, failure: failure, isEnded: isEnded,
      readings: kept)
  }

  private func begin(_ source: any ReadingSource) -> Session {
    let placement = check.placement(for: source.metadata)
    lead?.begin(placement: placement)
    return Session(plan: check.plan, placement: placement)
  }

  /// True when it did not take the stream to its end.
  private func drive(
    _ session: inout Session?, from source: any ReadingSource,
    keeping kept: inout [MotionReading]
  ) throws(InputError) -> Bool {
    var isEnough = false
    var target = TargetWatch(check.plan)
    while !isEnough {
      let isLast = isStopRequested()
      guard let readings = try source.next(isLast: isLast) else { return isLast }
      var taken: [MotionReading] = []
      if var running = session.take() ?? (readings.isEmpty ? nil : begin(source)) {
        (taken, isEnough) = feed(readings, to: &running, watching: &target)
        session = running
      }
      if keepsReadings { kept += taken }
      try onReadings(taken[...], source.metadata)
      onTurn(session, taken)
      isEnough = isEnough || isLast
    }
    return true
  }

  /// Hands readings on until it is enough; what is noted on the way stands among them.
  private func feed(
    _ readings: [MotionReading], to session: inout Session, watching target: inout TargetWatch
  ) -> (taken: [MotionReading], isEnough: Bool) {
    var taken = note(lead?.takeIntents() ?? [], in: &session)
    for reading in readings {
      if lead?.isOver == true { return (taken, true) }
      if let lead, lead.placesSets, lead.isLeading, reading.isSetMarker { continue }
      let events = session.process(reading)
      announce(events)
      taken.append(reading)
      taken += note(lead?.follow(reading, events, session) ?? [], in: &session)
      if stopsAtTarget, target.stands(after: reading, events) {
        // What is more likely another thing meets no target.
        if session.report.isTargetMet { return (taken, true) }
        target.waitOnceMore()
      }
    }
    return (taken, lead?.isOver == true)
  }

  /// Hands the guide's markers to the session.
  private func note(_ markers: [Marker], in session: inout Session) -> [MotionReading] {
    for marker in markers {
      let events = session.process(.marker(marker))
      announce(events)
      lead?.take(events)
    }
    return markers.map { .marker($0) }
  }

  private func announce(_ events: [SessionEvent]) {
    if !events.isEmpty { onEvents(events) }
  }
}

extension MotionReading {
  /// True for a note on where sets are: in a stream that is guided the guide says that.
  fileprivate var isSetMarker: Bool {
    guard case .marker(let marker) = self else { return false }
    if case .gap = marker.kind { return false }
    return true
  }
}
