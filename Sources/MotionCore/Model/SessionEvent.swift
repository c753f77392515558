/// Something a session tells while it runs.
///
/// `set` is the index into the session's planned sets. Times are seconds from the first sample.
public enum SessionEvent: Sendable, Hashable {
  /// A movement was classified for the first time; `count` is the set's count including it.
  case repetition(set: Int, Repetition, count: Int)
  /// A hold was released; `count` is the set's count including it.
  case hold(set: Int, Hold, count: Int)
  /// The running hold reached the prescribed minimum.
  case holdReached(set: Int, time: Double)
  /// A movement that had been reported was classified anew.
  case repetitionCorrected(set: Int, Repetition, count: Int)
  /// A hold that had been reported was classified anew.
  case holdCorrected(set: Int, Hold, count: Int)
  /// The signal was interrupted.
  case gap(Gap)
}
