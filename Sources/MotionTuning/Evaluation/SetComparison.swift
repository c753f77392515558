import MotionCore

/// One set as it was found against what truly happened.
package struct SetComparison: Sendable {
  /// Announcements are timed from this repetition of a set on: the first two may be held back until
  /// they look the same.
  package static let firstTimedRepetition = 3

  /// What was looked for.
  package let plan: PlannedSet
  /// How the set went, as it was reported.
  package let outcome: Outcome
  /// The confidence that it is the exercise; nil where nothing was seen.
  package let confidence: Double?
  /// What truly happened.
  package let truth: SetTruth
  /// All that was listed, in the order of time.
  package let found: [FoundEvent]
  /// Labelled events against those found that are, wholly or in part, the exercise (positions are
  /// those in `movements`); nil where nobody noted events.
  package let matching: EventMatching?
  /// Positions of labelled events that a gap cuts, which can explain why they were not found.
  package let cut: Set<Int>
  /// Seconds from the end of each counted movement until the count with it was reported, and stood.
  package let latencies: [Double]

  /// Compares.
  ///
  /// - Parameters:
  ///   - report: what was found in the end.
  ///   - reported: the counts that were reported while the session ran, in order.
  ///   - truth: what truly happened.
  ///   - gaps: where the signal is missing.
  package init(_ report: SetReport, reported: [ReportedCount], truth: SetTruth, gaps: [Gap] = []) {
    plan = report.plan
    outcome = report.outcome
    confidence = report.confidence?.probability
    self.truth = truth
    found = report.events
    let movements = found.filter(\.isExercise)
    matching = truth.events.map {
      EventMatching(labelled: $0.map(\.span), found: movements.map(\.span))
    }
    cut = Set(
      (truth.events ?? []).enumerated().filter { _, event in
        gaps.contains { $0.start < event.end && event.start < $0.end }
      }.map(\.offset))
    let counted = movements.filter(\.verdict.isCounted)
    latencies = zip(1..., counted).dropFirst(Self.firstTimedRepetition - 1)
      .compactMap { number, event in
        reported.settledSeconds(number).map { max(0, $0 - event.span.upperBound) }
      }
  }

  /// Found events that are, wholly or in part, the exercise.
  package var movements: [FoundEvent] { found.filter(\.isExercise) }

  /// How many were counted.
  package var count: Int { found.count { $0.verdict.isCounted } }

  /// True when the report says that nothing, or nothing that more likely is the exercise, was done.
  package var isToldNotDone: Bool {
    outcome == .notDone || (confidence ?? 1) < Confidence.leastProbability
  }

  /// Counted more than truly done; below zero, fewer. What a gap cuts was done all the same.
  package var countError: Int { count - truth.count }

  /// The same for all movements, those among them that are partial or short.
  package var movementError: Int { movements.count - (truth.events?.count ?? truth.count) }

  /// Positions of labelled events that were not found.
  package var missed: [Int] { matching?.missed ?? [] }

  /// Labelled events with the found ones that are they.
  package var pairs: [(label: Label, found: FoundEvent)] {
    guard let matching, let events = truth.events else { return [] }
    let movements = movements
    return matching.pairs.map { (events[$0.labelled], movements[$0.found]) }
  }
}

// MARK: - Holds

extension SetComparison {
  /// Holds that end this close to where counting begins may be judged either way, in seconds.
  package static let closeCallSeconds = 0.5

  /// Timed more than truly held, in seconds, for each hold that was found; empty for repetitions.
  package var holdErrorsSeconds: [Double] {
    pairs.filter { $0.label.kind == .hold }.map {
      $0.found.seconds - ($0.label.end - $0.label.start)
    }
  }

  /// True for the label of a hold that an honest judge could count or not.
  package func isCloseCall(_ label: Label) -> Bool {
    guard label.kind == .hold, let prescribed = plan.target?.holdSeconds,
      case .hold(let parameters) = plan.exercise.parameters
    else { return false }
    let limit = parameters.shortestSeconds(ofPrescribed: prescribed)
    let doubtful = limit - Self.closeCallSeconds...max(prescribed, limit + Self.closeCallSeconds)
    return doubtful.contains(label.end - label.start)
  }
}
