/// A set while it runs: its holds are timed, its count is followed, and it ends by itself.
extension Guide {
  /// Follows the running set to this moment.
  mutating func exercise(
    _ effort: Effort, _ hold: LiveHold?
  ) -> [GuideAction] {
    guard let set = current else { return finish() }
    var effort = effort
    var actions = follow(&effort, hold, of: set)
    phase = .exercising(effort)
    // What is held beyond the target is mostly the position of the next exercise.
    let isWithinTarget = effort.hold.map { $0.number <= sets[set].target?.reps ?? .max } ?? false
    if let reached = effort.reachedAt, !isWithinTarget,
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
    let hold = sets[set].target.map { $0.holdSecondsMax ?? $0.holdSeconds ?? 0 } ?? 0
    let fruitless = now - effort.lastProgress
    let idle = counts[set] > 0 ? fruitless : min(fruitless, stillness.stillSeconds(at: now))
    return max(idle / (timing.idleSeconds + hold), fruitless / (timing.fruitlessSeconds + hold))
  }

  /// True when one or two movements were asked for, and seem to have been made.
  private func areFewDone(_ effort: Effort, _ set: Int) -> Bool {
    guard let reps = sets[set].target?.reps, reps < FormerAxes.fewestCycles,
      let still = stillness.since, now - still >= timing.fewDoneSeconds
    else { return false }
    return sets[set].exercise.kind == .hold
      ? effort.lastHold != nil && effort.holds.done >= reps
      : still > effort.begun + timing.stillSeconds
  }

  /// Times the running hold. While it is left for a moment nothing is said of it.
  private mutating func follow(
    _ effort: inout Effort, _ live: LiveHold?, of set: Int
  ) -> [GuideAction] {
    guard let target = sets[set].target, let asked = target.holdSeconds else { return [] }
    guard let live else { return endHold(&effort, of: set) }
    // What may as well be a step aside is not spoken of.
    guard effort.hold != nil || live.seconds(at: now) >= shortestHold(set) else { return [] }
    var actions: [GuideAction] = []
    var hold =
      effort.hold
      ?? RunningHold(timing: live, number: effort.holds.nextNumber, announcedSeconds: nil)
    hold.timing = live
    defer { effort.hold = hold }
    guard live.leftAt == nil else { return [] }
    effort.lastProgress = now
    if effort.hold == nil { actions.append(.cue(.holdBegan(set: set, number: hold.number))) }
    let left = Int((asked - live.seconds(at: now)).rounded(.up))
    if left > 0, !hold.isReached, left < hold.announcedSeconds ?? .max {
      hold.announcedSeconds = left
      actions.append(.cue(.holdSecondsLeft(set: set, left)))
    } else if left <= 0, !hold.isReached {
      hold.isReached = true
      actions.append(.cue(.holdReached(set: set, number: hold.number)))
    }
    if let longest = target.holdSecondsMax, !hold.isLongest, live.seconds(at: now) >= longest {
      hold.isLongest = true
      actions.append(.cue(.holdLongest(set: set, number: hold.number)))
    }
    return actions
  }

  private func shortestHold(_ set: Int) -> Double {
    guard case .hold(let parameters) = sets[set].exercise.parameters else { return 0 }
    return parameters.minimumHoldSeconds
  }

  /// Notes the hold that ran until now.
  private func endHold(_ effort: inout Effort, of set: Int) -> [GuideAction] {
    guard let hold = effort.hold, case .hold(let parameters) = sets[set].exercise.parameters else {
      return []
    }
    effort.hold = nil
    let ended = effort.holds.take(
      hold.timing, number: hold.number, at: now, target: sets[set].target, parameters)
    effort.lastHold = ended
    return [.cue(.holdEnded(set: set, ended))]
  }

  /// Takes the session's events.
  public mutating func take(_ events: [SessionEvent]) -> [GuideAction] {
    events.flatMap { take($0) }
  }

  private mutating func take(_ event: SessionEvent) -> [GuideAction] {
    switch event {
    case .repetition(let set, let repetition, let count):
      assess(set, repetition.verdict, count, repetition)
    case .hold(let set, let hold, let count):
      assess(set, hold.verdict, count, hold: hold)
    case .repetitionCorrected(let set, _, let count): correct(set, count)
    case .holdCorrected(let set, let hold, let count): correct(set, count, hold)
    case .holdReached, .gap: []
    }
  }

  private mutating func assess(
    _ set: Int, _ verdict: Verdict, _ count: Int, _ repetition: Repetition? = nil,
    hold: Hold? = nil
  ) -> [GuideAction] {
    note(set, count, isNew: verdict.isCounted || counts[set] == 0, hold)
    guard set == current, case .exercising = phase else { return [] }
    guard verdict.isCounted else { return [.cue(.notCounted(set: set, verdict))] }
    let asksSlower = repetition.map { pace?.isReminderDue(after: $0) ?? false } ?? false
    return [.cue(.counted(set: set, count: count, asksSlower: asksSlower))]
  }

  private mutating func correct(_ set: Int, _ count: Int, _ hold: Hold? = nil) -> [GuideAction] {
    let isNew = counts[set] != count
    note(set, count, isNew: isNew, hold)
    return isNew ? [.cue(.corrected(set: set, count: count))] : []
  }

  private mutating func note(_ set: Int, _ count: Int, isNew: Bool, _ hold: Hold? = nil) {
    counts[set] = count
    guard set == current, case .exercising(var effort) = phase else { return }
    if let hold { effort.holds.take(count: count, judged: hold) }
    if isNew { (effort.lastProgress, effort.isReminded) = (now, false) }
    effort.reachedAt =
      sets[set].target?.isMet(by: count) == true ? effort.reachedAt ?? now : nil
    phase = .exercising(effort)
  }
}
