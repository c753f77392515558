import MotionCore

/// What stands on the screen for how long. The times are those in which a sentence is read twice
/// from across the room; what is no longer true goes at once.
extension MessageBoard {
  /// Takes a cue: what it makes untrue goes, what it says comes.
  mutating func take(_ cue: GuideCue, _ words: GuideWords, at now: Double) {
    switch cue {
    case .go, .counted, .holdEnded, .setEnded, .paused, .resumed, .painAsked, .painNoted,
      .painUndone, .finished:
      clear()
    case .rest, .introduced: clear(.alarm)
    case .moveStrap:
      // Who has a strap to move rests meanwhile, and hears of the next set when it is moved.
      clear(.alarm)
      clear(.step)
    case .unseen, .weakSignal, .getReady, .holdStill, .notCounted, .corrected, .holdBegan,
      .holdSecondsLeft, .holdReached, .holdLongest, .nothingSeen, .noOtherSide, .painLevel,
      .returnAsked, .finishAsked:
      break
    }
    if let message = Message(cue, words) { add(message, at: now) }
  }
}

extension MessageBoard.Message {
  /// The general advice, at the start.
  static let safety = Self(
    SafetyNotice.short, .result, leastSeconds: 6, longestSeconds: 20)

  /// A note on the sensor or the recording.
  static func note(_ text: String) -> Self {
    Self(text, .hint, leastSeconds: 3, longestSeconds: 20)
  }

  /// What a hold came to.
  static func ended(_ hold: EndedHold) -> Self {
    Self(GuideWords.ended(hold), .result, leastSeconds: 4, longestSeconds: 20)
  }

  /// What is shown of a cue; nil where the figure or the phase says it.
  init?(_ cue: GuideCue, _ words: GuideWords) {
    func timed(
      _ priority: MessageBoard.Priority, _ least: Double, _ longest: Double = .infinity
    ) -> Self? {
      words.spoken(cue).map {
        Self($0, priority, leastSeconds: least, longestSeconds: longest)
      }
    }
    let message: Self? =
      switch cue {
      case .introduced(let set, let arm):
        Self(
          "\(words.instruction(set)) \(words.sensor(set, arm))", .step, leastSeconds: 4,
          longestSeconds: .infinity)
      case .counted(_, _, let asksSlower):
        asksSlower ? Self("Slower.", .hint, leastSeconds: 3, longestSeconds: 4) : nil
      case .holdEnded(_, let hold): .ended(hold)
      case .getReady, .holdSecondsLeft, .painLevel: nil
      case .notCounted, .corrected: timed(.hint, 3, 5)
      case .noOtherSide: timed(.alarm, 3, 5)
      case .go, .resumed, .painUndone: timed(.step, 3, 6)
      case .rest: timed(.step, 4, 30)
      case .holdBegan: timed(.step, 2, 10)
      case .holdReached: timed(.result, 2, 8)
      case .weakSignal: timed(.result, 6, 15)
      case .setEnded: timed(.result, 5, 12)
      case .nothingSeen: timed(.result, 6, 30)
      case .holdLongest, .returnAsked, .finishAsked: timed(.alarm, 4, 8)
      case .unseen, .holdStill, .moveStrap, .finished: timed(.step, 4)
      case .paused, .painAsked, .painNoted: timed(.alarm, 4)
      }
    guard let message else { return nil }
    self = message
  }
}
