import MotionCore

/// How right a set model is on data sets that it was not fitted to: each is left out once, and what
/// the others give is calibrated on what they gave for each other (Platt 1999, 'Probabilistic
/// outputs for support vector machines').
package struct SetModelTrial: Sendable {
  /// Keeps the calibration finite.
  private static let calibrationPenalty = 1e-3

  /// How right it is on one data set.
  package struct Row: Sendable {
    package var dataset: String
    /// Share of the sets, and of the other things, that are told for what they are; nil for none.
    package var sets, others: Double?
    /// The same by the model that was fitted to this data set as well.
    package var fittedSets, fittedOthers: Double?
    package var candidates: Int
  }

  /// The model fitted to everything, calibrated on what was left out.
  package let fit: SetModelFit
  /// How right it is on each data set.
  package private(set) var rows: [Row] = []
  /// How well its probabilities agree with what is so, on what was left out.
  package private(set) var reliability = Reliability()

  /// Fits candidates of this kind, and tries the fit.
  package init(_ candidates: [LabelledCandidate], of kind: ExerciseKind) {
    let datasets = Set(candidates.map(\.origin.dataset)).sorted()
    let balance = LabelledCandidate.balancedWeights(candidates)
    var unseen = [Double](repeating: 0, count: candidates.count)
    for dataset in datasets {
      let fit = SetModelFit(candidates.filter { $0.origin.dataset != dataset }, of: kind)
      for place in candidates.indices where candidates[place].origin.dataset == dataset {
        unseen[place] = fit.logOdds(candidates[place])
      }
    }
    let cases = candidates.indices.map {
      LogisticRegression.Case(
        figures: [unseen[$0]], isTrue: candidates[$0].isExercise, weight: balance[$0])
    }
    func calibration(without dataset: String?) -> LogisticRegression {
      LogisticRegression(
        candidates.indices.filter { candidates[$0].origin.dataset != dataset }.map { cases[$0] },
        penalty: Self.calibrationPenalty)
    }
    fit = SetModelFit(candidates, of: kind).calibrated(by: calibration(without: nil))
    for dataset in datasets {
      let own = candidates.indices.filter { candidates[$0].origin.dataset == dataset }
      let scale = calibration(without: dataset)
      let left = own.map { scale.logOdds([unseen[$0]]) }
      for (place, logOdds) in zip(own, left) {
        reliability.add(
          LogisticRegression.probability(logOdds: logOdds), isTrue: candidates[place].isExercise,
          weight: balance[place])
      }
      let fitted = own.map { fit.logOdds(candidates[$0]) }
      func share(_ isExercise: Bool, _ logOdds: [Double]) -> Double? {
        let some = zip(own, logOdds).filter { candidates[$0.0].isExercise == isExercise }
        let total = some.reduce(0) { $0 + balance[$1.0] }
        let right = some.filter { ($0.1 > 0) == isExercise }.reduce(0) { $0 + balance[$1.0] }
        return total > 0 ? right / total : nil
      }
      rows.append(
        Row(
          dataset: dataset, sets: share(true, left), others: share(false, left),
          fittedSets: share(true, fitted), fittedOthers: share(false, fitted),
          candidates: own.count))
    }
  }
}
