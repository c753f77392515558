import Testing

@testable import MotionCore

@Suite struct MovementGroupsTests {
  private static func rules(longestPauseSeconds: Double = .infinity) -> MovementRules {
    MovementRules(CycleParameters(), longestPauseSeconds: longestPauseSeconds)
  }

  /// Groups of shapes that follow each other, with pauses between, in frames.
  private static func groups(
    _ shapes: [Trapezoid], pause: Int = 0, rules: MovementRules = rules()
  ) throws -> MovementGroups {
    var groups = MovementGroups()
    var frame = 0
    for shape in shapes {
      let movement = try #require(shape.seen(at: frame))
      groups.add(movement, rules: rules, rateHertz: Trapezoid.rateHertz)
      frame += shape.length + pause
    }
    return groups
  }

  /// Positions of the members of each group of at least two, in order of their labels.
  private static func members(_ groups: MovementGroups) -> [[Int]] {
    Set(groups.labels.filter { $0 >= 0 }).sorted().map { groups.members(of: $0) }
      .filter { $0.count >= 2 }
  }

  @Test func oneMovementIsNoGroup() throws {
    #expect(Self.members(try Self.groups([Trapezoid()])).isEmpty)
  }

  @Test func lookAlikesAreOneGroup() throws {
    let shapes = [Trapezoid(), Trapezoid(way: 50), Trapezoid(top: 1.2), Trapezoid(held: 40)]
    #expect(Self.members(try Self.groups(shapes)) == [[0, 1, 2, 3]])
  }

  @Test func anotherDirectionIsAnotherGroup() throws {
    let (up, across) = (Trapezoid(), Trapezoid(channel: 3))
    #expect(Self.members(try Self.groups([up, across, up, across])) == [[0, 2], [1, 3]])
  }

  @Test func aSlowDriftKeepsTheGroupTogether() throws {
    let tiring = stride(from: Float(1), to: 0.45, by: -0.05).map { Trapezoid(top: $0) }
    let groups = try Self.groups(tiring)
    #expect(Self.members(groups) == [Array(tiring.indices)])
    let ends = try Self.groups([tiring[0], tiring[tiring.count - 1]])
    #expect(Self.members(ends).isEmpty)
  }

  @Test(arguments: [
    // under 6 degrees
    Trapezoid(top: 0.09),
    // under 0.6 s
    Trapezoid(way: 15, held: 2),
    // over 14 s
    Trapezoid(way: 300, held: 400),
  ])
  func whatCannotBeARepetitionIsInNoGroup(shape: Trapezoid) throws {
    let groups = try Self.groups([shape, shape, shape])
    #expect(groups.labels == [-1, -1, -1])
    #expect(Self.members(groups).isEmpty)
  }

  @Test(arguments: [(10, [[0, 1, 2]]), (50, [])])
  func aLongPausePartsSets(pauseSeconds: Int, expected: [[Int]]) throws {
    let groups = try Self.groups(
      [Trapezoid(), Trapezoid(), Trapezoid()], pause: pauseSeconds * Int(Trapezoid.rateHertz),
      rules: Self.rules(longestPauseSeconds: 40))
    #expect(Self.members(groups) == expected)
  }

  @Test func aLaterMovementJoinsTwoGroups() throws {
    let ranges: [Float] = [1, 1.02, 2.2, 2.25, 1.5]
    let shapes = ranges.map { Trapezoid(top: $0) }
    #expect(Self.members(try Self.groups(Array(shapes.dropLast()))) == [[0, 1], [2, 3]])
    #expect(Self.members(try Self.groups(shapes)) == [[0, 1, 2, 3, 4]])
  }

  @Test func lookingAtARunningMovementLeavesTheClosedOnesAsTheyWere() throws {
    var groups = try Self.groups([Trapezoid(), Trapezoid()])
    let revision = groups.revision
    groups.provisional = Trapezoid().seen(at: 500)
    #expect(groups.revision != revision)
    groups.provisional = nil
    #expect(groups.revision == revision)
    #expect(groups.movements.count == 2)
  }

  @Test func theNewestCanBeTakenBack() throws {
    var groups = try Self.groups([Trapezoid(), Trapezoid(), Trapezoid()])
    groups.removeLast()
    #expect(Self.members(groups) == [[0, 1]])
  }

  @Test func whatAnotherAxisSawBeforeIsTakenOver() throws {
    let seen = try Self.groups([Trapezoid(), Trapezoid(), Trapezoid()])
    var groups = MovementGroups()
    groups.inherit(seen, before: 2 * Trapezoid().length)
    #expect(Self.members(groups) == [[0, 1]])
    let next = try #require(Trapezoid().seen(at: 2 * Trapezoid().length))
    groups.add(next, rules: Self.rules(), rateHertz: Trapezoid.rateHertz)
    #expect(Self.members(groups) == [[0, 1, 2]])
  }

  @Test func lonersAreForgottenAndGroupsKept() throws {
    // every other one is unlike all others
    let shapes = (0..<200).map { index in
      index.isMultiple(of: 2) ? Trapezoid() : Trapezoid(top: 0.05)
    }
    let groups = try Self.groups(shapes)
    #expect(Self.members(groups).map(\.count) == [100])
    #expect(groups.movements.count < 180)
  }
}
