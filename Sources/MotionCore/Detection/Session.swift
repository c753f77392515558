/// The whole path from readings to verdicts, as a synchronous value.
///
/// Live, replay, tuning and tests run this very type. It sees no file, clock, log or thread; the
/// same readings give the same events, however they are cut into calls.
///
/// In a programme every set finds its own place: each exercise's detector looks at the whole
/// stream, and what they find is shared out in the programme's order. A recording of a programme that
/// has markers for the beginning and end of sets says itself where its sets are: each is looked for
/// between its markers and nowhere else, and one without markers was not done. A `set-end` where no
/// set runs says no more than that the recording is of this kind.
public struct Session: Sendable {
  /// Rate of the uniform grid on which everything is detected, in hertz: movements of the exercises
  /// end below 5 Hz, and 0.02 s is a tenth of the accuracy that is asked of a boundary.
  public static let rateHertz = 50.0
  /// Within a programme, repetitions further apart than this belong to different sets, in seconds.
  static let longestPauseSeconds = 25.0
  /// Within a programme, the sets are assigned anew at most this often, in seconds.
  static let alignmentStrideSeconds = 1.0

  /// How often a running hold is held against the prescribed time, in seconds.
  static let holdCheckSeconds = 0.1

  private let plan: SessionPlan
  private let placement: Placement
  private var timeline = Timeline()
  private var resampler = UniformResampler(
    rateHertz: Session.rateHertz, longestBridgeSeconds: Gap.limitSeconds)
  private var exercises: [Exercise] = []
  private var detectors: [ExerciseDetector] = []
  private var slots: [SetSlot]
  private var speeds = AngularSpeedHistory(rateHertz: Session.rateHertz)
  /// True when the programme's sets are where markers say.
  public private(set) var hasSetMarkers = false
  private var runningSlot: Int?
  /// The set that ended last, by a marker: pain that is noted afterwards belongs to it.
  private var endedSlot: Int?
  private var isStale = false
  private var isCutPending = false
  private var isStopped = false
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
    let isSingle = if case .single = plan { true } else { false }
    slots = plan.sets.enumerated().map { index, set in
      SetSlot(
        recorder: SetRecorder(
          set: index, plan: set, keepsWithdrawn: isSingle, rateHertz: Self.rateHertz))
    }
    for set in plan.sets where !exercises.contains(set.exercise) {
      exercises.append(set.exercise)
      detectors.append(
        ExerciseDetector(
          exercise: set.exercise, placement: placement, target: set.target,
          longestPauseSeconds: isSingle ? .infinity : Self.longestPauseSeconds,
          rateHertz: Self.rateHertz))
    }
  }

  /// Takes the next reading and tells what it brought about.
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
    let events = closeMarkedSet()
    cutDetectors()
    if plan.isSingle {
      for index in slots.indices { slots[index].forget() }
    }
    return events + update(isFinal: true)
  }

  /// What was found so far; final after `finish()`.
  public var report: SessionReport {
    ReportBuilder(
      plan: plan, placement: placement, timeline: timeline, slots: slots,
      ignoresGyroscope: ignoresGyroscope, markerWarnings: markerWarnings
    ).report
  }
}

// MARK: - Samples

extension Session {
  /// True when the gyroscope was found to contradict the accelerometer.
  private var ignoresGyroscope: Bool {
    (detectors + slots.compactMap(\.marked)).contains(where: \.ignoresGyroscope)
  }

  private mutating func process(_ sample: IMUSample) -> [SessionEvent] {
    guard case .at(let seconds) = timeline.process(sample) else { return [] }
    let previous = now
    lastSample = sample
    now = seconds
    if isCutPending {
      isCutPending = false
      resampler.cut()
      return interrupt(Gap(start: previous, end: seconds)) + feed(sample, at: seconds)
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
      let isDue = plan.isSingle || now - lastUpdate >= Self.alignmentStrideSeconds
      return (isStale && isDue ? update() : []) + reachedHolds()
    }
  }

  private mutating func detect(_ sample: UniformSample) {
    guard !isStopped else { return }
    speeds.process(sample)
    if !hasSetMarkers {
      for index in detectors.indices where detectors[index].process(sample) { isStale = true }
    }
    if let slot = runningSlot, slots[slot].marked?.process(sample) == true { isStale = true }
  }

  private mutating func interrupt(_ gap: Gap) -> [SessionEvent] {
    timeline.add(gap)
    for index in detectors.indices { detectors[index].interrupt(for: gap.end - gap.start) }
    if let slot = runningSlot { slots[slot].marked?.interrupt(for: gap.end - gap.start) }
    return update() + [.gap(gap)]
  }

  private mutating func cutDetectors() {
    for index in detectors.indices { detectors[index].cut() }
    if let slot = runningSlot { slots[slot].marked?.cut() }
  }
}

// MARK: - Markers

extension Session {
  private mutating func process(_ marker: Marker) -> [SessionEvent] {
    switch marker.kind {
    case .gap:
      isCutPending = lastSample != nil
      return []
    case .setStart(let exercise, let side, let number):
      let events = closeMarkedSet()
      openMarkedSet(exercise: exercise, side: side, number: number)
      return events
    case .setEnd:
      expectSetMarkers()
      return closeMarkedSet()
    case .pain(let level):
      return notePain(level)
    }
  }

