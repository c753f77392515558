/// Keeps what was told of one set, and tells what is new when the set's bout has changed.
struct SetRecorder: Sendable {
  /// Index of the set in the session's plan.
  let set: Int
  /// What was looked for.
  let plan: PlannedSet
  private let keepsWithdrawn: Bool
  private let rateHertz: Double
  private(set) var reps: [Repetition] = []
  private(set) var holds: [Hold] = []

  /// - Parameter keepsWithdrawn: whether what was counted and no longer is stays listed. In a
  ///   programme it does not: there it mostly was another exercise.
  init(set: Int, plan: PlannedSet, keepsWithdrawn: Bool, rateHertz: Double) {
    self.set = set
    self.plan = plan
    self.keepsWithdrawn = keepsWithdrawn
    self.rateHertz = rateHertz
  }

  /// Counted repetitions or holds.
  var count: Int { reps.count { $0.isCounted } + holds.count { $0.isCounted } }

  /// Takes the set's bout as it is judged now; gives what a person should hear of it.
  mutating func update(_ bout: Bout?, now: Double) -> [SessionEvent] {
    let movements = bout?.movements ?? []
    return switch plan.exercise.parameters {
    case .cycle: updateReps(movements, now: now)
    case .hold(let parameters): updateHolds(movements, parameters, now: now)
    }
  }
}

// MARK: - Repetitions

extension SetRecorder {
  private mutating func updateReps(_ movements: [JudgedMovement], now: Double) -> [SessionEvent] {
    let found = movements.enumerated().map { position, judged in
      let next = position + 1 < movements.count ? movements[position + 1].movement : nil
      return repetition(judged, next: next, now: now)
    }
    let ledger = Ledger(told: reps, found: found, keepsWithdrawn: keepsWithdrawn, now: now)
    reps = ledger.entries
    return ledger.news.map { entry, isNew in
      isNew
        ? .repetition(set: set, entry, count: countOfReps(through: entry))
        : .repetitionCorrected(set: set, entry, count: count)
    }
  }

  private func countOfReps(through entry: Repetition) -> Int {
    reps.count { $0.isCounted && $0.number <= entry.number }
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
      announcedAt: now)
  }

  private func seconds(_ frames: Int) -> Double { Double(frames) / rateHertz }
}

// MARK: - Holds

extension SetRecorder {
  private mutating func updateHolds(
    _ movements: [JudgedMovement], _ parameters: HoldParameters, now: Double
  ) -> [SessionEvent] {
    let found = movements.map { hold($0, parameters, now: now) }
    let ledger = Ledger(told: holds, found: found, keepsWithdrawn: keepsWithdrawn, now: now)
    holds = ledger.entries
    return ledger.news.map { entry, isNew in
      isNew
        ? .hold(
          set: set, entry,
          count: holds.count { $0.isCounted && $0.number <= entry.number })
        : .holdCorrected(set: set, entry, count: count)
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
    guard let prescribed = plan.target?.holdSeconds else { return hold }
    if hold.seconds >= prescribed { hold.reachedAt = hold.start + prescribed }
    if hold.verdict == .ok, hold.seconds < prescribed * (1 - parameters.toleranceFraction) {
      hold.verdict = .short
      hold.reason = "let go before the prescribed time"
    }
    return hold
  }
}
