/// Pain: it stops the exercise, can be undone for a few seconds, and is followed by advice.
extension Guide {
  /// Pain in the rest belongs to the set that is over; else to the one that runs or begins.
  mutating func stopForPain(_ set: Int) -> [GuideAction] {
    var (hurt, actions) = (set, [GuideAction]())
    var pending: [Marker.Kind] = [.pain(level: nil)]
    switch phase {
    case .exercising: actions = close(set)
    case .preparing(let until) where until - now > timing.countdownSeconds && ended != nil:
      hurt = ended ?? set
    case .starting, .preparing, .passingOver, .movingStrap, .settling, .paused, .askingPain,
      .advising, .finished:
      pending.insert(start(of: set), at: 0)
    }
    phase = .askingPain(PainQuestion(set: hurt, now: now, timing: timing, pending: pending))
    return actions + [.cue(.painAsked(set: hurt))]
  }

  /// Notes what can no longer be undone, and goes on where nothing more is said.
  mutating func wait(for asked: PainQuestion) -> [GuideAction] {
    var question = asked
    return take(question.take(now: now), to: question)
  }

  /// Takes what is said of the pain.
  mutating func answer(_ intent: GuideIntent, _ asked: PainQuestion) -> [GuideAction] {
    var question = asked
    let actions = take(question.take(intent, now: now), to: question)
    return intent == .finish ? actions + finish() : actions
  }

  private mutating func take(
    _ answer: PainQuestion.Answer, to question: PainQuestion
  ) -> [GuideAction] {
    switch answer {
    case .open(let actions):
      phase = .askingPain(question)
      return actions
    case .undone: return undo(question)
    case .given: return notePain(question)
    }
  }

  /// It was no pain: a set that ran goes on.
  private mutating func undo(_ question: PainQuestion) -> [GuideAction] {
    let said = [GuideAction.cue(.painUndone(set: question.set))]
    guard question.set == current, question.pending == [.pain(level: nil)] else {
      return said + arrive(restUntil: now)
    }
    return said + begin(question.set)
  }

  /// Notes the figure, leaves out what is still to come of the exercise that hurt, and says what to
  /// do about it.
  private mutating func notePain(_ asked: PainQuestion) -> [GuideAction] {
    var question = asked
    let notes = question.conclude()
    let set = question.set
    ended = set
    if set == current { route.advance() }
    let exercise = sets[set].exercise.id
    hurt.insert(exercise)
    route.leaveOut(exercise: exercise, sets)
    let advice = PainAdvice(
      question, now: now, timing: timing,
      restUntil: now + max(restSeconds[set], timing.painRestSeconds))
    phase = .advising(advice)
    return notes + [.cue(advice.cue)]
  }

  /// While the advice stands: finish is at hand, and after severe pain what pause stands for.
  mutating func take(_ intent: GuideIntent, after advice: PainAdvice) -> [GuideAction] {
    switch intent {
    case .finish: finish()
    case .pause where advice.isSevere: finish()
    case .next, .pause: goOn(after: advice)
    case .back:
      if confirmation?.intent == .back { returnTo(advice.set) } else { askReturn(to: advice.set) }
    case .switchSide, .pain, .painLevel, .undo: []
    }
  }

  private mutating func askReturn(to set: Int) -> [GuideAction] {
    confirmation = (.back, .infinity)
    return [.cue(.returnAsked(set: set))]
  }

  private mutating func returnTo(_ set: Int) -> [GuideAction] {
    confirmation = nil
    route.goBack()
    return arrive(restUntil: now)
  }

  /// The advice has stood for long enough.
  mutating func leave(_ advice: PainAdvice) -> [GuideAction] {
    advice.isSevere ? finish() : goOn(after: advice)
  }

  private mutating func goOn(after advice: PainAdvice) -> [GuideAction] {
    confirmation = nil
    return arrive(restUntil: route.current == nil ? now : max(now, advice.restUntil))
  }
}
