import MotionCore

/// What several recordings come to together, after the report of each.
package struct SessionsSummary {
  private let sessions: [PastSession]

  /// A summary of sessions in the order in which they were given.
  package init(_ sessions: [PastSession]) { self.sessions = sessions }

  /// The lines; none for a single session.
  package var lines: [String] {
    guard sessions.count > 1 else { return [] }
    return ["Together", sentence, ""] + ExerciseTable(sessions).text
  }

  /// How many sessions, from when to when, and how much of them was done.
  var sentence: String {
    let sets = sessions.flatMap(\.sets)
    let done = sets.count(where: \.isDone)
    return "\(HistoryText.head(sessions)): \(done) of \(sets.count) sets done"
  }
}
