/// What a person can ask of a single exercise, through which nobody is led: pain stops it, and it
/// can be ended.
///
/// A synchronous value like `Guide`, whose cues and markers it uses: its time is the stream's.
public struct SoloControl: Sendable {
  /// What is going on. Times are seconds from the first sample.
  public enum Phase: Sendable, Hashable {
    /// The exercise is counted.
    case counting
    /// A figure for the pain is waited for.
    case askingPain(PainQuestion)
    /// Pain was noted; what to do about it is said, and then all is over.
    case advising(PainAdvice)
    /// All is over.
    case finished
  }

  /// What is going on.
  public private(set) var phase = Phase.counting
  private let timing: GuideTiming
  private var now = 0.0
  private var finishUntil = -Double.infinity

  /// Nothing has been asked for yet.
  public init(timing: GuideTiming = GuideTiming()) { self.timing = timing }

  /// Takes the time of a sample, in seconds from the first one.
  public mutating func process(at seconds: Double) -> [GuideAction] {
    now = max(now, seconds)
    switch phase {
    case .counting, .finished: return []
    case .askingPain(var question): return take(question.take(now: now), to: question)
    case .advising(let advice): return now >= advice.until ? finish() : []
    }
  }

  /// Takes what the person asks for.
  public mutating func take(_ intent: GuideIntent) -> [GuideAction] {
    switch (phase, intent) {
    case (.counting, .pain):
      phase = .askingPain(
        PainQuestion(set: 0, now: now, timing: timing, pending: [.pain(level: nil)]))
      return [.cue(.painAsked(set: 0))]
    case (.counting, .finish):
      if now < finishUntil { return finish() }
      finishUntil = now + timing.confirmationSeconds
      return [.cue(.finishAsked)]
    case (.askingPain(var question), _):
      let actions = take(question.take(intent, now: now), to: question)
      return intent == .finish ? actions + finish() : actions
    case (.advising, .next), (.advising, .pause), (.advising, .finish): return finish()
    case (.counting, _), (.advising, _), (.finished, _): return []
    }
  }

  private mutating func take(
    _ answer: PainQuestion.Answer, to asked: PainQuestion
  ) -> [GuideAction] {
    var question = asked
    switch answer {
    case .open(let actions):
      phase = .askingPain(question)
      return actions
    case .undone:
      phase = .counting
      return [.cue(.painUndone(set: 0))]
    case .given:
      let notes = question.conclude()
      let advice = PainAdvice(question, now: now, timing: timing, restUntil: now)
      phase = .advising(advice)
      return notes + [.cue(advice.cue)]
    }
  }

  private mutating func finish() -> [GuideAction] {
    phase = .finished
    return [.cue(.finished), .end]
  }
}
