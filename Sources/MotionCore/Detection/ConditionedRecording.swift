/// A recording whose movement signal is computed once, so that one exercise can be looked for in it
/// again and again, each time with other thresholds.
///
/// The stages are those of a session, from the time axis to the report; what is left out is telling
/// things while they happen, and smoothness. A session that took the same readings as one set ends
/// with the same repetitions, holds and verdicts. Markers of sets say nothing here, as they say
/// nothing to a session of one exercise.
public struct ConditionedRecording: Sendable {
  /// Where the sensor sat.
  public let placement: Placement
  /// Stretches of the uniform grid, with the gaps between them.
  private var stretches: [SampleStretch] = []
  private var timeline = Timeline()
  private var pain: (isNoted: Bool, level: Int?) = (false, nil)
  private var signals: [MovementStretch] = []
  private var weights: MovementWeights
  /// True once the gyroscope has contradicted the accelerometer: it is not used.
  private var ignoresGyroscope = false

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
    grid.cut(for: .infinity)
    (stretches, timeline, pain) = (grid.stretches, grid.timeline, grid.pain)
    ignoresGyroscope = Self.isGyroscopeWrong(in: stretches, weights: weights)
    if ignoresGyroscope {
      for place in stretches.indices { stretches[place].forgetGyroscope() }
    }
    signals = Self.signals(of: stretches, weights: weights)
  }

  /// How good the signal was.
  public var quality: Quality { timeline.figures }

  /// True where turns come from a gyroscope.
  public var usesGyroscope: Bool { quality.hasGyroscope && !ignoresGyroscope }

  /// What a session that looks for this one set would report in the end.
  public func report(for plan: PlannedSet) -> SessionReport {
    report(for: plan, of: detector(for: plan.exercise, target: plan.target).finalSet)
  }

  /// The report of a set that is this bout.
  func report(for plan: PlannedSet, of bout: Bout?) -> SessionReport {
    let recorder = SetRecorder(
      set: 0, plan: plan, keepsWithdrawn: true, rateHertz: Session.rateHertz)
    var slot = SetSlot(recorder: recorder)
    slot.isStoppedForPain = pain.isNoted
    slot.pain = pain.level
    _ = slot.take(
      bout, now: quality.seconds, speeds: AngularSpeedHistory(rateHertz: Session.rateHertz))
    return ReportBuilder(
      plan: .single(plan), placement: placement, timeline: timeline, slots: [slot],
      ignoresGyroscope: ignoresGyroscope, markerWarnings: []
    ).report
  }

  /// The detector of an exercise, taken to the recording's end.
  func detector(
    for exercise: Exercise, target: Target? = nil, longestPauseSeconds: Double = .infinity
  ) -> ExerciseDetector {
    let rules = MovementRules(
      exercise, placement: placement, target: target,
      longestPauseSeconds: longestPauseSeconds)
    return detector(rules, signals(for: rules))
  }

  func detector(_ rules: MovementRules, _ signals: [MovementStretch]) -> ExerciseDetector {
    var detector = ExerciseDetector(rules: rules, rateHertz: Session.rateHertz)
    for signal in signals {
      detector.process(signal.frames, smoothingSeconds: signal.smoothingSeconds)
      detector.interrupt(for: signal.gapSeconds)
    }
    return detector
  }

  func signals(for rules: MovementRules) -> [MovementStretch] {
    var usual = rules.weights
    if usesGyroscope {
      usual.accelerometerSmoothingSeconds = weights.accelerometerSmoothingSeconds
    }
    return usual == weights ? signals : Self.signals(of: stretches, weights: rules.weights)
  }

  /// True when a detector would find the gyroscope wrong while it still remembers the begin.
  private static func isGyroscopeWrong(
    in stretches: [SampleStretch], weights: MovementWeights
  ) -> Bool {
    var remembered = Int(MovementFinder.memorySeconds * Session.rateHertz) + 1
    for stretch in stretches {
      if stretch.samples.first?.angularRate != nil {
        var signal = MovementSignal(
          rateHertz: Session.rateHertz, weights: weights, hasGyroscope: true)
        for sample in stretch.samples.prefix(max(0, remembered)) {
          _ = signal.process(sample)
          if !signal.isGyroscopeTrusted { return true }
        }
      }
      // The gap is remembered, too.
      remembered -= stretch.samples.count + 1
    }
    return false
  }

  private static func signals(
    of stretches: [SampleStretch], weights: MovementWeights
  ) -> [MovementStretch] {
    stretches.map { MovementStretch($0, weights: weights) }
  }
}

extension ExerciseDetector {
  /// The one set of the whole signal, at its end.
  var finalSet: Bout? { self.set(believed: nil, isFinal: true) }
}

/// Uniform samples without a gap, and how long the gap after them is.
struct SampleStretch: Sendable {
  fileprivate(set) var samples: [UniformSample]
  /// Infinite at the end, and where the person stopped.
  fileprivate(set) var gapSeconds: Double

  fileprivate mutating func forgetGyroscope() {
    for place in samples.indices { samples[place].angularRate = nil }
  }
}

/// The movement signal between two gaps.
struct MovementStretch: Sendable {
  private(set) var frames: [MovementFrame] = []
  let smoothingSeconds: Double
  let gapSeconds: Double

  init(_ stretch: SampleStretch, weights: MovementWeights) {
    var signal = MovementSignal(
      rateHertz: Session.rateHertz, weights: weights,
      hasGyroscope: stretch.samples.first?.angularRate != nil)
    smoothingSeconds = signal.smoothingSeconds
    gapSeconds = stretch.gapSeconds
    frames.reserveCapacity(stretch.samples.count)
    for sample in stretch.samples {
      if let frame = signal.process(sample) { frames.append(frame) }
    }
    frames += signal.finish()
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
  private(set) var stretches: [SampleStretch] = []
  private(set) var timeline = Timeline()
  private(set) var pain: (isNoted: Bool, level: Int?) = (false, nil)
  private var resampler = UniformResampler(
    rateHertz: Session.rateHertz, longestBridgeSeconds: Gap.limitSeconds)
  private var running: [UniformSample] = []
  private var last: Double?
  private var isCutPending = false

  mutating func take(_ reading: MotionReading) {
    switch reading {
    case .sample(let sample): take(sample)
    case .marker(let marker): take(marker.kind)
    }
  }

  /// Ends the stretch at a gap of this length, in seconds.
  mutating func cut(for seconds: Double) {
    stretches.append(SampleStretch(samples: running, gapSeconds: seconds))
    running = []
  }

  private mutating func take(_ marker: Marker.Kind) {
    switch marker {
    case .gap: isCutPending = last != nil
    case .pain(let level):
      pain = (true, level)
      cut(for: .infinity)
    case .setStart, .setEnd: break
    }
  }

  private mutating func take(_ sample: IMUSample) {
    guard case .at(let seconds) = timeline.process(sample) else { return }
    defer { last = seconds }
    if isCutPending, let last {
      isCutPending = false
      resampler.cut()
      timeline.add(Gap(start: last, end: seconds))
      cut(for: seconds - last)
    }
    switch resampler.process(
      seconds: seconds, force: sample.specificForce, rate: sample.angularRate)
    {
    case .gap(let from, let to):
      timeline.add(Gap(start: from, end: to))
      cut(for: to - from)
    case .samples(let samples):
      if !pain.isNoted { running += samples }
    }
  }
}
