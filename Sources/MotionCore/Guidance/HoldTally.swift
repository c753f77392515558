/// The holds of a set as a person sees them: at once, and so mostly ahead of the session, which
/// counts a hold a moment after its release, and the first one only with a second one like it. Where
/// a hold may be taken again for a while the session may as well be first.
public struct HoldTally: Sendable, Hashable {
  /// By how much a hold may be timed too short while it runs, in seconds: the latest 'let go' that
  /// 'accuracy-trials hold-cues' allows.
  static let uncertaintySeconds = 0.4

  /// What the session has counted last.
  private var counted: Int
  /// When those began that were long enough, and of which the session has said nothing yet.
  private var awaited: [Double] = []
  /// The end of the last hold of which it has.
  private var judgedUntil = -Double.infinity

  /// The tally of a set of which so many are counted already.
  public init(counted: Int = 0) { self.counted = counted }

  /// How many seem to have been done.
  public var done: Int { counted + awaited.count }

  /// The number of the hold that runs or comes next, from 1.
  public var nextNumber: Int { done + 1 }

  /// Takes a hold that is over.
  ///
  /// - Parameters:
  ///   - live: the hold as it was timed.
  ///   - number: which one of the set it is, from 1.
  ///   - now: the present moment, in seconds.
  ///   - target: what was asked for; nil for nothing.
  ///   - parameters: how much shorter a counted hold may be.
  public mutating func take(
    _ live: LiveHold, number: Int, at now: Double, target: Target?, _ parameters: HoldParameters
  ) -> EndedHold {
    let seconds = live.seconds(at: now)
    let least = parameters.shortestSeconds(ofPrescribed: target?.holdSeconds ?? 0)
    if seconds >= least, live.start >= judgedUntil { awaited.append(live.start) }
    return EndedHold(
      number: number, seconds: seconds, done: done,
      isLongEnough: seconds >= least
        ? true : seconds < least - Self.uncertaintySeconds ? false : nil,
      isProvisional: live.isProvisional)
  }

  /// Takes what the session counts, and the hold that it has judged, or judged anew.
  public mutating func take(count: Int, judged hold: Hold) {
    counted = count
    judgedUntil = max(judgedUntil, hold.end)
    awaited.removeAll { $0 < hold.end }
  }
}

/// A hold that is over.
public struct EndedHold: Sendable, Hashable {
  /// Which one of the set it was, from 1.
  public var number: Int
  /// How long it lasted, in seconds.
  public var seconds: Double
  /// How many of the set seem to have been done so far.
  public var done: Int
  /// Whether it was as long as was asked for; nil where that is too close to say.
  public var isLongEnough: Bool?
  /// True when no second one has shown yet that it is the exercise.
  public var isProvisional: Bool

  /// A hold from its parts.
  public init(
    number: Int, seconds: Double, done: Int, isLongEnough: Bool?, isProvisional: Bool
  ) {
    self.number = number
    self.seconds = seconds
    self.done = done
    self.isLongEnough = isLongEnough
    self.isProvisional = isProvisional
  }
}
