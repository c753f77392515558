/// Why a movement was not counted, or is warned about: what decided, without words.
public enum VerdictReason: Sendable, Hashable {
  /// It looks unlike the other movements of the set.
  case dissimilar
  /// An arm that swings with the stride.
  case walkingSwing
  /// It went only so far, in percent of the usual range.
  case partOfRange(percent: Int)
  /// Smaller than the exercise can be.
  case smallerThanExercise
  /// Faster than the exercise asks for.
  case fast
  /// Shorter or longer than the exercise can be.
  case unusualLength
  /// The position was taken and left again.
  case notHeld
  /// Let go before the prescribed time.
  case letGoEarly
  /// Held beyond the longest prescribed time.
  case heldLong
  /// The signal broke off before it was over.
  case brokenOff
  /// The signal broke off while the position was held for long enough.
  case heldUntilBrokenOff
}
