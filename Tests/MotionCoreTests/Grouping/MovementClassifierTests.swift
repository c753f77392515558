import Testing

@testable import MotionCore

@Suite struct MovementClassifierTests {
  /// What becomes of shapes that follow each other, each so many frames after the one before.
  private static func classified(
    _ shapes: [(shape: Trapezoid, pause: Int)],
    rules: MovementRules = MovementRules(CycleParameters(), longestPauseSeconds: .infinity)
  ) throws -> CandidateSet? {
    var groups = MovementGroups()
    var frame = 0
    for (shape, pause) in shapes {
      frame += pause
      groups.add(
        try #require(shape.seen(at: frame)), rules: rules, rateHertz: Trapezoid.rateHertz)
      frame += shape.length
    }
    var history = GroupHistory()
    return MovementClassifier(rules: rules, rateHertz: Trapezoid.rateHertz).classify(
      groups, members: groups.members(of: try #require(groups.labels.first { $0 >= 0 })),
      identity: .init(axis: 0, isRising: true, label: 0), history: &history,
      reader: MovementReader(
        buffer: FrameBuffer(capacity: 1), axis: .zero, rateHertz: Trapezoid.rateHertz,
        isHold: rules.isHold, headingWeight: 1, largestAsymmetry: rules.largestAsymmetry))
  }

  private static func repeated(_ count: Int, _ shape: Trapezoid = Trapezoid())
    -> [(shape: Trapezoid, pause: Int)]
  {
    Array(repeating: (shape, 0), count: count)
  }

  /// Somewhat larger than the others: right beside them one of them, at a distance setting down.
  @Test(arguments: [(0, 7), (100, 6)])
  func whatResemblesTheOthersOnlySomewhatMustBeNear(pause: Int, count: Int) throws {
    let last = (Trapezoid(top: 1.6), pause)
    #expect(try Self.classified(Self.repeated(6) + [last])?.count == count)
    let first = Self.repeated(1, Trapezoid(top: 1.6)) + [(Trapezoid(), pause)]
    #expect(try Self.classified(first + Self.repeated(5))?.count == count)
  }

  @Test func whatIsLikeTheOthersMayKeepADistance() throws {
    #expect(try Self.classified(Self.repeated(6) + [(Trapezoid(), 400)])?.count == 7)
  }

  /// Between repetitions: much smaller is partial, hardly anything is not listed, twice the size is
  /// another movement.
  @Test(arguments: [(Float(0.4), Verdict?.some(.partial)), (0.1, nil), (2.2, .notLikeTheOthers)])
  func sizeDecidesBetweenRepetitions(top: Float, verdict: Verdict?) throws {
    let shapes = Self.repeated(4) + Self.repeated(1, Trapezoid(top: top)) + Self.repeated(4)
    let set = try #require(try Self.classified(shapes))
    #expect(set.count == 8)
    let other = set.movements.first { abs($0.movement.size.range - top) < 0.01 }
    #expect(other?.verdict == verdict)
  }

  @Test func aLongMovementBeforeTheSetIsThePauseBeforeIt() throws {
    let slow = Trapezoid(way: 120, held: 200)
    let set = try #require(try Self.classified(Self.repeated(1, slow) + Self.repeated(6)))
    #expect(set.count == 6)
  }

  @Test func whatComesBeforeThePauseIsNoPartOfTheSetEither() throws {
    let slow = Trapezoid(way: 100, held: 100)
    let shapes = Self.repeated(1) + Self.repeated(1, slow) + Self.repeated(6)
    #expect(try Self.classified(shapes)?.count == 6)
    #expect(try Self.classified(shapes.reversed())?.count == 6)
  }

  /// A swing to and fro is no position that is held.
  @Test(arguments: [(400, Verdict.ok), (40, .notLikeTheOthers)])
  func aHoldStaysMostOfItsTime(held: Int, verdict: Verdict) throws {
    let rules = MovementRules(
      HoldParameters(minimumHoldSeconds: 0.5), longestPauseSeconds: .infinity)
    let shapes = Self.repeated(3, Trapezoid(way: 60, held: 400))
    let other = Self.repeated(1, Trapezoid(way: 60, held: held))
    let set = try #require(try Self.classified(shapes + other + shapes, rules: rules))
    #expect(set.movements.count == 7)
    #expect(set.movements[3].verdict == verdict)
  }
}
