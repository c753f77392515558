import MotionCore

/// Searches the thresholds of one exercise on labelled recordings, and finds out whether what was
/// found holds on recordings that the search did not see.
package struct Tuning: Sendable {
  /// What is tuned, with the thresholds from which the search starts.
  package let exercise: Exercise
  /// The recordings; at least two.
  package let recordings: [TuningRecording]
  /// How many candidates each search tries.
  package let budget: Int
  /// All randomness follows from it.
  package let seed: UInt64

  /// A tuning of an exercise.
  package init(exercise: Exercise, recordings: [TuningRecording], budget: Int, seed: UInt64) {
    precondition(recordings.count > 1, "one recording has nothing to be compared with")
    self.exercise = exercise
    self.recordings = recordings
    self.budget = budget
    self.seed = seed
  }

  /// What is searched.
  package var space: SearchSpace {
    SearchSpace(exercise, needsSmoothing: !recordings.allSatisfy(\.usesGyroscope))
  }

  /// Searches on all recordings, then once more without each part of them.
  ///
  /// - Parameters:
  ///   - isStopped: asked, from any thread, whether to end with the best so far.
  ///   - progress: told, from any thread, of the share that is done.
  package func result(
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) -> TuningResult {
    let folds = Folds(recordings.map { ($0.name, $0.subject) })
    let evaluator = CandidateEvaluator(
      exercise: exercise, space: space, recordings: recordings,
      monitor: TuningMonitor(total: total(folds), isStopped: isStopped, tell: progress))
    let search = CandidateSearch(space: space, budget: budget, seed: seed)
    let all = Array(recordings.indices)
    let found = search.result { evaluator.errors(of: $0, on: all, within: $1) }
    var result = TuningResult(
      seed: seed, start: exercise, tuned: evaluator.exercise(with: found.best), folds: folds,
      before: comparisons(exercise), after: comparisons(evaluator.exercise(with: found.best)))
    if found.isComplete {
      result.heldOut = heldOut(folds, search, evaluator)
      result.sensitivity = Sensitivity.all(of: found.best, space: space, evaluator)
    }
    (result.measured, result.measuredSeconds) = evaluator.measured
    return result
  }

  /// What is found in each recording when its own part took no part in the search; nil when it was
  /// stopped.
  private func heldOut(
    _ folds: Folds, _ search: CandidateSearch, _ evaluator: CandidateEvaluator
  ) -> [SetComparison]? {
    var heldOut: [Int: SetComparison] = [:]
    for part in folds.parts {
      let training = recordings.indices.filter { !part.held.contains($0) }
      let found = search.result { evaluator.errors(of: $0, on: training, within: $1) }
      guard found.isComplete else { return nil }
      let tuned = evaluator.exercise(with: found.best)
      for index in part.held { heldOut[index] = recordings[index].comparison(with: tuned) }
    }
    return recordings.indices.compactMap { heldOut[$0] }
  }

  private func comparisons(_ exercise: Exercise) -> [SetComparison] {
    recordings.map { $0.comparison(with: exercise) }
  }

  private func total(_ folds: Folds) -> Int {
    let training = folds.parts.reduce(recordings.count) { sum, part in
      sum + recordings.count - part.held.count
    }
    let sweeps = (folds.parts.count + 1) * recordings.count
    return training * budget + sweeps * space.parameters.count * CandidateSearch.sweepSteps
      + space.parameters.count * Sensitivity.steps * recordings.count
  }
}

/// What a tuning came to.
package struct TuningResult: Sendable {
  /// From which all randomness followed.
  package let seed: UInt64
  /// The exercise with the thresholds from which the search started.
  package let start: Exercise
  /// The exercise with the thresholds that were found.
  package let tuned: Exercise
  /// How the recordings were parted.
  package let folds: Folds
  /// Each recording with the thresholds of the start.
  package let before: [SetComparison]
  /// Each recording with those that were found on all of them.
  package let after: [SetComparison]
  /// Each recording with those that were found without it; nil when the search was stopped before.
  package internal(set) var heldOut: [SetComparison]?
  /// How the figures depend on each threshold; empty when the search was stopped before.
  package internal(set) var sensitivity: [Sensitivity] = []
  /// How many pairs of a candidate and a recording were measured.
  package internal(set) var measured = 0
  /// How long those recordings are together, in seconds.
  package internal(set) var measuredSeconds = 0.0

  /// What to do with what was found.
  package enum Advice: Sendable, Hashable {
    /// It is better, also on recordings that the search did not see.
    case recommended
    /// Nothing is better than the start.
    case nothingBetter
    /// It is better where it was searched and nowhere else; `better` and `worse` are how many
    /// recordings are measured better and worse when they are held out.
    case doesNotHoldOut(better: Int, worse: Int)
    /// The search was stopped before it was known.
    case unknown
  }

  /// What to do with what was found.
  package var advice: Advice {
    guard tuned != start else { return heldOut == nil ? .unknown : .nothingBetter }
    guard let heldOut else { return .unknown }
    let (old, new) = (before.map { SetError($0) }, heldOut.map { SetError($0) })
    let pairs = zip(old, new).map { (TuningError([$0]), TuningError([$1])) }
    let better = pairs.count { $0.1 < $0.0 }
    let worse = pairs.count { $0.0 < $0.1 }
    let holds = TuningError(new) < TuningError(old) && better > worse
    return holds ? .recommended : .doesNotHoldOut(better: better, worse: worse)
  }
}
