import Glibc
import Testing

@testable import MotionCore

@Suite struct MovementReaderTests {
  /// True when a mark lies within one frame of where it should, for the sake of rounding.
  private static func isNear(_ frame: Int, _ expected: Double) -> Bool {
    abs(Double(frame) - expected) <= 1
  }

  @Test(arguments: [Trapezoid(), Trapezoid(way: 25, held: 2), Trapezoid(way: 100, held: 300)])
  func fiducialsLieAtTwentyAndEightyPercentOfTheWays(shape: Trapezoid) throws {
    let movement = try #require(shape.movement())
    let (way, out, back) = (Double(shape.way), Double(shape.outStart), Double(shape.backEnd))
    #expect(Self.isNear(movement.start, out + 0.2 * way))
    #expect(Self.isNear(movement.plateauStart, out + 0.8 * way))
    #expect(Self.isNear(movement.plateauEnd, back - 0.8 * way))
    #expect(Self.isNear(movement.end, back - 0.2 * way))
  }

  @Test func fiducialsFollowTheFramesIndices() throws {
    let (here, later) = (
      try #require(Trapezoid().movement()), try #require(Trapezoid().movement(at: 1000))
    )
    #expect(later.start == here.start + 1000 && later.end == here.end + 1000)
    #expect(
      later.plateauStart == here.plateauStart + 1000 && later.plateauEnd == here.plateauEnd + 1000)
  }

  @Test(arguments: [Float(0.1), 1, 2.5])
  func rangeIsTheHeightOverRest(top: Float) throws {
    let size = try #require(Trapezoid(top: top).movement()).size
    #expect(abs(size.range - top) < 1e-5)
    #expect(abs(size.asymmetry) < 1e-5)
  }

  @Test func eachSideHasARestLevelOfItsOwn() throws {
    let shape = Trapezoid(way: 50, restAfter: 0.4)
    let movement = try #require(shape.movement())
    #expect(abs(movement.size.range - 0.8) < 1e-5)
    #expect(abs(movement.size.asymmetry + 0.5) < 1e-5)
    #expect(Self.isNear(movement.start, Double(shape.outStart) + 10))
    #expect(Self.isNear(movement.end, Double(shape.backEnd) - 10))
  }

  @Test func whatFallsIsReadAlongTheOppositeAxis() throws {
    let shape = Trapezoid(top: -1)
    let extrema = MovementReader.Extrema(
      before: shape.outStart, peak: shape.peak, after: shape.backEnd)
    let axis = MovementVector.unit(shape.channel)
    #expect(MovementReader(shape.frames, axis: axis).movement(extrema) == nil)
    let movement = try #require(MovementReader(shape.frames, axis: -axis).movement(extrema))
      .movement
    #expect(abs(movement.size.range - 1) < 1e-5)
  }

  @Test func aFlatSignalHasNoMovement() {
    let reader = MovementReader(
      Array(repeating: .unit(0), count: 60), axis: .unit(0))
    #expect(reader.movement(.init(before: 0, peak: 30, after: 59)) == nil)
  }

  @Test func whereTheWayBackIsCutTheRestBeforeCounts() throws {
    let shape = Trapezoid()
    let half = shape.backEnd - shape.way / 2
    let extrema = MovementReader.Extrema(
      before: shape.outStart, peak: shape.peak, after: half, isCutAfter: true)
    let movement = try #require(
      MovementReader(shape.frames, axis: .unit(shape.channel)).movement(extrema)
    ).movement
    #expect(abs(movement.size.range - 1) < 1e-5)
    #expect(movement.end == half)
  }

  @Test func whereTheWayOutIsCutTheRestAfterCounts() throws {
    let shape = Trapezoid()
    let half = shape.outStart + shape.way / 2
    let extrema = MovementReader.Extrema(
      before: half, peak: shape.peak, after: shape.backEnd, isCutBefore: true)
    let movement = try #require(
      MovementReader(shape.frames, axis: .unit(shape.channel)).movement(extrema)
    ).movement
    #expect(abs(movement.size.range - 1) < 1e-5)
    #expect(movement.start == half)
  }

  /// The first repetition, begun while the person is still settling down.
  @Test func whatRunsOnFromAnotherMovementBeginsAtTheOtherRest() throws {
    let shape = Trapezoid(way: 50, restAfter: 0.8)
    let movement = try #require(shape.movement())
    #expect(abs(movement.size.range - 0.2) < 1e-5)
    #expect(movement.size.asymmetry == 0)
    #expect(movement.runsOn && movement.restBefore == shape.outStart)
    #expect(Self.isNear(movement.start, Double(shape.outStart) + 0.84 * 50))
  }

  @Test func whatRunsOnIntoAnotherMovementEndsAtTheOtherRest() throws {
    let shape = Trapezoid(way: 50, restAfter: -2)
    let movement = try #require(shape.movement())
    #expect(abs(movement.size.range - 1) < 1e-5)
    #expect(movement.size.asymmetry == 0)
    #expect(movement.runsOn && movement.restAfter == shape.backEnd)
    #expect(Self.isNear(movement.end, Double(shape.peak) + 10 + 0.8 * 50 / 3.0))
  }

  /// The first and the last of a set, which begins on the way from something else or leaves for it.
  @Test func whatOneRestShowsIsOfThatRest() throws {
    let shape = Trapezoid(way: 50, restAfter: 0.4)
    let whole = try #require(shape.movement())
    let reader = MovementReader(shape.frames, axis: .unit(shape.channel))
    let before = try #require(reader.movement(whole, byRestBefore: true)?.movement)
    #expect(abs(before.size.range - 1) < 1e-5)
    #expect(before.size.asymmetry == 0)
    #expect(before.end == shape.backEnd)
    let after = try #require(reader.movement(whole, byRestBefore: false)?.movement)
    #expect(abs(after.size.range - 0.6) < 1e-5)
    #expect(Self.isNear(after.start, Double(shape.outStart) + (0.4 + 0.2 * 0.6) * 50))
    #expect(Self.isNear(after.end, Double(shape.backEnd) - 10))
  }

  @Test func whatIsNotThereAnyMoreIsNotReadAgain() throws {
    let whole = try #require(Trapezoid().movement())
    let later = MovementReader(Trapezoid().frames, from: 1000, axis: .unit(Trapezoid().channel))
    #expect(later.movement(whole, byRestBefore: true) == nil)
  }

  @Test func aSlowAndAFastMovementHaveTheSamePath() throws {
    let slow = try #require(Trapezoid(way: 120, held: 100).seen()).features.path
    let fast = try #require(Trapezoid(way: 30, held: 2).seen()).features.path
    #expect(slow.count == 2 * Movement.pathLevels.count + 1)
    #expect(zip(slow, fast).allSatisfy { ($0 - $1).length < 0.05 })
  }

  /// A turn of gravity by so many degrees, and back.
  private static func peak(byDegrees degrees: Double) throws -> SeenMovement {
    let radians = Float(degrees * Units.radiansPerDegree)
    let frames = Trapezoid().frames.map { value in
      MovementVector(0, sin(radians * value[4]), cos(radians * value[4]), 0, 0, 0, 0, 0)
    }
    let shape = Trapezoid()
    return try #require(
      MovementReader(frames, axis: .unit(1)).movement(
        .init(before: shape.outStart, peak: shape.peak, after: shape.backEnd)))
  }

  @Test(arguments: [10.0, 60, 120])
  func theHalfOfATurnPointsTheSameWayAsTheWhole(degrees: Double) throws {
    let path = try Self.peak(byDegrees: degrees).features.path
    let whole = path[Movement.pathLevels.count]
    for way in path { #expect(way.dot(whole) > 0.999 * way.length * whole.length) }
  }

  @Test(arguments: [10.0, 60, 120])
  func turnedIsTheAngleOfTilt(degrees: Double) throws {
    let radians = degrees * Units.radiansPerDegree
    let movement = try Self.peak(byDegrees: degrees).movement
    #expect(abs(Double(movement.turnedRadians) - radians) < 1e-3)
  }

  @Test func turnedAboutTheVerticalIsFreedOfItsWeight() throws {
    let movement = try #require(Trapezoid(top: 0.3, channel: 3).movement())
    #expect(abs(movement.turnedRadians - 0.6) < 1e-5)
  }

  /// Where the signal comes down only to go up again, and where it stays.
  @Test func howLongItWasAtRestIsRead() throws {
    let shape = Trapezoid(rest: 10)
    func restSeconds(after level: Float) throws -> Float {
      let before = Array(repeating: MovementVector.unit(shape.channel) * level, count: 100)
      let reader = MovementReader(before + shape.frames, from: 0, axis: .unit(shape.channel))
      let seen = try #require(
        reader.movement(
          .init(
            before: 100 + shape.outStart, peak: 100 + shape.peak, after: 100 + shape.backEnd)))
      return seen.movement.restSeconds
    }
    #expect((0.2...0.5).contains(try restSeconds(after: 1)))
    #expect(try restSeconds(after: 0) == Float(Movement.longestRestSeconds))
  }
}
