/// Keeps what was reported of one set, and reports what is new when the set's candidate set has
/// changed.
struct SetRecorder: Sendable {
  /// Index of the set in the session's plan.
  let set: Int
  /// What was looked for.
  let plan: PlannedSet
  private let rateHertz: Double
  private var repLog: EventLog<Repetition>
  private var holdLog: EventLog<Hold>
  /// What was computed for the movements that were listed.
  private var smoothness: [SmoothnessReader.Ways: Double?] = [:]
  private var lastReached = -Double.infinity
  /// The movements that were taken last: of a long set most are what they were.
  private var taken: [TakenMovement] = []

  /// - Parameter keepsWithdrawn: whether what was counted and no longer is stays listed. In a
  ///   programme it does not: there it mostly was another exercise.
  init(set: Int, plan: PlannedSet, keepsWithdrawn: Bool, rateHertz: Double) {
    self.set = set
    self.plan = plan
    self.rateHertz = rateHertz
    repLog = EventLog(keepsWithdrawn: keepsWithdrawn)
    holdLog = EventLog(keepsWithdrawn: keepsWithdrawn)
  }

  /// The listed repetitions.
  var reps: [Repetition] { repLog.entries }
  /// The listed holds.
  var holds: [Hold] { holdLog.entries }

  /// True when something was seen that is the exercise, wholly or in part.
  var isBegun: Bool {
    (reps.map(\.verdict) + holds.map(\.verdict)).contains { $0 != .notLikeTheOthers }
  }

  /// Counted repetitions or holds.
  var count: Int { repLog.count + holdLog.count }

  /// Takes the set's candidate set as it is classified now; gives what a person should hear of it.
  mutating func update(
    _ candidate: CandidateSet?, now: Double, speeds: AngularSpeedHistory
  ) -> [SessionEvent] {
    let known =
      candidate?.prefixCount { position, movement in
        position < taken.count && taken[position] == TakenMovement(movement, isFinal: true)
      } ?? 0
    // The rest after a movement lasts until the next one: the last of those that are what they were
    // is looked at once more.
    let first = max(0, known - 1)
    let movements = candidate?.movements(from: first) ?? []
    defer {
      taken.removeSubrange(first...)
      taken += movements.map { TakenMovement($0, isFinal: isFinal($0)) }
    }
    return switch plan.exercise.parameters {
    case .cycle: updateReps(movements, isWhole: first == 0, now: now, speeds: speeds)
    case .hold(let parameters):
      updateHolds(movements, isWhole: first == 0, parameters, now: now)
    }
  }

  /// True where nothing more will be known of a movement.
  private func isFinal(_ classified: ClassifiedMovement) -> Bool {
    guard !classified.movement.isProvisional else { return false }
    return plan.exercise.kind == .hold || !classified.isExercise
      || smoothness[.init(classified.movement)] != nil
  }

  /// From when on movements are looked at anew, in seconds.
  private func begin(_ frame: Int?, isWhole: Bool) -> Double {
    isWhole ? -.infinity : frame.map(seconds) ?? -.infinity
  }
}

// MARK: - Repetitions

extension SetRecorder {
  private mutating func updateReps(
    _ movements: [ClassifiedMovement], isWhole: Bool, now: Double, speeds: AngularSpeedHistory
  ) -> [SessionEvent] {
    measureSmoothness(movements.filter(\.isExercise).map(\.movement), speeds)
    let found = movements.enumerated().map { position, classified in
      let next = position + 1 < movements.count ? movements[position + 1].movement : nil
      return repetition(classified, next: next, now: now)
    }
    let begin = begin(movements.first?.movement.start, isWhole: isWhole)
    return repLog.update(found, from: begin, now: now).map { entry, change in
      switch change {
      case .new(let count): .repetition(set: set, entry, count: count)
      case .corrected: .repetitionCorrected(set: set, entry, count: count)
      }
    }
  }

  /// Of each movement of the exercise once, as soon as its speeds are all known: it changes no
  /// more, they are forgotten in time, and what is not listed now may be again.
  private mutating func measureSmoothness(
    _ movements: [Movement], _ speeds: AngularSpeedHistory
  ) {
    let reader = SmoothnessReader(speeds: speeds, rateHertz: rateHertz)
    for movement in movements where !movement.isProvisional {
      let ways = SmoothnessReader.Ways(movement)
      guard smoothness[ways] == nil else { continue }
      let value = reader.smoothness(of: movement)
      if value != nil || movement.restAfter + 1 < speeds.end { smoothness[ways] = .some(value) }
    }
  }

