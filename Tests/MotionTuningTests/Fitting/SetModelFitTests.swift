import Foundation
import Testing

@testable import MotionCore
@testable import MotionTuning

/// What the set model is fitted with, on candidates whose kind is known.
@Suite struct SetModelFitTests {
  private static let row = Exercise.named("bent-over-row") ?? Exercise.catalogue[0]
  private static let datasets = ["one", "two", "three"]

  /// A set of ten even rows, or what else was done: a few movements that hardly resemble each other.
  private static func candidate(
    _ number: Int, of dataset: String, isExercise: Bool, degrees: Double = 55
  ) -> LabelledCandidate {
    // No two are equal, and none is far from what is usual of its kind.
    let differs = Double(number % 7) / 7
    var features = SetFeatures(
      count: 10, isAlone: false, similarity: 0.9 - differs / 10, unevenness: 0.03 + differs / 20,
      rest: 0.4, turnedDegrees: degrees * (1 + differs / 5), liftMetres: 0.1, seconds: 2,
      timeSpread: 0.03, plateauShare: 0.5, asymmetry: 0.03, strideLikeness: 0, shake: 0.02,
      settled: 1, ownPath: 20, spanPath: 21, surroundingPath: 26)
    if !isExercise {
      features.count = Double(3 + number % 2)
      features.similarity = 0.55 + differs / 10
      features.spanPath = 50
    }
    return LabelledCandidate(
      origin: LabelledCandidate.Origin(
        dataset: dataset, recording: "\(isExercise)-\(number)", exercise: row.id, kind: .cycle,
        placement: .upperArm, isOther: false),
      features: features, isExercise: isExercise)
  }

  private static let candidates = datasets.flatMap { dataset in
    (0..<40).map { candidate($0, of: dataset, isExercise: $0 % 2 == 0) }
  }

  @Test func setsAreToldFromOtherThingsInDataSetsLeftOut() throws {
    let trial = SetModelTrial(Self.candidates, of: .cycle)
    #expect(trial.rows.map(\.dataset) == Self.datasets.sorted())
    for row in trial.rows {
      #expect(row.candidates == 40)
      #expect(try #require(row.sets) > 0.95)
      #expect(try #require(row.others) > 0.95)
    }
    #expect(try #require(trial.reliability.expectedCalibrationError) < 0.1)
  }

  /// No figure may speak for a set that can only speak against one, whatever the candidates say.
  @Test func everyFigureSpeaksTheWayItCan() {
    let reversed = Self.candidates.map { candidate in
      var candidate = candidate
      candidate.isExercise.toggle()
      return candidate
    }
    for candidates in [Self.candidates, reversed] {
      let slopes = SetModelFit(candidates, of: .cycle).weights.slopes
      for (figure, slope) in zip(SetModel.Figure.allCases, slopes) where slope != 0 {
        #expect((slope > 0) == figure.speaksFor, "\(figure)")
      }
    }
  }

  /// Of data sets with other sizes each counts as much as another one, however many sets it has.
  @Test func whatIsTypicalIsThatOfAllDataSets() throws {
    let small = ["one", "three"].flatMap { dataset in
      (0..<4).map { Self.candidate($0, of: dataset, isExercise: true, degrees: 30) }
    }
    let large = (0..<40).map { Self.candidate($0, of: "two", isExercise: true, degrees: 150) }
    let table = TypicalMovement.table(of: small + large)
    let typical = try #require(table[Self.row.id]?[.upperArm])
    #expect(exp(typical.logDegrees.median) < 40, "the few sets are two thirds of the weight")
    #expect(typical.logDegrees.spread > 0.55)
    let alone = try #require(TypicalMovement.table(of: small)[Self.row.id]?[.upperArm])
    #expect(alone.logDegrees.spread == 0.5, "people differ more than those of one data set")
  }

  @Test func eachDataSetCountsAsMuchAsAnotherOne() {
    let many = (0..<30).map { Self.candidate($0, of: "one", isExercise: true) }
    let few = (0..<3).map { Self.candidate($0, of: "two", isExercise: true) }
    let others = (0..<10).map { Self.candidate($0, of: "one", isExercise: false) }
    let weights = LabelledCandidate.balancedWeights(many + few + others)
    let (one, two) = (weights[..<30].reduce(0, +), weights[30..<33].reduce(0, +))
    #expect(abs(one - two) < 1e-9)
    #expect(abs(weights.reduce(0, +) / Double(weights.count) - 1) < 1e-9)
  }

  @Test func theTextNamesEveryDataSetAndTheSourceEveryFigure() {
    let text = SetModelText([(.cycle, SetModelTrial(Self.candidates, of: .cycle))])
    for dataset in Self.datasets {
      #expect(text.lines.contains { $0.hasPrefix("\(dataset) ") })
    }
    #expect(text.source.contains("static let cycle = SetModel.Weights("))
    for figure in SetModel.Figure.allCases {
      #expect(text.source.components(separatedBy: "// \(figure.rawValue)\n").count == 3)
    }
    #expect(text.source.contains("\"\(Self.row.id)\": [\n      .upperArm: TypicalMovement("))
  }
}
