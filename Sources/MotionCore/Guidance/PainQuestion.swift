/// The exercise was stopped for pain: for a few seconds it can be undone, then how strong the pain
/// is can still be said.
public struct PainQuestion: Sendable, Hashable {
  /// What became of the question.
  enum Answer: Sendable {
    /// Nothing yet; markers that can no longer be undone.
    case open([GuideAction])
    /// It was no pain.
    case undone
    /// It is answered, or nothing more is said.
    case given
  }

  /// The set that hurt.
  public let set: Int
  /// The figure as it stands while it is chosen with two buttons.
  public private(set) var level: Int?
  /// Until when it can be undone, in seconds of the stream.
  public let undoUntil: Double
  /// Until when the figure is waited for, in seconds of the stream.
  public let until: Double
  /// What the stream is to hold of it, once it can no longer be undone.
  private(set) var pending: [Marker.Kind]

  init(set: Int, now: Double, timing: GuideTiming, pending: [Marker.Kind]) {
    self.set = set
    self.pending = pending
    undoUntil = now + timing.painUndoSeconds
    until = now + timing.painAnswerSeconds
  }

  /// True while it can be undone.
  public func isUndoable(at now: Double) -> Bool { now < undoUntil && !pending.isEmpty }

  /// Takes the time.
  mutating func take(now: Double) -> Answer {
    if now >= until { return .given }
    return .open(now >= undoUntil ? settle() : [])
  }

  /// Takes what the person says. A figure is given by its key, or chosen with two buttons and
  /// confirmed with a third.
  mutating func take(_ intent: GuideIntent, now: Double) -> Answer {
    switch intent {
    case .painLevel(let level):
      guard (0...10).contains(level) else { return .open([]) }
      self.level = level
      return .given
    case .pause, .finish: return .given
    case .next, .back:
      let chosen = max(0, min(10, (level ?? 0) + (intent == .next ? 1 : -1)))
      level = chosen
      return .open([.cue(.painLevel(chosen))])
    case .undo: return isUndoable(at: now) ? .undone : .open([])
    case .switchSide, .pain: return .open([])
    }
  }

  /// What is still to be noted, with the figure where one was given.
  mutating func conclude() -> [GuideAction] {
    settle() + (level.map { [.note(.pain(level: $0))] } ?? [])
  }

  private mutating func settle() -> [GuideAction] {
    defer { pending = [] }
    return pending.map { .note($0) }
  }
}
