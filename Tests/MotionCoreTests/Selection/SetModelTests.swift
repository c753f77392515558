import Foundation
import Testing

@testable import MotionCore

@Suite struct SetModelTests {
  /// Ten bent-over rows at the upper arm, as they usually are.
  private static let rows = SetFeatures(
    count: 10, isAlone: false, similarity: 0.88, unevenness: 0.05, rest: 0.4,
    turnedDegrees: 58, liftMetres: 0.2, seconds: 2.2, timeSpread: 0.03, plateauShare: 0.5,
    asymmetry: 0.03, strideLikeness: 0, shake: 0.02, settled: 1, ownPath: 20, spanPath: 21,
    surroundingPath: 26)

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
      $0.settled = 0.5
      $0.spanPath = 60
    }
    #expect(Self.probability(few) < 0.25)
  }

  private static func probability(
    _ exercise: Exercise, usualTimes factor: Double
  ) throws -> Double {
    let typical = try #require(TypicalMovement.fitted[exercise.id]?[.upperArm])
    return probability(
      changed {
        $0.seconds = exp(typical.logSeconds.median) * factor
        $0.turnedDegrees = exp(typical.logDegrees.median)
        $0.liftMetres = nil
        $0.plateauShare = typical.plateauShare.median
      }, exercise)
  }

  /// Who is slow still does the exercise.
  @Test(arguments: [Exercise.bentOverRow, .childsPose])
  func slownessIsUnusualAndBelieved(exercise: Exercise) throws {
    #expect(try Self.probability(exercise, usualTimes: 2.5) > 0.6)
    #expect(
      try Self.probability(exercise, usualTimes: 2.5) < Self.probability(exercise, usualTimes: 1))
  }

  /// What is held shortly is mostly something else.
  @Test func aShortHoldIsLessLikelyThanALongOne() throws {
    let pose = Exercise.childsPose
    #expect(
      try Self.probability(pose, usualTimes: 0.4) < Self.probability(pose, usualTimes: 2.5))
  }

  /// A movement that nothing was compared with has nothing alike, however it is: one of everyday
  /// life in the size and time of a row is no row.
  @Test func oneRepetitionAloneIsNotSure() {
    let alone = Self.changed {
      ($0.count, $0.isAlone) = (1, true)
      ($0.similarity, $0.unevenness, $0.timeSpread) = (1, 0, 0)
    }
    #expect(Self.probability(alone) < 0.2)
  }

  @Test func whatSpeaksAgainstASetMakesItLessLikely() {
    let changes: [(inout SetFeatures) -> Void] = [
      { $0.count = 4 }, { $0.similarity = 0.7 }, { $0.unevenness = 0.4 },
      { $0.spanPath = 50 }, { $0.strideLikeness = 1 },
      { ($0.turnedDegrees, $0.liftMetres) = (5, 0.02) }, { $0.seconds = 12 },
      { $0.plateauShare = 0.95 },
    ]
    let usual = Self.probability(Self.rows)
    for change in changes { #expect(Self.probability(Self.changed(change)) < usual) }
  }

  /// A person holds about as long each time; rests are as long as they happen to be, and are
  /// positions that are kept, too.
  @Test func positionsKeptForUnevenTimesAreLessLikelyHolds() {
    let uneven = Self.changed { $0.timeSpread = 0.3 }
    let model = SetModel(.scapularSqueeze, placement: .upperArm)
    #expect(model.logOdds(uneven) < model.logOdds(Self.rows) - 0.5)
    #expect(Self.probability(uneven) == Self.probability(Self.rows))
  }

  @Test func noSingleFigureRefusesTwentyAlikeMovements() {
    let steps = Self.changed {
      $0.count = 20
      $0.strideLikeness = 1
    }
    #expect(Self.probability(steps) > 0.01)
  }

  @Test func rowsAreNoShoulderRolls() {
    #expect(Self.probability(Self.rows, .shoulderRoll) < 0.3)
  }

  /// With the forearm kept upright a row lifts the wrist and hardly turns it; an arm that swings hardly
  /// rises.
  @Test func aLiftSaysAsMuchAsATurn() {
    let lifted = Self.changed { ($0.turnedDegrees, $0.liftMetres) = (3, 0.45) }
    let neither = Self.changed { ($0.turnedDegrees, $0.liftMetres) = (3, 0.02) }
    #expect(Self.probability(lifted) > 0.85 * Self.probability(Self.rows))
    #expect(Self.probability(neither) < 0.5 * Self.probability(lifted))
  }

  /// What cannot be said of a slow movement speaks neither for it nor against it.
  @Test func aLiftThatIsNotKnownIsTheUsualOne() throws {
    let typical = try #require(TypicalMovement.fitted["bent-over-row"]?[.upperArm])
    let unknown = Self.changed { $0.liftMetres = nil }
    let usual = Self.changed { $0.liftMetres = typical.liftMetres }
    #expect(typical.liftMetres > 0)
    #expect(Self.probability(unknown) == Self.probability(usual))
  }

  /// One more movement says much of a few and little of many.
  @Test func eachMovementSaysLessThanTheOneBefore() {
    let model = SetModel(.bentOverRow, placement: .upperArm)
    let logOdds = [2.0, 3, 4, 5, 10, 20].map { count in
      model.logOdds(Self.changed { $0.count = count })
    }
    let steps = zip(logOdds.dropFirst(), logOdds).map(-)
    #expect(steps.prefix(3).allSatisfy { $0 > 0 } && steps[0] > steps[1] && steps[1] > steps[2])
  }

  @Test func whatElseItCouldBeIsWhatSpeaksMostAgainstIt() {
    let model = SetModel(.bentOverRow, placement: .upperArm)
    #expect(model.alternative(Self.changed { $0.strideLikeness = 0.8 }) == .walking)
    let small = Self.changed { ($0.turnedDegrees, $0.liftMetres) = (3, 0.02) }
    #expect(model.alternative(small) == .otherMovement)
    let desk = Self.changed {
      $0.similarity = 0.5
      $0.surroundingPath = 200
    }
    #expect(model.alternative(desk) == .everydayMovement)
    let squeeze = SetModel(.scapularSqueeze, placement: .upperArm)
    #expect(squeeze.alternative(Self.changed { $0.plateauShare = 0.3 }) == .unsteady)
    #expect(squeeze.alternative(Self.changed { $0.shake = 0.3 }) == .unsteady)
    // Tremor shakes by less than half as much as walking, which no one holds a position in.
    #expect(squeeze.alternative(Self.changed { $0.shake = 0.18 }) == .unsteady)
    #expect(squeeze.alternative(Self.changed { $0.shake = 0.09 }) != .unsteady)
  }

  /// Nobody repeats an exercise so often without a rest that more of it could say more.
  @Test func whatIsBeyondAllUseSaysNoMore() {
    func figures(_ change: (inout SetFeatures) -> Void) -> [Double] {
      Self.changed(change).figures(typical: nil)
    }
    #expect(figures { $0.count = 20 } == figures { $0.count = 500 })
    #expect(figures { $0.count = 18 } != figures { $0.count = 20 })
    #expect(figures { $0.timeSpread = 1 } == figures { $0.timeSpread = 2 })
    #expect(figures { $0.rest = 3 } == figures { $0.rest = 30 })
    #expect(figures { $0.rest = 2.8 } != figures { $0.rest = 3 })
    #expect(figures { $0.shake = 0.3 } == figures { $0.shake = 2 })
    #expect(figures { $0.shake = 0.28 } != figures { $0.shake = 0.3 })
    // Of all that moved, a fiftieth is as good as nothing.
    #expect(figures { $0.ownPath = 0.01 * $0.spanPath } == figures { $0.ownPath = 0 })
    #expect(figures { $0.ownPath = 0.03 * $0.spanPath } != figures { $0.ownPath = 0 })
  }

  @Test func aLongerHoldThanUsualIsExpectedWhereOneWasAskedFor() {
    let squeeze = Exercise.scapularSqueeze
    #expect(squeeze.askedRatio(squeeze.dose) == 1 && squeeze.askedRatio(nil) == 1)
    var target = squeeze.dose
    target?.holdSeconds = 10
    #expect(squeeze.askedRatio(target) == 2)
    // Repetitions have no length that could be asked for.
    #expect(Exercise.bentOverRow.askedRatio(target) == 1)
  }

  /// Somebody who was asked for 3 s may hold for as long as people usually do: the rests between
  /// are no better holds for being short.
  @Test func aHoldOfTheUsualLengthIsNeverUnusual() throws {
    let squeeze = Exercise.scapularSqueeze
    var target = squeeze.dose
    target?.holdSeconds = 3
    let short = squeeze.askedRatio(target)
    let typical = try #require(TypicalMovement.fitted[squeeze.id]?[.upperArm])
    func unusual(_ seconds: Double, _ ratio: Double) -> Double {
      let features = Self.changed {
        $0.seconds = seconds
        $0.plateauShare = 0.87
      }
      return typical.deviations(of: features, askedRatio: ratio)[1...2].reduce(0, +)
    }
    #expect(unusual(6.5, short) == unusual(6.5, 1))
    #expect(unusual(3.9, short) < unusual(3.9, 1))
    #expect(unusual(20, short) == unusual(20, 1))
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
    for (kind, weights) in [(ExerciseKind.cycle, SetModel.Weights.cycle), (.hold, .hold)] {
      for (figure, slope) in zip(SetModel.Figure.allCases, weights.slopes) {
        #expect(figure.speaksFor ? slope >= 0 : slope <= 0, "\(figure.rawValue)")
        #expect(figure.concerns(kind) || slope == 0, "\(figure.rawValue)")
      }
    }
  }

  @Test func deviationsGrowEverLess() {
    let figure = TypicalMovement.Figure(median: 2, spread: 0.5)
    func deviation(_ value: Double) -> Double {
      TypicalMovement.Figure.deviation(atDistance: figure.distance(of: value))
    }
    #expect(deviation(2) == 0)
    #expect(abs(deviation(2.5) - log(2)) < 1e-12)
    #expect(deviation(1) == deviation(3))
    #expect(deviation(22) < 2 * deviation(7))
  }
}
