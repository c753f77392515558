/// A set while it runs: its holds are timed, its count is followed, and it ends by itself.
extension Guide {
  /// Follows the running set to this moment.
  mutating func exercise(
    _ effort: Effort, _ detected: Double?
  ) -> [GuideAction] {
    guard let set = current else { return finish() }
    var effort = effort
    holdWatch?.process(stillness, at: now)
    let start = effort.isPositionKnown ? detected : detected ?? holdWatch?.start
    var actions = follow(&effort, holdStart: start, of: set)
    phase = .exercising(effort)
    if let reached = effort.reachedAt, effort.hold == nil,
      now - reached >= timing.settledTargetSeconds
    {
      return actions + endSet(set)
    }
    guard effort.hold == nil else { return actions }
    let share = waitedShare(effort, set)
    if share >= 1 || areFewDone(effort, set) { return actions + endSet(set) }
    if share >= 0.5, !effort.isReminded {
      effort.isReminded = true
      phase = .exercising(effort)
      actions.append(.cue(.nothingSeen(set: set, count: counts[set])))
    }
    return actions
  }

  /// How long nothing has come of the set, as a share of what is waited for.
  private func waitedShare(_ effort: Effort, _ set: Int) -> Double {
    let longestHold = sets[set].target.map { $0.holdSecondsMax ?? $0.holdSeconds ?? 0 } ?? 0
    let allowance = 3 * longestHold
    let fruitless = now - effort.lastProgress
    let idle = min(fruitless, stillness.stillSeconds(at: now))
    let limit = counts[set] > 0 ? timing.abandonedSeconds : timing.fruitlessSeconds
    return max(idle / (timing.idleSeconds + allowance), fruitless / (limit + allowance))
  }

  /// True when one or two movements were asked for, and seem to have been made.
  private func areFewDone(_ effort: Effort, _ set: Int) -> Bool {
    guard let reps = sets[set].target?.reps, reps < MovementFinder.fewestCycles,
      let still = stillness.since, now - still >= timing.fewDoneSeconds
    else { return false }
    return sets[set].exercise.kind == .hold
      ? effort.presumedHolds >= reps : still > effort.begun + timing.stillSeconds
  }

  /// Times the running hold.
  private mutating func follow(
    _ effort: inout Effort, holdStart: Double?, of set: Int
  ) -> [GuideAction] {
    guard let holdStart, let target = sets[set].target, let asked = target.holdSeconds else {
      if effort.hold?.isReached == true { effort.presumedHolds += 1 }
      effort.hold = nil
      return []
    }
    var actions: [GuideAction] = []
    var hold =
      effort.hold
      ?? RunningHold(start: holdStart, number: number(of: effort, set), announcedSeconds: nil)
    if effort.hold == nil {
      actions.append(.cue(.holdBegan(set: set, number: hold.number)))
      effort.lastProgress = now
    }
    hold.start = holdStart
    let left = Int((holdStart + asked - now).rounded(.up))
    if left > 0, !hold.isReached, left < hold.announcedSeconds ?? .max {
      hold.announcedSeconds = left
      actions.append(.cue(.holdSecondsLeft(set: set, left)))
    } else if left <= 0, !hold.isReached {
      hold.isReached = true
      actions.append(.cue(.holdReached(set: set, number: hold.number)))
    }
    if let longest = target.holdSecondsMax, !hold.isLongest, now - holdStart >= longest {
      hold.isLongest = true
      actions.append(.cue(.holdLongest(set: set, number: hold.number)))
    }
    effort.hold = hold
    return actions
  }

  private func number(of effort: Effort, _ set: Int) -> Int {
    1 + (effort.isPositionKnown ? counts[set] : max(counts[set], effort.presumedHolds))
  }

  /// Takes the session's events.
  public mutating func take(_ events: [SessionEvent]) -> [GuideAction] {
    events.flatMap { take($0) }
  }

  private mutating func take(_ event: SessionEvent) -> [GuideAction] {
    switch event {
    case .repetition(let set, let repetition, let count):
      assess(set, repetition.verdict, count)
    case .hold(let set, let hold, let count):
      assess(set, hold.verdict, count)
    case .repetitionCorrected(let set, _, let count), .holdCorrected(let set, _, let count):
      correct(set, count)
    case .holdReached, .gap: []
    }
  }

  private mutating func assess(_ set: Int, _ verdict: Verdict, _ count: Int) -> [GuideAction] {
    note(set, count, isNew: verdict.isCounted || counts[set] == 0)
    guard set == current, case .exercising = phase else { return [] }
    return verdict.isCounted
      ? [.cue(.counted(set: set, count: count, isTooFast: verdict == .tooFast))]
      : [.cue(.notCounted(set: set, verdict))]
  }

  private mutating func correct(_ set: Int, _ count: Int) -> [GuideAction] {
    let isNew = counts[set] != count
    note(set, count, isNew: isNew)
    return isNew ? [.cue(.corrected(set: set, count: count))] : []
  }

  private mutating func note(_ set: Int, _ count: Int, isNew: Bool) {
    counts[set] = count
    guard set == current, case .exercising(var effort) = phase else { return }
    effort.isPositionKnown = true
    if isNew { (effort.lastProgress, effort.isReminded) = (now, false) }
    effort.reachedAt =
      sets[set].target?.isMet(by: count) == true ? effort.reachedAt ?? now : nil
    phase = .exercising(effort)
  }
}
