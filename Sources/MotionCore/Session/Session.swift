/// The whole path from readings to verdicts, as a synchronous value.
///
/// Live, replay, tuning and tests run this very type. It sees no file, clock, log or thread; the
/// same readings give the same events, however they are cut into calls.
///
/// In a programme every set finds its own place: each exercise's detector looks at the whole
/// stream, and what they find is shared out in the programme's order. A recording of a programme
/// that has markers for the beginning and end of sets says itself where its sets are: each is
/// looked for between its markers and nowhere else, and one without markers was not done. A
/// `set-end` where no set runs says no more than that the recording is of this kind.
public struct Session: Sendable {
  /// Rate of the uniform grid on which everything is detected, in hertz: movements of the exercises
  /// end below 5 Hz, and 0.02 s is a tenth of the accuracy that is asked of a boundary.
  public static let rateHertz = 50.0
  /// Within a programme, the sets are assigned anew at most this often, in seconds.
  static let alignmentStrideSeconds = 1.0
  /// A set that is known is looked at anew at most this often, in seconds.
  static let updateStrideSeconds = 0.04

  /// How often a running hold is compared with the prescribed time, in seconds.
  static let holdCheckSeconds = 0.05

  private let plan: SessionPlan
  private let placement: Placement
  private var timeline = Timeline()
  private var resampler = UniformResampler(
    rateHertz: Session.rateHertz, longestBridgeSeconds: Gap.limitSeconds)
  private var detectors: PlanDetectors
  private var states: [SetState]
  private var speeds = AngularSpeedHistory(rateHertz: Session.rateHertz)
  /// The set that ended last, by a marker: pain that is noted afterwards belongs to it.
  private var endedSet: Int?
  private var isStale = false
  /// A gap that was announced and ends with the next sample, or with the stream.
  private var pendingGap: PendingGap?
  private var isStopped = false
  /// True while markers say that the arm is at work that was not asked for.
  private var isOtherSide = false
  private var markerWarnings: [String] = []
  private var lastSample: IMUSample?
  private var lastUpdate = 0.0
  /// When running movements were looked at last.
  private var lastLook = 0.0
  private var nextHoldCheck = 0.0
  /// Time of the last sample, in seconds from the first one.
  public private(set) var now = 0.0

  /// A session that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - plan: what is looked for.
  ///   - placement: where the sensor sits.
  public init(plan: SessionPlan, placement: Placement = .upperArm) {
    self.plan = plan
    self.placement = placement
    detectors = PlanDetectors(plan: plan, placement: placement, rateHertz: Self.rateHertz)
    states = plan.sets.enumerated().map { index, set in
      SetState(
        recorder: SetRecorder(
          set: index, plan: set, keepsWithdrawn: plan.isSingle, rateHertz: Self.rateHertz))
    }
  }

  /// True when the programme's sets are where markers say.
  public var hasSetMarkers: Bool { detectors.hasSetMarkers }

  /// Takes the next reading and gives the events that it brought about.
  public mutating func process(_ reading: MotionReading) -> [SessionEvent] {
    switch reading {
    case .sample(let sample): process(sample)
    case .marker(let marker): process(marker)
    }
  }

  /// Tells that time has passed without a sample although the sensor is there and still: its values
  /// are what they were.
  public mutating func advance(toNanoseconds time: Int64) -> [SessionEvent] {
    guard var sample = lastSample, time > sample.nanoseconds else { return [] }
    sample.nanoseconds = time
    return process(sample)
  }

  /// Ends the stream: what is running is closed and the last judgements are made.
  public mutating func finish() -> [SessionEvent] {
    var events: [SessionEvent] = []
    if let gap = pendingGap?.reaching(beyond: now) {
      pendingGap = nil
      events = interrupt(gap)
    }
    events += closeMarkedSet()
    detectors.cut()
    if plan.isSingle {
      for index in states.indices { states[index].forget() }
    }
    return events + update(isFinal: true)
  }

