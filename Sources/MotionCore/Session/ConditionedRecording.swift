/// A recording whose movement signal is computed once, so that one exercise can be looked for in it
/// again and again, each time with other thresholds.
///
/// The stages are those of a session, from the time axis to the report; what is left out is
/// reporting while things happen, and smoothness. A session that took the same readings as one set
/// ends with the same repetitions, holds and verdicts. Markers of sets say nothing here, as they
/// say nothing to a session of one exercise.
public struct ConditionedRecording: Sendable {
  /// Where the sensor sat.
  public let placement: Placement
  /// Segments of the uniform grid, with the gaps between them.
  private let sampleSegments: [SampleSegment]
  private let timeline: Timeline
  private let pain: (isNoted: Bool, level: Int?)
  private let weights: MovementWeights
  private let signals: ConditionedSignals

  /// Conditions a recording for exercises of one kind.
  ///
  /// - Parameters:
  ///   - readings: the whole recording, in the order of the stream.
  ///   - placement: where the sensor sat.
  ///   - parameters: those that are mostly used; others of the same kind cost no more, but for
  ///     another `accelerometerSmoothingSeconds` where there is no gyroscope.
  public init(
    _ readings: some Sequence<MotionReading>, placement: Placement,
    for parameters: DetectionParameters
  ) {
    self.placement = placement
    weights = MovementRules(parameters, longestPauseSeconds: .infinity).weights
    var grid = SampleGrid()
    for reading in readings { grid.take(reading) }
    grid.finish()
    (sampleSegments, timeline, pain) = (grid.sampleSegments, grid.timeline, grid.pain)
    signals = ConditionedSignals(sampleSegments, weights: weights)
  }

  /// How good the signal was.
  public var quality: Quality { timeline.figures }
  /// True where turns come from a gyroscope, as far as the signal's movements do not show a better
  /// reading without it.
  public var usesGyroscope: Bool {
    quality.hasGyroscope && signals.accelerometer == nil && signals.gyroscope != .wrong
  }

  /// What a session that looks for this one set would report in the end.
  public func report(for plan: PlannedSet) -> SessionReport {
    report(for: plan, of: detector(for: plan.exercise, target: plan.target))
  }

  /// The report of the set that a detector has found.
  func report(for plan: PlannedSet, of detector: ExerciseDetector) -> SessionReport {
    let recorder = SetRecorder(
      set: 0, plan: plan, keepsWithdrawn: true, rateHertz: Session.rateHertz)
    var state = SetState(recorder: recorder)
    state.isStoppedForPain = pain.isNoted
    state.pain = pain.level
    let set = detector.finalSet
    _ = state.take(
      set, confidence: set.map(detector.confidence), now: quality.seconds,
      speeds: AngularSpeedHistory(rateHertz: Session.rateHertz))
    return ReportBuilder(
      plan: .single(plan), placement: placement, timeline: timeline, states: [state],
      ignoresGyroscope: detector.ignoresGyroscope, markerWarnings: []
    ).report
  }

  /// The detector of an exercise, taken to the recording's end.
  func detector(
    for exercise: Exercise, target: Target? = nil, longestPauseSeconds: Double = .infinity
  ) -> ExerciseDetector {
    detector(
      MovementRules(exercise.parameters, longestPauseSeconds: longestPauseSeconds),
      SetModel(exercise, placement: placement, target: target))
  }

  func detector(_ rules: MovementRules, _ model: SetModel) -> ExerciseDetector {
    let signals = self.signals(for: rules)
    var detector = ExerciseDetector(rules: rules, model: model, rateHertz: Session.rateHertz)
    detector.take(signals.gyroscope)
    for output in signals.whole { _ = detector.take(output, of: .whole) }
    if let accelerometer = signals.accelerometer {
      _ = detector.take(.start, of: .accelerometer)
      for output in accelerometer { _ = detector.take(output, of: .accelerometer) }
    }
    return detector
  }

  /// The signals by which a detector has found what it has found.
  func segments(for rules: MovementRules, ignoresGyroscope: Bool) -> [SignalSegment] {
    let signals = self.signals(for: rules)
    return SignalSegment.segments(
      of: ignoresGyroscope ? signals.accelerometer ?? signals.whole : signals.whole)
  }

  private func signals(for rules: MovementRules) -> ConditionedSignals {
    var usual = rules.weights
    if usesGyroscope {
      usual.accelerometerSmoothingSeconds = weights.accelerometerSmoothingSeconds
    }
    return usual == weights
      ? signals : ConditionedSignals(sampleSegments, weights: rules.weights)
  }
}

extension ExerciseDetector {
  /// The one set of the whole signal, at its end.
  var finalSet: CandidateSet? {
    var end = self
    return end.set(selected: nil, isFinal: true)
  }
}

/// Uniform samples without a gap, and how long the gap after them is.
struct SampleSegment: Sendable {
  fileprivate(set) var samples: [UniformSample]
  /// Infinite at the end, and where the person stopped.
  fileprivate(set) var gapSeconds: Double
}

