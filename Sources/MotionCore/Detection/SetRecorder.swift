/// Keeps what was told of one set, and tells what is new when the set's bout has changed.
struct SetRecorder: Sendable {
  /// Index of the set in the session's plan.
  let set: Int
  /// What was looked for.
  let plan: PlannedSet
  private let rateHertz: Double
  private var repLedger: Ledger<Repetition>
  private var holdLedger: Ledger<Hold>
  /// What was computed for the listed repetitions, by their first and last frame.
  private var smoothness: [ClosedRange<Int>: Double] = [:]
  private var lastReached = -Double.infinity

  /// - Parameter keepsWithdrawn: whether what was counted and no longer is stays listed. In a
  ///   programme it does not: there it mostly was another exercise.
  init(set: Int, plan: PlannedSet, keepsWithdrawn: Bool, rateHertz: Double) {
    self.set = set
    self.plan = plan
    self.rateHertz = rateHertz
    repLedger = Ledger(keepsWithdrawn: keepsWithdrawn)
    holdLedger = Ledger(keepsWithdrawn: keepsWithdrawn)
  }

  /// The listed repetitions.
  var reps: [Repetition] { repLedger.entries }
  /// The listed holds.
  var holds: [Hold] { holdLedger.entries }

  /// True when something was seen that is the exercise, wholly or in part.
  var isBegun: Bool {
    (reps.map(\.verdict) + holds.map(\.verdict)).contains { $0 != .notLikeTheOthers }
  }

  /// Counted repetitions or holds.
  var count: Int { repLedger.count + holdLedger.count }

  /// Takes the set's bout as it is judged now; gives what a person should hear of it.
  mutating func update(
    _ bout: Bout?, now: Double, speeds: AngularSpeedHistory
  ) -> [SessionEvent] {
    let movements = bout?.movements ?? []
    return switch plan.exercise.parameters {
    case .cycle: updateReps(movements, now: now, speeds: speeds)
    case .hold(let parameters): updateHolds(movements, parameters, now: now)
    }
  }
}

// MARK: - Repetitions

extension SetRecorder {
  private mutating func updateReps(
    _ movements: [JudgedMovement], now: Double, speeds: AngularSpeedHistory
  ) -> [SessionEvent] {
    measureSmoothness(movements.filter(\.isExercise).map(\.movement), speeds)
    let found = movements.enumerated().map { position, judged in
      let next = position + 1 < movements.count ? movements[position + 1].movement : nil
      return repetition(judged, next: next, now: now)
    }
    return repLedger.update(found, now: now).map { entry, change in
      switch change {
      case .new(let count): .repetition(set: set, entry, count: count)
      case .corrected: .repetitionCorrected(set: set, entry, count: count)
      }
    }
  }

  /// Of each movement of the exercise once: it changes no more, and its speeds are forgotten in time.
  private mutating func measureSmoothness(
    _ movements: [Movement], _ speeds: AngularSpeedHistory
  ) {
    let reader = SmoothnessReader(speeds: speeds, rateHertz: rateHertz)
    let known = smoothness
    smoothness = [:]
    for movement in movements {
      let frames = movement.start...movement.end
      smoothness[frames] = known[frames] ?? reader.smoothness(of: movement)
    }
  }

  private func repetition(
    _ judged: JudgedMovement, next: Movement?, now: Double
  ) -> Repetition {
    let movement = judged.movement
    let marks = [movement.start, movement.turnStart, movement.turnEnd, movement.end]
    var tempo: [Double?] = zip(marks.dropFirst(), marks).map { seconds($0 - $1) }
    tempo.append(next.map { max(0, seconds($0.start - movement.end)) })
    return Repetition(
      number: 0, start: seconds(movement.start), end: seconds(movement.end),
      verdict: judged.verdict, reason: judged.reason,
      rangeDegrees: Double(movement.turnedRadians) / Units.radiansPerDegree, tempo: tempo,
      smoothness: smoothness[movement.start...movement.end], announcedAt: now)
  }

  private func seconds(_ frames: Int) -> Double { Double(frames) / rateHertz }
}

// MARK: - Holds

extension SetRecorder {
  /// Tells, once a hold, that a running hold has reached the prescribed time.
  mutating func reached(holdStart: Double, now: Double) -> SessionEvent? {
    guard let prescribed = plan.target?.holdSeconds, now - holdStart >= prescribed,
      holdStart > lastReached
    else { return nil }
    lastReached = now
    return .holdReached(set: set, time: holdStart + prescribed)
  }

  private mutating func updateHolds(
    _ movements: [JudgedMovement], _ parameters: HoldParameters, now: Double
  ) -> [SessionEvent] {
    let found = movements.map { hold($0, parameters, now: now) }
      .filter { $0.isCounted || $0.seconds >= parameters.minimumHoldSeconds }
    return holdLedger.update(found, now: now).map { entry, change in
      switch change {
      case .new(let count): .hold(set: set, entry, count: count)
      case .corrected: .holdCorrected(set: set, entry, count: count)
      }
    }
  }

  private func hold(
    _ judged: JudgedMovement, _ parameters: HoldParameters, now: Double
  ) -> Hold {
    let movement = judged.movement
    var hold = Hold(
      number: 0, start: seconds(movement.turnStart), end: seconds(movement.turnEnd),
      verdict: judged.verdict, reason: judged.reason,
      rangeDegrees: Double(movement.turnedRadians) / Units.radiansPerDegree, announcedAt: now)
    let prescribed = plan.target?.holdSeconds
    if let prescribed, hold.seconds >= prescribed {
      hold.reachedAt = hold.start + prescribed
    }
    let shortest =
      prescribed.map { $0 * (1 - parameters.toleranceFraction) } ?? parameters.minimumHoldSeconds
    switch hold.verdict {
    case .unfinished where hold.seconds >= shortest:
      // It was held for at least this long, whatever came afterwards.
      hold.verdict = .ok
      hold.reason = "still held when the signal broke off"
    case .ok where hold.seconds < shortest:
      hold.verdict = .short
      hold.reason = "let go before the prescribed time"
    default: break
    }
    return hold
  }
}
