import MotionReport

/// What one look at the machine came to.
struct Finding {
  /// How it stands.
  enum State: String {
    /// As it should be.
    case fine
    /// Something more could be had.
    case note
    /// Something does not work.
    case problem
  }

  /// What was looked at, such as `sensors`.
  var subject: String
  var state: State
  /// What is there.
  var found: String
  /// What to do; nil where nothing is to be done.
  var advice: String?

  init(_ subject: String, _ state: State, _ found: String, advice: String? = nil) {
    self.subject = subject
    self.state = state
    self.found = found
    self.advice = advice
  }

  /// For a person: what is there, and below it what to do.
  var lines: [String] {
    let mark =
      switch state {
      case .fine: "✓"
      case .note: "·"
      case .problem: "✗"
      }
    let name = subject.padding(to: Self.subjectWidth)
    let steps = advice?.split(separator: "\n").map { "    \($0)" } ?? []
    return ["\(mark) \(name)  \(found)"] + steps
  }

  private static let subjectWidth = 9

  var json: JSON {
    [
      "subject": .string(subject), "state": .string(state.rawValue), "found": .string(found),
      "advice": JSON(advice),
    ]
  }
}
