/// A candidate for a set, with what speaks for it: what `SetModel` is fitted to.
package struct CandidateSet: Sendable {
  /// What speaks for and against it.
  package var features: SetFeatures
  /// How much it says beside other candidates.
  package var score: Double
  /// The counted movements, from start to end (of holds the time held), in seconds.
  package var movements: [ClosedRange<Double>]
}

extension ConditionedRecording {
  /// Every candidate for an exercise, those that say most first.
  package func candidates(
    for exercise: Exercise, inProgram isInProgram: Bool
  ) -> [CandidateSet] {
    let detector = self.detector(
      for: exercise,
      longestPauseSeconds: isInProgram ? Session.longestPauseSeconds : .infinity)
    let bouts = detector.bouts.sorted { $0.score > $1.score }
    return bouts.map { bout in
      CandidateSet(
        features: bout.features, score: Double(bout.score),
        movements: bout.counted.map { movement in
          let (start, end) =
            exercise.kind == .hold
            ? (movement.turnStart, movement.turnEnd) : (movement.start, movement.end)
          return Double(start) / Session.rateHertz...Double(max(start, end)) / Session.rateHertz
        })
    }
  }
}
