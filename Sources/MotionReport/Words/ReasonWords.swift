import MotionCore

extension VerdictReason {
  /// The reason for a person, as a part of a sentence.
  package var words: String {
    switch self {
    case .dissimilar: "does not resemble the other movements of the set"
    case .walkingSwing: "the swing of a walking arm"
    case .partOfRange(let percent): "\(percent) % of the usual range"
    case .smallerThanExercise: "smaller than this exercise can be"
    case .fast: "faster than the exercise asks for"
    case .unusualLength: "too short or too long for this exercise"
    case .notHeld: "left again without being held"
    case .letGoEarly: "let go before the prescribed time"
    case .heldLong: "held beyond the longest prescribed time"
    case .brokenOff: "the signal broke off before it was over"
    case .heldUntilBrokenOff: "still held when the signal broke off"
    }
  }
}