  /// What was found so far; final after `finish()`.
  public var report: SessionReport {
    ReportBuilder(
      plan: plan, placement: placement, timeline: timeline, states: states,
      ignoresGyroscope: detectors.ignoresGyroscope, markerWarnings: markerWarnings,
      hasSetMarkers: hasSetMarkers
    ).report
  }
}

// MARK: - Samples

extension Session {
  private mutating func process(_ sample: IMUSample) -> [SessionEvent] {
    guard case .at(let seconds) = timeline.process(sample) else { return [] }
    let previous = now
    lastSample = sample
    now = seconds
    if let gap = pendingGap {
      pendingGap = nil
      resampler.cut()
      return interrupt(gap.ending(from: previous, to: seconds)) + feed(sample, at: seconds)
    }
    return feed(sample, at: seconds)
  }

  private mutating func feed(_ sample: IMUSample, at seconds: Double) -> [SessionEvent] {
    switch resampler.process(
      seconds: seconds, force: sample.specificForce, rate: sample.angularRate)
    {
    case .gap(let from, let to):
      return interrupt(Gap(start: from, end: to))
    case .samples(let samples):
      for sample in samples { detect(sample) }
      return (isDue() ? update() : []) + reachedHolds()
    }
  }

  /// True when the sets may be others than when they were last looked at, and that was not just now.
  private mutating func isDue() -> Bool {
    let isAligned = !plan.isSingle && !hasSetMarkers
    let stride = isAligned ? Self.alignmentStrideSeconds : Self.updateStrideSeconds
    guard now - lastUpdate >= stride else { return false }
    if isStale { return true }
    let past = now - max(lastUpdate, lastLook)
    let axis = expectedAxis
    guard past >= stride, detectors.hasUnread(along: axis, after: past) else { return false }
    lastLook = now
    return detectors.readRunning(along: axis)
  }

  /// Along which axis a single exercise or a marked set goes on; nil where any may be next.
  private var expectedAxis: Int? {
    (plan.isSingle ? 0 : detectors.runningSet).flatMap { states[$0].selected?.axis }
  }

  private mutating func detect(_ sample: UniformSample) {
    guard !isStopped, !isOtherSide else { return }
    speeds.process(sample)
    if detectors.process(sample) { isStale = true }
  }

  private mutating func interrupt(_ gap: Gap) -> [SessionEvent] {
    timeline.add(gap)
    detectors.interrupt(for: gap.bridgedSeconds)
    return update() + [.gap(gap)]
  }
}

// MARK: - Markers

extension Session {
  private mutating func process(_ marker: Marker) -> [SessionEvent] {
    switch marker.kind {
    case .gap(let reason):
      if lastSample == nil {
        // Before the first sample nothing is missing but what could not be read.
        guard reason == .unreadable else { return [] }
        timeline.begin(at: marker.nanoseconds)
      }
      pendingGap = PendingGap(
        seconds: timeline.seconds(of: marker.nanoseconds), reason: reason ?? pendingGap?.reason)
      return []
    case .setStart(let exercise, let side, let number):
      turnToSide(side, of: exercise)
      let events = closeMarkedSet()
      openMarkedSet(exercise: exercise, side: side, number: number)
      return events
    case .setEnd:
      isOtherSide = false
      expectSetMarkers()
      return closeMarkedSet()
    case .pain(let level):
      return notePain(level)
    }
  }

  /// Where one side was asked for, and markers say that the other one begins, nothing is looked for.
  private mutating func turnToSide(_ side: Side?, of exercise: String) {
    guard case .single(let set) = plan, set.exercise.id == exercise, let own = set.side else {
      return
    }
    isOtherSide = side.map { $0 != own } ?? false
    if isOtherSide { detectors.cut() }
  }

  private mutating func expectSetMarkers() {
    guard !plan.isSingle, !hasSetMarkers else { return }
    detectors.expectSetMarkers()
    isStale = true
  }

