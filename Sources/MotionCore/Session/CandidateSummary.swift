/// A candidate for a set, with what speaks for it: what `SetModel` is fitted to.
package struct CandidateSummary: Sendable {
  /// What speaks for and against it.
  package var features: SetFeatures
  /// How much it says beside other candidates.
  package var score: Double
  /// The counted movements, from start to end (of holds the time held), in seconds.
  package var movements: [ClosedRange<Double>]
}

extension ConditionedRecording {
  /// Every candidate for an exercise, those that say most first: of repetitions that are looked for
  /// by themselves single movements as well. Fitted to single holds, positions of everyday life pass
  /// for holds: 39 of 286 controls instead of 14 (`Tools/accuracy-trials controls`).
  package func candidates(
    for exercise: Exercise, inProgram isInProgram: Bool
  ) -> [CandidateSummary] {
    let detector = self.detector(
      for: exercise,
      longestPauseSeconds: isInProgram ? PlanDetectors.longestPauseSeconds : .infinity)
    let single = isInProgram || exercise.kind == .hold ? [] : detector.possible
    let candidates = (detector.candidates.all + single).sorted { $0.score > $1.score }
    return candidates.map { candidate in
      CandidateSummary(
        features: candidate.features, score: Double(candidate.score),
        movements: candidate.counted.map { movement in
          let (start, end) =
            exercise.kind == .hold
            ? (movement.plateauStart, movement.plateauEnd) : (movement.start, movement.end)
          return Double(start) / Session.rateHertz...Double(max(start, end)) / Session.rateHertz
        })
    }
  }
}
