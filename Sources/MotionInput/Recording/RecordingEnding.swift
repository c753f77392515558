/// How a recorded session ended.
package enum RecordingEnding: Sendable {
  /// Everything was done, or will not be.
  case whole
  /// The person ended it before everything was done: it can be resumed on the same day.
  case early
  /// It broke off: it can be resumed whenever.
  case interrupted

  private static let wholeWords = "finished:"
  private static let earlyWords = "ended early:"
  /// Letters of the day in ISO 8601.
  private static let dayLetters = 10

  /// How the comment begins that says so at the end of a recording; nil for none.
  var words: String? {
    switch self {
    case .whole: Self.wholeWords
    case .early: Self.earlyWords
    case .interrupted: nil
    }
  }

  /// Why a recording with this comment behind its last row cannot be resumed; nil where it can.
  static func obstacle(_ comment: String) -> String? {
    obstacle(comment, today: String(WallClock.now().prefix(dayLetters)))
  }

  /// The same on a certain day.
  static func obstacle(_ comment: String, today: String) -> String? {
    if comment.hasPrefix("# \(wholeWords)") { return "that session came to its end" }
    let early = "# \(earlyWords) "
    guard comment.hasPrefix(early) else { return nil }
    let day = comment.dropFirst(early.count).prefix(dayLetters)
    return day == today ? nil : "that session was ended on another day (\(day))"
  }
}
