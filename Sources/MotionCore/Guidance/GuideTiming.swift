/// How long a guided session waits for what, in seconds of the stream.
///
/// The values were chosen for people who get down to the floor and up again with a sensor on; no
/// published ones were found.
public struct GuideTiming: Sendable, Hashable {
  /// From naming an exercise for the first time to its beginning, at least: time to read how it is
  /// done.
  public var explanationSeconds = 15.0
  /// The same when it was explained before.
  public var introductionSeconds = 15.0
  /// The last seconds before the beginning, counted down.
  public var countdownSeconds = 5.0
  /// How long the sensor must have been still before an exercise begins.
  public var stillSeconds = 1.0
  /// A person who is never still that long begins all the same after this time.
  public var longestSettlingSeconds = 20.0
  /// How long a reached target must stand, since what is reported of the newest movements may still
  /// be taken back.
  public var settledTargetSeconds = 2.0
  /// A set in which nothing more is counted is over after this time and that of a hold. Before
  /// anything was counted only the time counts in which nothing moves.
  public var idleSeconds = 60.0
  /// A set in which nothing was counted is over after this time and that of a hold, however much
  /// moves.
  public var fruitlessSeconds = 180.0
  /// A set of one or two movements that seems done is over after this time: so few are known for
  /// sure only when nothing more comes.
  public var fewDoneSeconds = 8.0
  /// How long a move of the strap is waited for.
  public var longestStrapSeconds = 90.0
  /// How long the sensor must be still after the strap was moved.
  public var strappedSeconds = 3.0
  /// For how long pain can be undone: somebody pressed the wrong key.
  public var painUndoSeconds = 5.0
  /// How long the advice after pain stands before the session goes on: time to read it twice.
  public var painAdviceSeconds = 10.0
  /// From this figure on pain is severe, and to finish is what the session offers (the usual cut of
  /// the 0 to 10 scale: Serlin et al. 1995, doi:10.1016/0304-3959(94)00178-H).
  public var severePain = 7
  /// After severe pain the session is over unless something is said within this time.
  public var severePainSeconds = 20.0
  /// What must be asked for twice is asked for again within this time.
  public var confirmationSeconds = 8.0
  /// From this many seconds before the beginning on it is time to get ready; the countdown follows.
  public var readySeconds = 8.0
  /// How long a figure for pain is waited for.
  public var painAnswerSeconds = 30.0
  /// Rest after pain, at least.
  public var painRestSeconds = 30.0
  /// How long it is reported that an exercise cannot be seen.
  public var unseenSeconds = 10.0
  /// A pause that lasts this long ends the session.
  public var longestPauseSeconds = 900.0

  /// The usual times.
  public init() {}

  /// The times where a voice explains: to say something takes longer than to read it, and has to be
  /// over when it is time to get ready (220 letters take about 16 s, a name and a place 10 s).
  public static var spoken: GuideTiming {
    var timing = GuideTiming()
    timing.explanationSeconds = 36
    timing.introductionSeconds = 22
    return timing
  }
}
