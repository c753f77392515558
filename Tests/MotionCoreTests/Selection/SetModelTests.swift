import Foundation
import Testing

@testable import MotionCore

@Suite struct SetModelTests {
  /// Ten bent-over rows at the upper arm, as they usually are.
  private static let rows = SetFeatures(
    count: 10, similarity: 0.88, unevenness: 0.05, rest: 0.4, periodSeconds: 3.2, turnedDegrees: 58,
    rangeDegrees: 54, rangeSpread: 0.03, seconds: 2.2, plateauShare: 0.5, asymmetry: 0.03,
    strideShare: 0, shake: 0.02, ownPath: 20, spanPath: 21, surroundingPath: 26)

  private static func probability(
    _ features: SetFeatures, _ exercise: Exercise = .bentOverRow
  ) -> Double {
    SetModel.probability(
      logOdds: SetModel(exercise, placement: .upperArm).logOdds(features))
  }

  private static func changed(_ change: (inout SetFeatures) -> Void) -> SetFeatures {
    var features = rows
    change(&features)
    return features
  }

  @Test func aUsualSetIsSureAndAFewUnlikeMovementsAreNot() {
    #expect(Self.probability(Self.rows) > 0.85)
    let few = Self.changed {
      $0.count = 2
      $0.similarity = 0.55
      $0.surroundingPath = 120
    }
    #expect(Self.probability(few) < 0.2)
  }

  @Test func whatSpeaksAgainstASetMakesItLessLikely() {
    let changes: [(inout SetFeatures) -> Void] = [
      { $0.count = 4 }, { $0.similarity = 0.7 }, { $0.unevenness = 0.4 },
      { $0.surroundingPath = 100 }, { $0.strideShare = 1 }, { $0.turnedDegrees = 5 },
      { $0.seconds = 12 }, { $0.plateauShare = 0.95 },
    ]
    let usual = Self.probability(Self.rows)
    for change in changes { #expect(Self.probability(Self.changed(change)) < usual) }
  }

  @Test func noSingleFigureRefusesTwentyAlikeMovements() {
    let steps = Self.changed {
      $0.count = 20
      $0.strideShare = 1
    }
    #expect(Self.probability(steps) > 0.01)
  }

  @Test func rowsAreNoShoulderRolls() {
    #expect(Self.probability(Self.rows, .shoulderRoll) < 0.3)
  }

  @Test func whatElseItCouldBeIsWhatSpeaksMostAgainstIt() {
    let model = SetModel(.bentOverRow, placement: .upperArm)
    #expect(model.alternative(Self.changed { $0.strideShare = 0.8 }) == .walking)
    #expect(model.alternative(Self.changed { $0.turnedDegrees = 3 }) == .otherMovement)
    let desk = Self.changed {
      $0.similarity = 0.5
      $0.surroundingPath = 200
    }
    #expect(model.alternative(desk) == .everydayMovement)
    let squeeze = SetModel(.scapularSqueeze, placement: .upperArm)
    #expect(squeeze.alternative(Self.changed { $0.plateauShare = 0.3 }) == .unsteady)
    #expect(squeeze.alternative(Self.changed { $0.shake = 0.3 }) == .unsteady)
  }

  @Test func everyExerciseIsKnownAtEveryPlacementThatSeesIt() {
    for exercise in Exercise.catalogue where exercise.dose != nil {
      for placement in exercise.placements {
        #expect(
          TypicalMovement.fitted[exercise.id]?[placement] != nil,
          "\(exercise.id) at \(placement.rawValue)")
      }
    }
  }

  @Test func everyWeightSpeaksTheWayItCan() {
    for weights in [SetModel.Weights.cycle, .hold] {
      for (figure, slope) in zip(SetModel.Figure.allCases, weights.slopes) {
        #expect(figure.speaksFor ? slope >= 0 : slope <= 0, "\(figure.rawValue)")
      }
    }
  }

  @Test func deviationsGrowEverLess() {
    let figure = TypicalMovement.Figure(median: 2, spread: 0.5)
    #expect(figure.deviation(of: 2) == 0)
    #expect(abs(figure.deviation(of: 2.5) - log(2)) < 1e-12)
    #expect(figure.deviation(of: 1) == figure.deviation(of: 3))
    #expect(figure.deviation(of: 22) < 2 * figure.deviation(of: 7))
  }
}
