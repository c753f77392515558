import Foundation
import Testing

@testable import MotionTuning

@Suite struct LogisticRegressionTests {
  typealias Case = LogisticRegression.Case

  @Test func theInterceptIsTheLogOddsOfTheWeightedShare() {
    let cases = [
      Case(figures: [], isTrue: true, weight: 3), Case(figures: [], isTrue: false, weight: 1),
    ]
    let fit = LogisticRegression(cases, penalty: 1)
    #expect(abs(fit.intercept - log(3)) < 1e-6)
  }

  @Test func twoGroupsAreFittedExactly() {
    // 1 of 4 where the figure is 0, 3 of 4 where it is 1: log odds of -log 3 and log 3
    let cases = [0.0, 1].flatMap { figure in
      (0..<4).map { Case(figures: [figure], isTrue: $0 < (figure == 0 ? 1 : 3)) }
    }
    let fit = LogisticRegression(cases, penalty: 1e-9)
    #expect(abs(fit.intercept + log(3)) < 1e-6)
    #expect(abs(fit.coefficients[0] - 2 * log(3)) < 1e-6)
    #expect(abs(fit.logOdds([0.5])) < 1e-6)
  }

  @Test func weightsDoWhatRepeatedCasesDo() {
    let once = [
      Case(figures: [0.2, 1], isTrue: false, weight: 2), Case(figures: [0.9, 0], isTrue: true),
      Case(figures: [0.4, 0], isTrue: true), Case(figures: [0.6, 1], isTrue: false),
    ]
    let repeated = [once[0], once[0], once[1], once[2], once[3]].map {
      Case(figures: $0.figures, isTrue: $0.isTrue)
    }
    let (a, b) = (
      LogisticRegression(once, penalty: 0.1), LogisticRegression(repeated, penalty: 0.1)
    )
    #expect(zip(a.coefficients, b.coefficients).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func separableCasesStayFinite() {
    let cases = (0..<10).map { Case(figures: [Double($0)], isTrue: $0 > 4) }
    let fit = LogisticRegression(cases, penalty: 0.5)
    #expect(fit.coefficients[0].isFinite && fit.coefficients[0] > 0)
    #expect(abs(fit.logOdds([4.5])) < 1e-6)
  }

  @Test func probabilitiesAreThoseOfTheLogOdds() {
    #expect(LogisticRegression.probability(logOdds: 0) == 0.5)
    #expect(abs(LogisticRegression.probability(logOdds: log(9)) - 0.9) < 1e-12)
  }
}
