import Foundation
import Testing

@testable import MotionCore

@Suite struct SetFeaturesTests {
  /// Equal movements one after the other, each of a path of 2, changed in one respect.
  private static func features(
    count: Int = 10, surroundingShare: Double = 0.2, shift: (Int) -> Int = { $0 },
    shape: Trapezoid = Trapezoid()
  ) throws -> SetFeatures {
    let movements = try (0..<count).map { position in
      var movement = try #require(shape.movement(at: shift(position * shape.length)))
      movement.pathLength = .init(
        earlier: 0, before: Double(2 * position), after: Double(2 * position + 2))
      return movement
    }
    return try #require(
      SetFeatures(
        movements.map { ClassifiedMovement(movement: $0, verdict: .ok, similarity: 1) },
        count: count, similarity: 0.9,
        surroundingPath: Double(2 * count) * (1 + surroundingShare),
        rateHertz: Trapezoid.rateHertz))
  }

  @Test func nothingHasNoFeatures() {
    #expect(
      SetFeatures([], count: 0, similarity: 1, surroundingPath: 0, rateHertz: 50) == nil)
  }

  @Test func evenMovementsHaveNoUnevenness() throws {
    let features = try Self.features()
    #expect(features.unevenness == 0)
    #expect(features.timeSpread == 0)
    #expect(features.count == 10)
    #expect(features.similarity == 0.9)
  }

  @Test func timesAreInSeconds() throws {
    let features = try Self.features()
    let length = Double(Trapezoid().length) / Trapezoid.rateHertz
    #expect(features.seconds < length)
    #expect(abs(features.rest - (length - features.seconds) / features.seconds) < 1e-9)
  }

  /// Movements of these lifts in metres.
  private static func lifted(_ lifts: [Float?]) throws -> SetFeatures {
    let movements = try lifts.enumerated().map { place, lift in
      var movement = try #require(Trapezoid().movement(at: place * Trapezoid().length))
      movement.liftMetres = lift
      return ClassifiedMovement(movement: movement, verdict: .ok, similarity: 1)
    }
    return try #require(
      SetFeatures(
        movements, count: movements.count, similarity: 1, surroundingPath: 1,
        rateHertz: Trapezoid.rateHertz))
  }

  @Test func theLiftIsKnownWhereItIsThatOfMost() throws {
    let known = try #require(try Self.lifted([0.1, 0.25, nil, 0.5]).liftMetres)
    #expect(abs(known - 0.25) < 1e-6)
    #expect(try Self.lifted([0.1, nil, nil, nil]).liftMetres == nil)
  }

  @Test func ofPartsThoseWhoseLiftIsKnownSayIt() throws {
    let parts = [
      try Self.lifted([0.1, 0.1]), try Self.lifted([nil, nil, nil, nil]),
      try Self.lifted([0.3, 0.3, 0.3, 0.3, 0.3, 0.3]),
    ]
    let lift = try #require(SetFeatures(parts: parts).liftMetres)
    #expect(abs(lift - 0.25) < 1e-6)
    #expect(SetFeatures(parts: [parts[1]]).liftMetres == nil)
  }

  @Test func timesThatDifferHaveASpread() throws {
    func spread(held: [Int]) throws -> Double {
      let movements = try held.map { held in
        let movement = try #require(Trapezoid(held: held).movement(at: 0))
        return ClassifiedMovement(movement: movement, verdict: .ok, similarity: 1)
      }
      let features = SetFeatures(
        movements, count: movements.count, similarity: 1, surroundingPath: 1,
        rateHertz: Trapezoid.rateHertz)
      return try #require(features).timeSpread
    }
    #expect(try spread(held: [100, 100, 100, 100]) == 0)
    #expect(try spread(held: [100, 100, 400, 100]) == 0)
    #expect(try spread(held: [50, 100, 200, 400, 50, 100, 200, 400]) > 0.3)
  }

  /// Setting up looks like a part of a repetition and says nothing of how long the others last.
  @Test func whatStandsBesideTheCountedOnesSaysNothingOfTheirTimes() throws {
    let shape = Trapezoid()
    func features(_ verdicts: [Verdict]) throws -> SetFeatures {
      let movements = try verdicts.enumerated().map { position, verdict in
        let own = verdict.isCounted ? shape : Trapezoid(held: 1)
        let movement = try #require(own.movement(at: position * position * shape.length))
        return ClassifiedMovement(movement: movement, verdict: verdict, similarity: 1)
      }
      return try #require(
        SetFeatures(
          movements, count: 2, similarity: 1, surroundingPath: 1, rateHertz: Trapezoid.rateHertz))
    }
    let alone = try features([.notLikeTheOthers, .ok, .ok])
    let beside = try features([.partial, .ok, .ok, .partial])
    #expect(beside.seconds == alone.seconds)
    #expect(beside.unevenness == alone.unevenness)
    #expect(beside.timeSpread == 0)
    #expect(try features([.partial, .partial]).seconds < alone.seconds)
  }

  /// Where a set begins it shows which of two positions is the rest.
  @Test func whatRestsBeforeIsSettled() throws {
    var movements = try [0, 200].map { frame in
      let movement = try #require(Trapezoid().movement(at: frame))
      return ClassifiedMovement(movement: movement, verdict: .ok, similarity: 1)
    }
    func settled() throws -> Double {
      try #require(
        SetFeatures(
          movements, count: 2, similarity: 1, surroundingPath: 1, rateHertz: Trapezoid.rateHertz)
      ).settled
    }
    #expect(try settled() == 1)
    movements[1].movement.restSeconds = 0
    #expect(try settled() == 1)
    movements[0].movement.restSeconds = 0
    #expect(try settled() == 0)
  }

  @Test func aPaceThatSlowsDownIsUneven() throws {
    #expect(try Self.features(shift: { $0 + $0 * $0 / 200 }).unevenness > 0.02)
  }

  @Test func fewTimesTellLessOfThePace() throws {
    func uneven(_ count: Int) throws -> Double {
      try Self.features(count: count, shift: { $0 + $0 * $0 / 200 }).unevenness
    }
    #expect(try uneven(4) < uneven(10))
  }

  @Test func otherMovementAroundASetIsolatesItLess() throws {
    #expect(try Self.features(surroundingShare: 0).isolation == 1)
    #expect(abs(try Self.features(surroundingShare: 1).isolation - 0.5) < 1e-9)
    #expect(try Self.features(surroundingShare: 1).occupancy == 1)
  }

  @Test func partsAddUp() throws {
    let part = try Self.features(count: 5)
    let whole = SetFeatures(parts: [part, part])
    #expect(whole.count == 10)
    #expect(whole.similarity == part.similarity)
    #expect(whole.ownPath == 2 * part.ownPath)
    #expect(whole.isolation >= part.isolation)
  }

  @Test func oneIsAloneAndTwoPartsOfOneAreNot() throws {
    let one = try Self.features(count: 1)
    #expect(one.isAlone && one.figures(typical: nil)[0] == 1)
    let two = SetFeatures(parts: [one, one])
    #expect(!two.isAlone && two.figures(typical: nil)[0] == 0.5)
  }

  @Test func aPartSaysAsMuchAsItHasMovements() throws {
    var few = try Self.features(count: 2)
    few.similarity = 0.4
    let whole = SetFeatures(parts: [try Self.features(count: 8), few])
    #expect(abs(whole.similarity - (0.8 * 0.9 + 0.2 * 0.4)) < 1e-9)
  }

  @Test func figuresSaturate() throws {
    var many = try Self.features()
    many.count = 64
    var twenty = many
    twenty.count = 20
    #expect(many.figures(typical: nil) == twenty.figures(typical: nil))
    #expect(many.figures(typical: nil).count == SetModel.Figure.allCases.count)
  }
}
