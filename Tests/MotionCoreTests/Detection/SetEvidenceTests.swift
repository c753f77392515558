import Testing

@testable import MotionCore

@Suite struct SetEvidenceTests {
  /// The evidence for equal movements one after the other, changed in one respect.
  private static func evidence(
    count: Int = 10, likeness: Double = 0.9, misfit: Double = 0, surroundingShare: Double = 0.2,
    shift: (Int) -> Int = { $0 }, shape: Trapezoid = Trapezoid()
  ) throws -> Double {
    let movements = try (0..<count).map { position in
      var movement = try #require(shape.movement(at: shift(position * shape.length)))
      movement.travel = .init(
        earlier: 0, before: Double(2 * position), after: Double(2 * position + 2))
      return movement
    }
    return SetEvidence(
      movements: movements, countedMovements: count, likeness: likeness, misfit: misfit,
      rateHertz: Trapezoid.rateHertz,
      surroundingTravel: Double(2 * count) * (1 + surroundingShare)
    ).logOdds
  }

  @Test func tenAlikeMovementsAreASetAndTwoOfManyAreNot() throws {
    #expect(try Self.evidence() > 2)
    #expect(try Self.evidence(count: 2, likeness: 0.75, surroundingShare: 3) < -2)
  }

  @Test func threeAreASetOnlyWhereLittleElseMoves() throws {
    #expect(try Self.evidence(count: 3, likeness: 0.95, surroundingShare: 0) > 0)
    #expect(try Self.evidence(count: 3, likeness: 0.8, surroundingShare: 2) < 0)
  }

  @Test func eachSignSpeaksForItself() throws {
    let usual = try Self.evidence()
    #expect(try Self.evidence(count: 5) < usual)
    #expect(try Self.evidence(likeness: 0.7) < usual)
    #expect(try Self.evidence(misfit: 1) < usual)
    #expect(try Self.evidence(surroundingShare: 2) < usual)
    #expect(try Self.evidence(shift: { $0 + $0 * $0 / 200 }) < usual)
  }

  @Test func thePaceOfStridesIsNoExercise() throws {
    let brisk = try Self.evidence(shape: Trapezoid(way: 20, held: 5, rest: 4))
    #expect(try brisk < Self.evidence() - 4)
  }

  @Test func moreThanASetHoldsSaysNoMore() throws {
    #expect(try Self.evidence(count: 64) == Self.evidence(count: 20))
  }

  @Test func nothingIsNoSet() {
    let nothing = SetEvidence(
      movements: [], countedMovements: 0, likeness: 1, misfit: 0,
      rateHertz: 50, surroundingTravel: 0)
    #expect(nothing.logOdds == -.infinity)
  }
}