  private func repetition(
    _ classified: ClassifiedMovement, next: Movement?, now: Double
  ) -> Repetition {
    let movement = classified.movement
    let fiducials = [movement.start, movement.plateauStart, movement.plateauEnd, movement.end]
    var tempo: [Double?] = zip(fiducials.dropFirst(), fiducials).map { seconds($0 - $1) }
    tempo.append(next.map { max(0, seconds($0.start - movement.end)) })
    return Repetition(
      number: 0, start: seconds(movement.start), end: seconds(movement.end),
      verdict: classified.verdict, reason: classified.reason,
      rangeDegrees: Double(movement.turnedRadians) / Units.radiansPerDegree, tempo: tempo,
      smoothness: classified.isExercise ? smoothness[.init(movement)] ?? nil : nil,
      announcedAt: now)
  }

  private func seconds(_ frames: Int) -> Double { Double(frames) / rateHertz }
}

// MARK: - Holds

extension SetRecorder {
  /// A hold may be this much longer than the longest that is prescribed, in seconds: as exactly
  /// its two ends are found.
  static let longestOvertimeSeconds = 0.5

  /// Tells, once a hold, that a running hold has reached the prescribed time.
  mutating func reached(_ hold: LiveHold, now: Double) -> SessionEvent? {
    guard let prescribed = plan.target?.holdSeconds, hold.seconds(at: now) >= prescribed,
      hold.start > lastReached
    else { return nil }
    lastReached = now
    return .holdReached(set: set, time: hold.start + prescribed)
  }

  private mutating func updateHolds(
    _ movements: [ClassifiedMovement], isWhole: Bool, _ parameters: HoldParameters, now: Double
  ) -> [SessionEvent] {
    let found = movements.map { hold($0, parameters, now: now) }
      .filter { $0.isCounted || $0.seconds >= parameters.minimumHoldSeconds }
    let begin = begin(movements.first?.movement.plateauStart, isWhole: isWhole)
    return holdLog.update(found, from: begin, now: now).map { entry, change in
      switch change {
      case .new(let count): .hold(set: set, entry, count: count)
      case .corrected: .holdCorrected(set: set, entry, count: count)
      }
    }
  }

  private func hold(
    _ classified: ClassifiedMovement, _ parameters: HoldParameters, now: Double
  ) -> Hold {
    let movement = classified.movement
    var hold = Hold(
      number: 0, start: seconds(movement.plateauStart), end: seconds(movement.plateauEnd),
      verdict: classified.verdict, reason: classified.reason,
      rangeDegrees: Double(movement.turnedRadians) / Units.radiansPerDegree, announcedAt: now)
    let prescribed = plan.target?.holdSeconds
    if let prescribed, hold.seconds >= prescribed {
      hold.reachedAt = hold.start + prescribed
    }
    let longest = plan.target?.holdSecondsMax.map { $0 + Self.longestOvertimeSeconds }
    let shortest =
      prescribed.map(parameters.shortestSeconds(ofPrescribed:)) ?? parameters.minimumHoldSeconds
    switch hold.verdict {
    case .unfinished where hold.seconds >= shortest:
      // It was held for at least this long, whatever came afterwards.
      hold.verdict = .ok
      hold.reason = .heldUntilBrokenOff
    case .ok where hold.seconds < shortest:
      hold.verdict = .short
      hold.reason = .letGoEarly
    case .ok where hold.seconds > longest ?? .infinity:
      hold.verdict = .tooLong
      hold.reason = .heldLong
    default: break
    }
    return hold
  }
}

/// By what a listed movement is known to be what it was.
private struct TakenMovement: Sendable, Equatable {
  private var start, end: Int
  private var plateauStart, plateauEnd: Int
  private var verdict: Verdict
  private var reason: VerdictReason?
  private var turnedRadians: Float
  /// True where nothing more will be known of it.
  var isFinal: Bool

  init(_ classified: borrowing ClassifiedMovement, isFinal: Bool) {
    (start, end) = (classified.movement.start, classified.movement.end)
    plateauStart = classified.movement.plateauStart
    plateauEnd = classified.movement.plateauEnd
    turnedRadians = classified.movement.turnedRadians
    (verdict, reason) = (classified.verdict, classified.reason)
    self.isFinal = isFinal
  }
}