  /// Begins to look for one set of a programme in its own segment of the stream; resumes it
  /// where it was begun before.
  ///
  /// Without a number it is the first set of the exercise and side that was not begun, else the
  /// last one.
  private mutating func openMarkedSet(exercise: String, side: Side?, number: Int?) {
    expectSetMarkers()
    guard !plan.isSingle else { return }
    let states = plan.sets.matching(exercise: exercise, side: side)
    let requested =
      if let number {
        states.indices.contains(number - 1) ? states[number - 1] : nil
      } else {
        states.first { !self.states[$0].isMarked } ?? states.last
      }
    guard let state = requested else {
      let words = [exercise, side?.rawValue, number.map(String.init)].compactMap(\.self)
      markerWarnings.append(
        "marker 'set-start \(words.joined(separator: " "))' names no set of the programme")
      return
    }
    detectors.begin(state, isResumed: self.states[state].isMarked)
    self.states[state].begin()
  }

  private mutating func closeMarkedSet() -> [SessionEvent] {
    guard let state = detectors.end() else { return [] }
    states[state].end()
    endedSet = state
    return update()
  }

  /// Pain ends the set that is running; of a single exercise nothing that follows is counted.
  ///
  /// After the set it belongs to the set that ended last, where markers say which that was.
  private mutating func notePain(_ level: Int?) -> [SessionEvent] {
    let state =
      plan.isSingle
      ? 0 : detectors.runningSet ?? endedSet ?? states.lastIndex { $0.recorder.isBegun }
    guard let state else {
      markerWarnings.append("pain was noted before any exercise of the programme had begun")
      return []
    }
    states[state].isStoppedForPain = true
    states[state].pain = level ?? states[state].pain
    guard plan.isSingle else { return closeMarkedSet() }
    detectors.cut()
    isStopped = true
    return update(isFinal: true)
  }
}

// MARK: - Verdicts

extension Session {
  private mutating func update(isFinal: Bool = false) -> [SessionEvent] {
    isStale = false
    lastUpdate = now
    if !isFinal { _ = detectors.readRunning(along: expectedAxis) }
    let chosen = candidates(isFinal: isFinal)
    let speeds =
      detectors.ignoresGyroscope ? AngularSpeedHistory(rateHertz: Self.rateHertz) : self.speeds
    return states.indices.flatMap { index in
      let confidence = chosen[index].flatMap { detectors.confidence(of: $0, in: index) }
      return states[index].take(chosen[index], confidence: confidence, now: now, speeds: speeds)
    }
  }

  /// The candidate set of each planned set, as far as is known.
  private mutating func candidates(isFinal: Bool) -> [CandidateSet?] {
    if plan.isSingle {
      return [detectors.only(0, selected: states[0].selected, isFinal: isFinal)]
    }
    if hasSetMarkers {
      return states.indices.map {
        guard states[$0].isMarked else { return nil }
        return detectors.only($0, selected: states[$0].selected, isFinal: states[$0].isEnded)
      }
    }
    let open = Int((now - Movement.PathLength.surroundingSeconds) * Self.rateHertz)
    var chosen = detectors.shared(
      among: states, openFrame: isFinal ? .max : open, isFinal: isFinal)
    if isFinal {
      detectors.addDoubtful(to: &chosen, of: &states, now: now, speeds: speeds)
    }
    return chosen
  }

  /// Holds that have just reached the prescribed time; looked at every `holdCheckSeconds`.
  private mutating func reachedHolds() -> [SessionEvent] {
    guard now >= nextHoldCheck else { return [] }
    nextHoldCheck = now + Self.holdCheckSeconds
    return states.indices.compactMap { index in
      liveHold(of: index).flatMap { hold in
        hold.leftAt == nil ? states[index].recorder.reached(hold, now: now) : nil
      }
    }
  }

  /// The position that is held in a set now; nil for none.
  ///
  /// It is timed from the first hold of a set on; until a second one has been similar it is
  /// provisional. In a programme without markers a set is known by what it was found to be, and not
  /// before.
  public func liveHold(of set: Int) -> LiveHold? {
    let isKnown = states[set].selected != nil
    let isPlaced = plan.isSingle || detectors.runningSet == set || !hasSetMarkers && isKnown
    guard isPlaced, states[set].plan.exercise.kind == .hold else { return nil }
    var hold = detectors.liveHold(of: set)
    hold?.isProvisional = !isKnown
    return hold
  }
}
