/// What the person asks for.
extension Guide {
  /// Takes what the person asks for.
  public mutating func take(_ intent: GuideIntent) -> [GuideAction] {
    guard let set = current, phase != .finished, phase != .starting else {
      return intent == .finish && phase != .finished ? finish() : []
    }
    if case .askingPain(let hurt, let level, let until) = phase {
      return answer(intent, hurt, level, until)
    }
    switch intent {
    case .pause: return pauseOrResume()
    case .next: return goOn(set)
    case .back: return goBack(set)
    case .switchSide: return switchSide(set)
    case .pain: return stopForPain(set)
    case .painLevel: return []
    case .finish: return finish()
    }
  }

  private mutating func pauseOrResume() -> [GuideAction] {
    if case .paused = phase, let set = current { return [.cue(.resumed(set: set))] + resume(set) }
    let actions = closeRunning()
    phase = .paused(since: now)
    return actions + [.cue(.paused)]
  }

  /// Goes on after a pause: with the countdown alone where the exercise is known already.
  private mutating func resume(_ set: Int) -> [GuideAction] {
    let actions = arrive(restUntil: now)
    if case .preparing = phase, ended == set {
      phase = .preparing(until: now + timing.countdownSeconds)
      return []
    }
    return actions
  }

  private mutating func closeRunning() -> [GuideAction] {
    if case .exercising = phase, let set = current { close(set) } else { [] }
  }

  private mutating func goOn(_ set: Int) -> [GuideAction] {
    switch phase {
    case .preparing, .settling, .movingStrap: begin(set)
    case .exercising: endSet(set)
    case .passingOver: leave()
    case .paused: pauseOrResume()
    case .starting, .askingPain, .finished: []
    }
  }

  private mutating func goBack(_ set: Int) -> [GuideAction] {
    let actions = closeRunning()
    switch phase {
    case .exercising, .paused: break
    case .starting, .preparing, .passingOver, .movingStrap, .settling, .askingPain, .finished:
      route.goBack()
    }
    return actions + arrive(restUntil: now)
  }

  private mutating func switchSide(_ set: Int) -> [GuideAction] {
    guard route.changeSides(sets) else { return [.cue(.noOtherSide(set: set))] }
    return closeRunning() + arrive(restUntil: now)
  }

  /// Pain in the rest belongs to the set that is over; else to the one that runs or begins.
  private mutating func stopForPain(_ set: Int) -> [GuideAction] {
    var (hurt, actions) = (set, [GuideAction]())
    switch phase {
    case .exercising:
      actions = [.note(.pain(level: nil))]
    case .preparing(let until) where until - now > timing.countdownSeconds && ended != nil:
      hurt = ended ?? set
      actions = [.note(.pain(level: nil))]
    case .starting, .preparing, .passingOver, .movingStrap, .settling, .paused, .askingPain,
      .finished:
      actions = [.note(start(of: set)), .note(.pain(level: nil))]
    }
    (ended, holdWatch) = (hurt, nil)
    phase = .askingPain(set: hurt, level: nil, until: now + timing.painAnswerSeconds)
    return actions + [.cue(.painAsked(set: hurt))]
  }

  /// A figure is given by its key, or chosen with two buttons and confirmed with a third.
  private mutating func answer(
    _ intent: GuideIntent, _ set: Int, _ level: Int?, _ until: Double
  ) -> [GuideAction] {
    switch intent {
    case .painLevel(let level):
      return (0...10).contains(level) ? notePain(of: set, level: level) : []
    case .pause: return notePain(of: set, level: level)
    case .finish: return notePain(of: set, level: level) + finish()
    case .next, .back:
      let level = max(0, min(10, (level ?? 0) + (intent == .next ? 1 : -1)))
      phase = .askingPain(set: set, level: level, until: now + timing.painAnswerSeconds)
      return [.cue(.painLevel(level))]
    case .switchSide, .pain: return []
    }
  }

  /// Notes the figure and leaves out what is still to come of the exercise that hurt.
  mutating func notePain(of set: Int, level: Int?) -> [GuideAction] {
    let noted: [GuideAction] = level.map { [.note(.pain(level: $0))] } ?? []
    if set == current { route.advance() }
    route.leaveOut(exercise: sets[set].exercise.id, sets)
    let rest = max(restSeconds[set], timing.painRestSeconds)
    return noted + [.cue(.painNoted(set: set, level: level))]
      + arrive(restUntil: route.current == nil ? now : now + rest)
  }
}
