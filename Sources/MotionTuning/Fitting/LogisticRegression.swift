import Glibc

/// Logistic regression with a quadratic penalty, fitted by Newton's method, which here is
/// iteratively reweighted least squares (Green 1984, doi:10.1111/j.2517-6161.1984.tb01288.x).
package struct LogisticRegression: Sendable, Hashable {
  /// Changes of the coefficients below this end the fit.
  static let tolerance = 1e-9
  /// Newton's method doubles the number of right digits each time.
  static let mostIterations = 100

  /// The log odds where every figure is zero.
  package var intercept: Double
  /// Log odds for each unit of each figure.
  package var coefficients: [Double]

  /// One case: its figures, whether it is so, and how much it counts.
  package struct Case: Sendable {
    package var figures: [Double]
    package var isTrue: Bool
    package var weight: Double

    package init(figures: [Double], isTrue: Bool, weight: Double = 1) {
      self.figures = figures
      self.isTrue = isTrue
      self.weight = weight
    }
  }

  package init(intercept: Double, coefficients: [Double]) {
    self.intercept = intercept
    self.coefficients = coefficients
  }

  /// Fits cases; those of weight zero say nothing.
  ///
  /// - Parameters:
  ///   - cases: at least one, all with the same number of figures, of about unit spread.
  ///   - penalty: half of it times each coefficient's square is added to the negative log
  ///     likelihood; above zero, so that a fit exists. The intercept is free.
  package init(_ cases: [Case], penalty: Double) {
    precondition(penalty > 0, "without a penalty separable cases have no fit")
    let count = (cases.first?.figures.count ?? 0) + 1
    var solution = [Double](repeating: 0, count: count)
    for _ in 0..<Self.mostIterations {
      let step = Self.step(from: solution, cases, penalty: penalty)
      for place in solution.indices { solution[place] += step[place] }
      if step.allSatisfy({ abs($0) < Self.tolerance }) { break }
    }
    intercept = solution[0]
    coefficients = Array(solution.dropFirst())
  }

  /// The log odds of figures.
  package func logOdds(_ figures: [Double]) -> Double {
    zip(coefficients, figures).reduce(intercept) { $0 + $1.0 * $1.1 }
  }

  /// The probability that belongs to log odds.
  package static func probability(logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// Newton's step: the gradient over the curvature.
  private static func step(
    from solution: [Double], _ cases: [Case], penalty: Double
  ) -> [Double] {
    let count = solution.count
    var gradient = solution.enumerated().map { $0.offset == 0 ? 0 : -penalty * $0.element }
    var curvature = SymmetricMatrix(count: count)
    for place in 1..<max(1, count) { curvature[place, place] = penalty }
    // keeps the curvature positive where all cases are certain
    curvature[0, 0] = tolerance
    for item in cases where item.weight > 0 {
      let row = [1] + item.figures
      let odds = zip(solution, row).reduce(0) { $0 + $1.0 * $1.1 }
      let chance = probability(logOdds: odds)
      let slope = item.weight * ((item.isTrue ? 1 : 0) - chance)
      let bend = item.weight * chance * (1 - chance)
      for i in 0..<count {
        gradient[i] += slope * row[i]
        for j in 0...i { curvature[i, j] += bend * row[i] * row[j] }
      }
    }
    return curvature.solved(for: gradient)
  }
}

/// A symmetric positive definite matrix, of which the lower triangle is kept.
private struct SymmetricMatrix {
  private var rows: [[Double]]

  init(count: Int) { rows = (0..<count).map { Array(repeating: 0, count: $0 + 1) } }

  subscript(row: Int, column: Int) -> Double {
    get { rows[row][column] }
    set { rows[row][column] = newValue }
  }

  /// What times the matrix gives `values`, by Cholesky's decomposition.
  func solved(for values: [Double]) -> [Double] {
    var lower = rows
    var solution = values
    for i in lower.indices {
      for j in 0...i {
        let sum = (0..<j).reduce(lower[i][j]) { $0 - lower[i][$1] * lower[j][$1] }
        lower[i][j] = i == j ? max(sum, .leastNormalMagnitude).squareRoot() : sum / lower[j][j]
      }
      solution[i] = (0..<i).reduce(solution[i]) { $0 - lower[i][$1] * solution[$1] } / lower[i][i]
    }
    for i in lower.indices.reversed() {
      let rest = (i + 1..<lower.count).reduce(solution[i]) { $0 - lower[$1][i] * solution[$1] }
      solution[i] = rest / lower[i][i]
    }
    return solution
  }
}
