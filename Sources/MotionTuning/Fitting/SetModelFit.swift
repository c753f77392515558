import MotionCore

/// A set model fitted to candidates of one kind of exercise.
package struct SetModelFit: Sendable {
  /// Weight of the penalty: figures have unit spread, and candidates a mean weight of one.
  static let penalty = 1.0

  package private(set) var typical: TypicalTable
  package private(set) var weights: SetModel.Weights

  /// Fits candidates of this kind.
  package init(_ candidates: [LabelledCandidate], of kind: ExerciseKind) {
    typical = TypicalMovement.table(of: candidates)
    let balance = LabelledCandidate.balancedWeights(candidates)
    let rows = candidates.map { [typical] in $0.figures(typical) }
    let usual = Self.usual(candidates, rows)
    let spreads = Self.spreads(rows, balance)
    let cases = candidates.indices.map { place -> LogisticRegression.Case in
      let row = rows[place]
      let figures = row.indices.map { (row[$0] - usual[$0]) / spreads[$0] }
      return LogisticRegression.Case(
        figures: figures, isTrue: candidates[place].isExercise, weight: balance[place])
    }
    let fit = Self.signed(cases, of: kind)
    weights = SetModel.Weights(
      intercept: fit.intercept, usual: usual,
      slopes: zip(fit.coefficients, spreads).map { $0 / $1 })
  }

  /// The log odds of a candidate.
  package func logOdds(_ candidate: LabelledCandidate) -> Double {
    let figures = candidate.figures(typical)
    return figures.indices.reduce(weights.intercept) {
      $0 + weights.slopes[$1] * (figures[$1] - weights.usual[$1])
    }
  }

  /// The same model with its log odds scaled and shifted.
  package func calibrated(by scale: LogisticRegression) -> SetModelFit {
    var fit = self
    fit.weights.intercept = scale.logOdds([weights.intercept])
    fit.weights.slopes = weights.slopes.map { $0 * scale.coefficients[0] }
    return fit
  }

  /// The regression in which every figure speaks the way it can: one that would not is left out.
  private static func signed(
    _ cases: [LogisticRegression.Case], of kind: ExerciseKind
  ) -> LogisticRegression {
    var isLeftOut = SetModel.Figure.allCases.map { !$0.concerns(kind) }
    while true {
      let own = cases.map { item in
        var item = item
        for place in isLeftOut.indices where isLeftOut[place] { item.figures[place] = 0 }
        return item
      }
      let fit = LogisticRegression(own, penalty: penalty)
      let wrong = SetModel.Figure.allCases.enumerated().filter { place, figure in
        let slope = fit.coefficients[place]
        return !isLeftOut[place] && slope != 0 && (slope > 0) != figure.speaksFor
      }.map(\.offset)
      guard let worst = wrong.max(by: { abs(fit.coefficients[$0]) < abs(fit.coefficients[$1]) })
      else { return fit }
      isLeftOut[worst] = true
    }
  }

  private static func usual(_ candidates: [LabelledCandidate], _ rows: [[Double]]) -> [Double] {
    let sets = zip(rows, candidates).filter(\.1.isExercise).map(\.0)
    return SetModel.Figure.allCases.indices.map { place in
      let sorted = sets.map { $0[place] }.sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
  }

  /// The standard deviation of each figure; one where it is always the same.
  private static func spreads(_ rows: [[Double]], _ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return SetModel.Figure.allCases.indices.map { place in
      var (sum, square) = (0.0, 0.0)
      for (row, weight) in zip(rows, weights) { sum += row[place] * weight }
      for (row, weight) in zip(rows, weights) {
        let distance = row[place] - sum / total
        square += distance * distance * weight
      }
      return square > 0 ? (square / total).squareRoot() : 1
    }
  }
}

extension LabelledCandidate {
  fileprivate func figures(_ typical: TypicalTable) -> [Double] {
    features.figures(
      typical: typical[origin.exercise]?[origin.placement], askedRatio: askedRatio)
  }
}