  private mutating func expectSetMarkers() {
    guard !plan.isSingle, !hasSetMarkers else { return }
    hasSetMarkers = true
    isStale = true
  }

  /// Begins to look for one set of a programme in its own stretch of the stream; goes on with it
  /// where it was begun before.
  ///
  /// Without a number it is the first set of the exercise and side that was not begun, else the
  /// last one.
  private mutating func openMarkedSet(exercise: String, side: Side?, number: Int?) {
    expectSetMarkers()
    guard !plan.isSingle else { return }
    let slots = plan.sets.alike(exercise: exercise, side: side)
    let asked =
      if let number {
        slots.indices.contains(number - 1) ? slots[number - 1] : nil
      } else {
        slots.first { self.slots[$0].marked == nil } ?? slots.last
      }
    guard let slot = asked else {
      let words = [exercise, side?.rawValue, number.map(String.init)].compactMap(\.self)
      markerWarnings.append(
        "marker 'set-start \(words.joined(separator: " "))' names no set of the programme")
      return
    }
    self.slots[slot].begin(placement: placement, rateHertz: Self.rateHertz)
    runningSlot = slot
  }

  private mutating func closeMarkedSet() -> [SessionEvent] {
    guard let slot = runningSlot else { return [] }
    slots[slot].end()
    (runningSlot, endedSlot) = (nil, slot)
    return update()
  }

  /// Pain ends the set that is running; of a single exercise nothing that follows is counted.
  ///
  /// After the set it belongs to the set that ended last, where markers say which that was.
  private mutating func notePain(_ level: Int?) -> [SessionEvent] {
    let slot =
      plan.isSingle ? 0 : runningSlot ?? endedSlot ?? slots.lastIndex { $0.recorder.isBegun }
    guard let slot else {
      markerWarnings.append("pain was noted before any exercise of the programme had begun")
      return []
    }
    slots[slot].isStoppedForPain = true
    slots[slot].pain = level ?? slots[slot].pain
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
    let chosen = bouts(isFinal: isFinal)
    if isFinal, !plan.isSingle, !hasSetMarkers { noteDoubts(beside: chosen) }
    let speeds = ignoresGyroscope ? AngularSpeedHistory(rateHertz: Self.rateHertz) : self.speeds
    return slots.indices.flatMap { slots[$0].take(chosen[$0], now: now, speeds: speeds) }
  }

  /// The bout of each planned set, as far as is known.
  private func bouts(isFinal: Bool) -> [Bout?] {
    if plan.isSingle {
      return slots.map { detectors.first?.set(believed: $0.believed, isFinal: isFinal) ?? nil }
    }
    if hasSetMarkers { return slots.map(\.markedBout) }
    let alternatives = slots.map { slot in
      ProgramAligner.Slot(
        exercise: slot.plan.exercise, bouts: candidates(of: slot.plan),
        believed: isFinal ? nil : slot.believed)
    }
    let open = Int((now - SetFeatures.surroundingSeconds) * Self.rateHertz)
    return ProgramAligner(slots: alternatives, openFrame: isFinal ? .max : open).align()
  }

  /// Of each set that was not found, what is most like it among what no set is.
  private mutating func noteDoubts(beside chosen: [Bout?]) {
    let taken = chosen.compactMap(\.self)
    for index in slots.indices where chosen[index] == nil {
      slots[index].doubted = candidates(of: slots[index].plan)
        .filter { bout in taken.allSatisfy { $0.end <= bout.start || bout.end <= $0.start } }
        .max { $0.rankedScore(believed: nil) < $1.rankedScore(believed: nil) }
    }
  }

  /// What may be a set of a programme: where several alike are planned, their rests part them.
  private func candidates(of set: PlannedSet) -> [Bout] {
    guard let detector = detector(of: set.exercise) else { return [] }
    let alike = plan.sets.count { $0.exercise == set.exercise && $0.side == set.side }
    return detector.bouts.flatMap { detector.parts(of: $0, atMost: alike) }
  }

  private func detector(of exercise: Exercise) -> ExerciseDetector? {
    exercises.firstIndex(of: exercise).map { detectors[$0] }
  }

  /// Holds that have just reached the prescribed time; looked at a few times a second.
  private mutating func reachedHolds() -> [SessionEvent] {
    guard now >= nextHoldCheck else { return [] }
    nextHoldCheck = now + Self.holdCheckSeconds
    return slots.indices.compactMap { index in
      runningHoldStart(of: index).flatMap {
        slots[index].recorder.reached(holdStart: $0, now: now)
      }
    }
  }

  /// Since when a set's position has been held, in seconds from the first sample; nil when it is
  /// not, and as long as too few holds have shown what the position is.
  public func runningHoldStart(of set: Int) -> Double? {
    let slot = slots[set]
    guard slot.plan.exercise.kind == .hold, let believed = slot.believed,
      let detector = slot.marked ?? detector(of: slot.plan.exercise)
    else { return nil }
    return detector.runningHoldStart(believed: believed).map { Double($0) / Self.rateHertz }
  }
}
