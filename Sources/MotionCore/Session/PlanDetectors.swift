/// The detectors of a plan: one for each exercise, whatever the number of its sets, which looks at the
/// whole stream; or, where markers say when the sets of a programme are done, one for each set, which
/// looks at what lies between its markers and at nothing else.
struct PlanDetectors: Sendable {
  /// Within a programme, repetitions further apart than this belong to different sets, in seconds.
  static let longestPauseSeconds = 25.0

  private let plan: SessionPlan
  private let placement: Placement
  private let rateHertz: Double
  // Asked by position: a detector is large, and dear to copy.
  private var detectors: [ExerciseDetector] = []
  /// Which of them looks for each set of the plan.
  private var positions: [Int] = []
  /// True once markers say where the sets are.
  private(set) var hasSetMarkers = false
  /// The set of the plan between whose markers the stream is.
  private(set) var runningSet: Int?

  init(plan: SessionPlan, placement: Placement, rateHertz: Double) {
    self.plan = plan
    self.placement = placement
    self.rateHertz = rateHertz
    var exercises: [Exercise] = []
    for set in plan.sets {
      let known = exercises.firstIndex(of: set.exercise)
      positions.append(known ?? exercises.count)
      guard known == nil else { continue }
      exercises.append(set.exercise)
      detectors.append(
        ExerciseDetector(
          exercise: set.exercise, placement: placement, target: set.target,
          longestPauseSeconds: plan.isSingle ? .infinity : Self.longestPauseSeconds,
          rateHertz: rateHertz))
    }
  }

  /// Those that look at what comes next.
  private var active: Range<Int> {
    guard hasSetMarkers else { return detectors.indices }
    return runningSet.map { positions[$0]..<positions[$0] + 1 } ?? 0..<0
  }

  /// True when the gyroscope was found to contradict the accelerometer.
  var ignoresGyroscope: Bool { detectors.indices.contains { detectors[$0].ignoresGyroscope } }

  // MARK: - Samples

  /// Takes the next sample; true when the candidate sets may have changed.
  mutating func process(_ sample: UniformSample) -> Bool {
    var isChanged = false
    for index in active { isChanged = detectors[index].process(sample) || isChanged }
    return isChanged
  }

  /// Goes on after a gap of this length, in seconds.
  mutating func interrupt(for seconds: Double) {
    for index in active { detectors[index].interrupt(for: seconds) }
  }

  /// Ends the segment of signal: what is running is closed.
  mutating func cut() {
    for index in active { detectors[index].cut() }
  }

  /// True when more was seen of a movement that is running, as `ExerciseDetector.hasUnread`.
  func hasUnread(along axis: Int?, after seconds: Double) -> Bool {
    active.contains { detectors[$0].hasUnread(along: axis, after: seconds) }
  }

  /// Takes the movements that are running into the candidate sets, as far as they were seen; true
  /// where that changes these.
  mutating func readRunning(along axis: Int?) -> Bool {
    var isChanged = false
    for index in active { isChanged = detectors[index].readRunning(along: axis) || isChanged }
    return isChanged
  }

  // MARK: - Markers

  /// Looks nowhere until a marker begins a set.
  mutating func expectSetMarkers() {
    hasSetMarkers = true
  }

  /// Looks for one set alone; goes on where it was begun before.
  mutating func begin(_ set: Int, isResumed: Bool) {
    expectSetMarkers()
    if !isResumed {
      positions[set] = detectors.count
      let planned = plan.sets[set]
      detectors.append(
        ExerciseDetector(
          exercise: planned.exercise, placement: placement, target: planned.target, isMarked: true,
          longestPauseSeconds: .infinity, rateHertz: rateHertz))
    }
    runningSet = set
  }

  /// Ends the set that is looked for alone, and gives it; nil for none.
  mutating func end() -> Int? {
    guard let set = runningSet else { return nil }
    cut()
    runningSet = nil
    return set
  }

  // MARK: - What was found

  /// All that is one set of the plan in what its detector looks at, as `ExerciseDetector.set`.
  mutating func only(_ set: Int, selected: CandidateSet.Identity?, isFinal: Bool) -> CandidateSet? {
    detectors[positions[set]].set(selected: selected, isFinal: isFinal)
  }

  /// What may be a set of a programme: where several alike are planned, their rests may part it.
  mutating func parts(of set: Int) -> CandidateSets {
    let planned = plan.sets[set]
    // What the sensor cannot see takes no time from what it can.
    guard planned.exercise.placements.contains(placement) else {
      return CandidateSets([CandidateList]())
    }
    let alike = plan.sets.count { $0.exercise == planned.exercise && $0.side == planned.side }
    return detectors[positions[set]].parts(atMost: alike)
  }

  /// The confidence that a candidate set is the exercise of a set, and what else it could be.
  func confidence(of candidate: CandidateSet, in set: Int) -> Confidence? {
    detectors[positions[set]].confidence(of: candidate)
  }

  /// The position that is held in a set; nil for none.
  func liveHold(of set: Int) -> LiveHold? { detectors[positions[set]].liveHold }
}
