/// The detectors of a plan, in groups that read the same signal: one for each exercise, whatever the
/// number of its sets, which looks at the whole stream; or, where markers say when the sets of a
/// programme are done, one for each set, which looks at what lies between its markers and at nothing
/// else.
struct PlanDetectors: Sendable {
  /// Within a programme, repetitions further apart than this belong to different sets, in seconds.
  static let longestPauseSeconds = 25.0

  private let planned: [PlannedSet]
  private let placement: Placement
  private let rateHertz: Double
  private var groups: [DetectorGroup] = []
  /// Which detector looks for each set of the plan: its group, and its place there.
  private var positions: [(group: Int, place: Int)] = []
  /// True once markers say where the sets are.
  private(set) var hasSetMarkers = false
  /// The set of the plan between whose markers the stream is.
  private(set) var runningSet: Int?

  init(plan: SessionPlan, placement: Placement, rateHertz: Double) {
    planned = plan.sets
    self.placement = placement
    self.rateHertz = rateHertz
    for (number, set) in planned.enumerated() {
      if let alike = planned[..<number].firstIndex(where: { $0.exercise == set.exercise }) {
        positions.append(positions[alike])
        continue
      }
      add(
        ExerciseDetector(
          exercise: set.exercise, placement: placement, target: set.target,
          longestPauseSeconds: plan.isSingle ? .infinity : Self.longestPauseSeconds,
          rateHertz: rateHertz))
    }
  }

  /// Adds the detector of the next set to those that read the same signal.
  private mutating func add(_ detector: ExerciseDetector) {
    if let group = groups.indices.first(where: { groups[$0].weights == detector.weights }) {
      positions.append((group, groups[group].detectors.count))
      groups[group].detectors.append(detector)
    } else {
      positions.append((groups.count, 0))
      groups.append(DetectorGroup(detector, rateHertz: rateHertz))
    }
  }

  /// The groups that look at what comes next.
  private var active: Range<Int> {
    guard hasSetMarkers else { return groups.indices }
    return runningSet.map { positions[$0].group..<positions[$0].group + 1 } ?? 0..<0
  }

  /// True when the gyroscope was found to contradict the accelerometer.
  var ignoresGyroscope: Bool {
    groups.indices.contains { group in
      groups[group].detectors.indices.contains { groups[group].detectors[$0].ignoresGyroscope }
    }
  }

  // MARK: - Samples

  /// Takes the next sample; true when the candidate sets may have changed.
  mutating func process(_ sample: UniformSample) -> Bool {
    var isChanged = false
    for group in active { isChanged = groups[group].process(sample) || isChanged }
    return isChanged
  }

  /// Goes on after a gap of this length, in seconds.
  mutating func interrupt(for seconds: Double) {
    for group in active { groups[group].interrupt(for: seconds) }
  }

  /// Ends the segment of signal: what is running is closed.
  mutating func cut() { interrupt(for: .infinity) }

  /// True when more was seen of a movement that is running, as `ExerciseDetector.hasUnread`.
  func hasUnread(along axis: Int?, after seconds: Double) -> Bool {
    active.contains { group in
      groups[group].detectors.indices.contains {
        groups[group].detectors[$0].hasUnread(along: axis, after: seconds)
      }
    }
  }

  /// Takes the movements that are running into the candidate sets, as far as they were seen; true
  /// where that changes these.
  mutating func readRunning(along axis: Int?) -> Bool {
    var isChanged = false
    for group in active {
      for place in groups[group].detectors.indices {
        isChanged = groups[group].detectors[place].readRunning(along: axis) || isChanged
      }
    }
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
      // It sees nothing of what the others see, and so has a signal of its own.
      positions[set] = (groups.count, 0)
      groups.append(
        DetectorGroup(
          ExerciseDetector(
            exercise: planned[set].exercise, placement: placement, target: planned[set].target,
            isMarked: true, longestPauseSeconds: .infinity, rateHertz: rateHertz),
          rateHertz: rateHertz))
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
    self[set].set(selected: selected, isFinal: isFinal)
  }

  /// What may be a set of a programme: where several alike are planned, their rests may part it.
  mutating func parts(of set: Int) -> CandidateSets {
    let own = planned[set]
    // What the sensor cannot see takes no time from what it can.
    guard own.exercise.placements.contains(placement) else {
      return CandidateSets([CandidateList]())
    }
    let alike = planned.count { $0.exercise == own.exercise && $0.side == own.side }
    return self[set].parts(atMost: alike)
  }

  /// The confidence that a candidate set is the exercise of a set, and what else it could be.
  func confidence(of candidate: CandidateSet, in set: Int) -> Confidence? {
    self[set].confidence(of: candidate)
  }

  /// The position that is held in a set; nil for none.
  func liveHold(of set: Int) -> LiveHold? { self[set].liveHold }

  /// The detector that looks for a set; where it lies, since it is dear to copy.
  private subscript(set: Int) -> ExerciseDetector {
    _read { yield groups[positions[set].group].detectors[positions[set].place] }
    _modify { yield &groups[positions[set].group].detectors[positions[set].place] }
  }
}