/// All that a conditioner hands on of a recording, by the reading.
private struct ConditionedSignals: Sendable {
  private(set) var whole: [MotionConditioner.Output] = []
  /// Nil where the gyroscope is not in doubt.
  private(set) var accelerometer: [MotionConditioner.Output]?
  private(set) var gyroscope = GravitySteadiness.Finding.unknown

  init(_ sampleSegments: [SampleSegment], weights: MovementWeights) {
    var conditioner = MotionConditioner(weights: weights, rateHertz: Session.rateHertz)
    for segment in sampleSegments {
      for sample in segment.samples { conditioner.process(sample) { take($1, of: $0) } }
      conditioner.interrupt(for: segment.gapSeconds) { take($1, of: $0) }
    }
    gyroscope = conditioner.gyroscope
  }

  private mutating func take(
    _ output: MotionConditioner.Output, of reading: MotionConditioner.Reading
  ) {
    switch (reading, output) {
    case (.whole, .start): whole = []
    case (.accelerometer, .start): accelerometer = []
    case (.accelerometer, .end): accelerometer = nil
    case (.whole, _): whole.append(output)
    case (.accelerometer, _): accelerometer?.append(output)
    }
  }
}

/// The movement signal between two gaps.
struct SignalSegment: Sendable {
  private(set) var frames: [MovementFrame] = []
  private(set) var smoothingSeconds = 0.0

  /// The segments of what a conditioner has handed on.
  static func segments(of outputs: [MotionConditioner.Output]) -> [SignalSegment] {
    var segments = [SignalSegment()]
    for output in outputs {
      switch output {
      case .start, .end: break
      case .frame(let frame, let smoothingSeconds):
        segments[segments.count - 1].frames.append(frame)
        segments[segments.count - 1].smoothingSeconds = smoothingSeconds
      case .interruption: segments.append(SignalSegment())
      }
    }
    return segments.filter { !$0.frames.isEmpty }
  }

  /// The signal along an axis, ten times a second, in degrees or their equivalent; nil at the end.
  func values(along axis: MovementVector) -> [(seconds: Double, degrees: Double?)] {
    let shown = stride(from: 0, to: frames.count, by: Self.framesPerValue).map { frames[$0] }
    let end = frames.last.map { (Double($0.index) / Session.rateHertz, Double?.none) }
    return shown.map {
      (
        Double($0.index) / Session.rateHertz,
        Double(axis.dot($0.value)) / Units.radiansPerDegree
      )
    } + (end.map { [$0] } ?? [])
  }

  private static let framesPerValue = 5
}

/// The uniform samples of a recording, up to the pain that ended it.
private struct SampleGrid {
  private(set) var sampleSegments: [SampleSegment] = []
  private(set) var timeline = Timeline()
  private(set) var pain: (isNoted: Bool, level: Int?) = (false, nil)
  private var resampler = UniformResampler(
    rateHertz: Session.rateHertz, longestBridgeSeconds: Gap.limitSeconds)
  private var running: [UniformSample] = []
  private var last: Double?
  private var pendingGap: PendingGap?

  mutating func take(_ reading: MotionReading) {
    switch reading {
    case .sample(let sample): take(sample)
    case .marker(let marker): take(marker)
    }
  }

  /// Ends the segment at a gap of this length, in seconds.
  mutating func cut(for seconds: Double) {
    sampleSegments.append(SampleSegment(samples: running, gapSeconds: seconds))
    running = []
  }

  private mutating func take(_ marker: Marker) {
    switch marker.kind {
    case .gap(let reason):
      if last == nil {
        guard reason == .unreadable else { return }
        timeline.begin(at: marker.nanoseconds)
        last = 0
      }
      pendingGap = PendingGap(
        seconds: timeline.seconds(of: marker.nanoseconds), reason: reason ?? pendingGap?.reason)
    case .pain(let level):
      pain = (true, level)
      cut(for: .infinity)
    case .setStart, .setEnd: break
    }
  }

  private mutating func interrupt(_ gap: Gap) {
    timeline.add(gap)
    cut(for: gap.bridgedSeconds)
  }

  /// Ends the recording.
  mutating func finish() {
    if let last, let gap = pendingGap?.reaching(beyond: last) { timeline.add(gap) }
    cut(for: .infinity)
  }

  private mutating func take(_ sample: IMUSample) {
    guard case .at(let seconds) = timeline.process(sample) else { return }
    defer { last = seconds }
    if let pending = pendingGap, let last {
      pendingGap = nil
      resampler.cut()
      interrupt(pending.ending(from: last, to: seconds))
    }
    switch resampler.process(
      seconds: seconds, force: sample.specificForce, rate: sample.angularRate)
    {
    case .gap(let from, let to):
      interrupt(Gap(start: from, end: to))
    case .samples(let samples):
      if !pain.isNoted { running += samples }
    }
  }
}
