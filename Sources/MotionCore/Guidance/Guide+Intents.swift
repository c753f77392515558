/// What the person asks for.
extension Guide {
  /// Takes what the person asks for.
  public mutating func take(_ intent: GuideIntent) -> [GuideAction] {
    if case .askingPain(let question) = phase { return answer(intent, question) }
    if case .advising(let advice) = phase { return take(intent, after: advice) }
    guard let set = current, phase != .finished, phase != .starting else {
      return intent == .finish && phase != .finished ? finish() : []
    }
    let question = self.question(intent)
    defer { if question == nil { confirmation = nil } }
    if let question, !isConfirmed(intent) {
      confirmation = (intent, now + timing.confirmationSeconds)
      return [.cue(question)]
    }
    switch intent {
    case .pause: return pauseOrResume()
    case .next: return goOn(set)
    case .back: return goBack(set)
    case .switchSide: return switchSide(set)
    case .pain: return stopForPain(set)
    case .painLevel, .undo: return []
    case .finish: return finish()
    }
  }

  /// What is asked back before an intent is carried out; nil where it is carried out at once.
  private func question(_ intent: GuideIntent) -> GuideCue? {
    switch intent {
    case .finish: .finishAsked
    case .back:
      setBehind.flatMap { hurt.contains(sets[$0].exercise.id) ? .returnAsked(set: $0) : nil }
    case .pause, .next, .switchSide, .pain, .painLevel, .undo: nil
    }
  }

  private func isConfirmed(_ intent: GuideIntent) -> Bool {
    confirmation.map { $0.intent == intent && now < $0.until } ?? false
  }

  /// The set that going back leads to.
  private var setBehind: Int? {
    switch phase {
    case .exercising, .paused: current
    case .starting, .preparing, .passingOver, .movingStrap, .settling, .askingPain, .advising,
      .finished:
      route.previous ?? current
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
    case .starting, .askingPain, .advising, .finished: []
    }
  }

  private mutating func goBack(_ set: Int) -> [GuideAction] {
    let actions = closeRunning()
    confirmation = nil
    switch phase {
    case .exercising, .paused: break
    case .starting, .preparing, .passingOver, .movingStrap, .settling, .askingPain, .advising,
      .finished:
      route.goBack()
    }
    return actions + arrive(restUntil: now)
  }

  private mutating func switchSide(_ set: Int) -> [GuideAction] {
    guard route.changeSides(sets) else { return [.cue(.noOtherSide(set: set))] }
    return closeRunning() + arrive(restUntil: now)
  }
}
