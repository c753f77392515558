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
  /// True when the programme's sets are where markers say.
  public private(set) var hasSetMarkers = false
  private var runningSet: Int?
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
    cutDetectors()
    if plan.isSingle {
      for index in states.indices { states[index].forget() }
    }
    return events + update(isFinal: true)
  }

  /// What was found so far; final after `finish()`.
  public var report: SessionReport {
    ReportBuilder(
      plan: plan, placement: placement, timeline: timeline, states: states,
      ignoresGyroscope: ignoresGyroscope, markerWarnings: markerWarnings,
      hasSetMarkers: hasSetMarkers
    ).report
  }
}

// MARK: - Samples

extension Session {
  /// True when the gyroscope was found to contradict the accelerometer.
  private var ignoresGyroscope: Bool {
    detectors.ignoresGyroscope
      || states.indices.contains { states[$0].marked?.ignoresGyroscope == true }
  }

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
    let past = now - lastUpdate
    let isAligned = !plan.isSingle && !hasSetMarkers
    guard past >= (isAligned ? Self.alignmentStrideSeconds : Self.updateStrideSeconds) else {
      return false
    }
    if isStale { return true }
    guard hasUnread(after: past) else { return false }
    lastUpdate = now
    return readRunning()
  }

  /// Along which axis a single exercise or a marked set goes on; nil where any may be next.
  private var expectedAxis: Int? {
    (plan.isSingle ? 0 : runningSet).flatMap { states[$0].selected?.axis }
  }

  private mutating func detect(_ sample: UniformSample) {
    guard !isStopped, !isOtherSide else { return }
    speeds.process(sample)
    if !hasSetMarkers, detectors.process(sample) { isStale = true }
    if let state = runningSet, states[state].marked?.process(sample) == true { isStale = true }
  }

  private mutating func interrupt(_ gap: Gap) -> [SessionEvent] {
    timeline.add(gap)
    detectors.interrupt(for: gap.bridgedSeconds)
    if let state = runningSet { states[state].marked?.interrupt(for: gap.bridgedSeconds) }
    return update() + [.gap(gap)]
  }

  private mutating func cutDetectors() {
    detectors.cut()
    if let state = runningSet { states[state].marked?.cut() }
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
    if isOtherSide { cutDetectors() }
  }

  private mutating func expectSetMarkers() {
    guard !plan.isSingle, !hasSetMarkers else { return }
    hasSetMarkers = true
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
        states.first { self.states[$0].marked == nil } ?? states.last
      }
    guard let state = requested else {
      let words = [exercise, side?.rawValue, number.map(String.init)].compactMap(\.self)
      markerWarnings.append(
        "marker 'set-start \(words.joined(separator: " "))' names no set of the programme")
      return
    }
    self.states[state].begin(placement: placement, rateHertz: Self.rateHertz)
    runningSet = state
  }

  private mutating func closeMarkedSet() -> [SessionEvent] {
    guard let state = runningSet else { return [] }
    states[state].end()
    (runningSet, endedSet) = (nil, state)
    return update()
  }

  /// Pain ends the set that is running; of a single exercise nothing that follows is counted.
  ///
  /// After the set it belongs to the set that ended last, where markers say which that was.
  private mutating func notePain(_ level: Int?) -> [SessionEvent] {
    let state =
      plan.isSingle ? 0 : runningSet ?? endedSet ?? states.lastIndex { $0.recorder.isBegun }
    guard let state else {
      markerWarnings.append("pain was noted before any exercise of the programme had begun")
      return []
    }
    states[state].isStoppedForPain = true
    states[state].pain = level ?? states[state].pain
    guard plan.isSingle else { return closeMarkedSet() }
    cutDetectors()
    isStopped = true
    return update(isFinal: true)
  }
}

// MARK: - Verdicts

extension Session {
  private mutating func update(isFinal: Bool = false) -> [SessionEvent] {
    isStale = false
    lastUpdate = now
    if !isFinal { _ = readRunning() }
    var chosen = candidates(isFinal: isFinal)
    if isFinal, !plan.isSingle, !hasSetMarkers { addDoubtful(to: &chosen) }
    let speeds = ignoresGyroscope ? AngularSpeedHistory(rateHertz: Self.rateHertz) : self.speeds
    return states.indices.flatMap { index in
      let confidence = chosen[index].flatMap { self.confidence(of: $0, in: index) }
      return states[index].take(chosen[index], confidence: confidence, now: now, speeds: speeds)
    }
  }

