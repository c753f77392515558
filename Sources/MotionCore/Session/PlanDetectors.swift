/// The detectors of a plan that look at the whole stream: one for each exercise, whatever the number
/// of its sets.
struct PlanDetectors: Sendable {
  /// Within a programme, repetitions further apart than this belong to different sets, in seconds.
  static let longestPauseSeconds = 25.0

  private let plan: SessionPlan
  private let placement: Placement
  private var exercises: [Exercise] = []
  // Asked by position: a detector is large, and dear to copy.
  private var detectors: [ExerciseDetector] = []

  init(plan: SessionPlan, placement: Placement, rateHertz: Double) {
    self.plan = plan
    self.placement = placement
    for set in plan.sets where !exercises.contains(set.exercise) {
      exercises.append(set.exercise)
      detectors.append(
        ExerciseDetector(
          exercise: set.exercise, placement: placement, target: set.target,
          longestPauseSeconds: plan.isSingle ? .infinity : Self.longestPauseSeconds,
          rateHertz: rateHertz))
    }
  }

  /// True when the gyroscope was found to contradict the accelerometer.
  var ignoresGyroscope: Bool { detectors.indices.contains { detectors[$0].ignoresGyroscope } }

  /// Takes the next sample; true when the candidate sets may have changed.
  mutating func process(_ sample: UniformSample) -> Bool {
    var isChanged = false
    for index in detectors.indices {
      isChanged = detectors[index].process(sample) || isChanged
    }
    return isChanged
  }

  /// Goes on after a gap of this length, in seconds.
  mutating func interrupt(for seconds: Double) {
    for index in detectors.indices { detectors[index].interrupt(for: seconds) }
  }

  /// Ends the segment of signal: what is running is closed.
  mutating func cut() {
    for index in detectors.indices { detectors[index].cut() }
  }

  /// True when more was seen of a movement that is running, as `ExerciseDetector.hasUnread`.
  func hasUnread(along axis: Int?, after seconds: Double) -> Bool {
    detectors.indices.contains { detectors[$0].hasUnread(along: axis, after: seconds) }
  }

  /// Takes the movements that are running into the candidate sets, as far as they were seen; true
  /// where that changes these.
  mutating func readRunning(along axis: Int?) -> Bool {
    var isChanged = false
    for index in detectors.indices {
      isChanged = detectors[index].readRunning(along: axis) || isChanged
    }
    return isChanged
  }

  /// The one set of the only exercise, as `ExerciseDetector.set`.
  mutating func onlySet(selected: CandidateSet.Identity?, isFinal: Bool) -> CandidateSet? {
    detectors[0].set(selected: selected, isFinal: isFinal)
  }

  /// What may be a set of a programme: where several alike are planned, their rests may part it.
  mutating func parts(of set: PlannedSet) -> CandidateSets {
    // What the sensor cannot see takes no time from what it can.
    guard set.exercise.placements.contains(placement), let detector = position(of: set) else {
      return CandidateSets([CandidateList]())
    }
    let alike = plan.sets.count { $0.exercise == set.exercise && $0.side == set.side }
    return detectors[detector].parts(atMost: alike)
  }

  /// The confidence that a candidate set is the exercise of a set, and what else it could be.
  func confidence(of candidate: CandidateSet, in set: PlannedSet) -> Confidence? {
    position(of: set).map { detectors[$0].confidence(of: candidate) }
  }

  /// The position that is held in a set; nil for none.
  func liveHold(of set: PlannedSet) -> LiveHold? {
    position(of: set).flatMap { detectors[$0].liveHold }
  }

  private func position(of set: PlannedSet) -> Int? { exercises.firstIndex(of: set.exercise) }
}