  private func hasUnread(after seconds: Double) -> Bool {
    guard hasSetMarkers else {
      return detectors.hasUnread(along: expectedAxis, after: seconds)
    }
    guard let set = runningSet else { return false }
    return states[set].marked?.hasUnread(along: expectedAxis, after: seconds) == true
  }

  /// Takes the movements that are running into the candidate sets; true where that changes these.
  private mutating func readRunning() -> Bool {
    guard hasSetMarkers else { return detectors.readRunning(along: expectedAxis) }
    guard let set = runningSet else { return false }
    let axis = expectedAxis
    return states[set].marked?.readRunning(along: axis) == true
  }

  private func confidence(of candidate: CandidateSet, in state: Int) -> Confidence? {
    states[state].marked?.confidence(of: candidate)
      ?? detectors.confidence(of: candidate, in: states[state].plan)
  }

  /// The candidate set of each planned set, as far as is known.
  private mutating func candidates(isFinal: Bool) -> [CandidateSet?] {
    if plan.isSingle {
      return [detectors.onlySet(selected: states[0].selected, isFinal: isFinal)]
    }
    if hasSetMarkers { return states.indices.map { states[$0].markedCandidate() } }
    let open = Int((now - Movement.PathLength.surroundingSeconds) * Self.rateHertz)
    let standard = ProgramAligner.Standard.likely(openFrame: isFinal ? .max : open)
    // Sets of one exercise and side have the same candidate sets.
    var alternatives: [ProgramAligner.Candidates] = []
    for index in states.indices {
      let plan = states[index].plan
      let alike = states[..<index].firstIndex {
        $0.plan.exercise == plan.exercise && $0.plan.side == plan.side
      }
      let candidates =
        alike.map { alternatives[$0].candidates }
        ?? detectors.parts(of: plan).judgedTogether(where: standard.admits)
      alternatives.append(
        .init(candidates: candidates, selected: isFinal ? nil : states[index].selected))
    }
    return ProgramAligner(planned: alternatives, standard: standard).align()
  }

  /// For sets that were not found, the best there is among what no set is: in its place it is
  /// reported with the confidence that it has, elsewhere, and where it is too unlikely, only told of.
  private mutating func addDoubtful(to chosen: inout [CandidateSet?]) {
    let taken = chosen.compactMap(\.self)
    let missing = states.indices.filter { chosen[$0] == nil }
    let standard = ProgramAligner.Standard.doubtful
    var planned: [ProgramAligner.Candidates] = []
    for index in missing {
      let free = detectors.parts(of: states[index].plan).filter { outline in
        outline.count > 0 && taken.allSatisfy { outline.isApart(from: $0) }
      }.filter { !$0.isParted }
      states[index].doubted = free.max {
        $0.rankedScore(selected: nil) < $1.rankedScore(selected: nil)
      }
      let begin = chosen[..<index].compactMap { $0?.end }.max() ?? .min
      let end = chosen[(index + 1)...].compactMap { $0?.start }.min() ?? .max
      let inPlace = free.filter {
        begin <= $0.start && $0.end <= end && standard.admits($0.outline) && counts($0, in: index)
      }
      planned.append(.init(candidates: inPlace, selected: nil))
    }
    let doubtful = ProgramAligner(planned: planned, standard: standard).align()
    for (index, candidate) in zip(missing, doubtful) where candidate != nil {
      chosen[index] = candidate
      states[index].doubted = nil
    }
  }

  /// True where something of a candidate set would count in a set: of holds their times decide, too.
  private func counts(_ candidate: CandidateSet, in index: Int) -> Bool {
    var state = states[index]
    _ = state.take(candidate, confidence: nil, now: now, speeds: speeds)
    return state.recorder.count > 0
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
    let isPlaced = plan.isSingle || runningSet == set || !hasSetMarkers && isKnown
    guard isPlaced, states[set].plan.exercise.kind == .hold else { return nil }
    var hold =
      hasSetMarkers
      ? states[set].marked?.liveHold : detectors.liveHold(of: states[set].plan)
    hold?.isProvisional = !isKnown
    return hold
  }
}
