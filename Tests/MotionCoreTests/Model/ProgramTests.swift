import Testing

@testable import MotionCore

@Suite struct ProgramTests {
  private static let row = Exercise.bentOverRow

  private static func titles(_ program: Program) -> [String] {
    program.sets.map {
      [$0.exercise.id, $0.side?.rawValue].compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func twoProgrammesAreBuiltIn() {
    #expect(Program.builtIn.map(\.id) == ["upper-back", "upper-back-holds"])
    #expect(Program.named("upper-back-holds")?.id == "upper-back-holds")
    #expect(Program.named("lower-back") == nil)
  }

  @Test(arguments: [("upper-back", "open-book"), ("upper-back-holds", "open-book-hold")])
  func setsFollowTheProgrammeTheOpenBookOncePerSide(id: String, book: String) throws {
    let program = try #require(Program.named(id))
    #expect(
      Self.titles(program) == [
        "shoulder-roll", "childs-pose", "\(book) left", "\(book) right", "scapular-squeeze",
        "bent-over-row",
      ])
  }

  @Test(arguments: Program.builtIn)
  func eachLineAsksForTheDoseOfItsExercise(program: Program) {
    #expect(program.lines.allSatisfy { $0.target == $0.exercise.dose && $0.sets == 1 })
    #expect(program.lines.allSatisfy { $0.restSeconds > 0 })
  }

  @Test func setsGoLineByLineThenSideBySide() {
    let program = Program(
      id: "own", title: "own",
      lines: [
        .init(
          exercise: .openBook, sides: [.right, .left], sets: 2, target: Target(reps: 4),
          placement: .wrist),
        .init(exercise: .hold, target: Target(reps: nil, holdSeconds: 20)),
      ])
    #expect(
      Self.titles(program) == [
        "open-book right", "open-book right", "open-book left", "open-book left", "hold",
      ])
    #expect(
      program.sets.map(\.target) == Array(repeating: Target(reps: 4), count: 4) + [
        Target(reps: nil, holdSeconds: 20)
      ])
    #expect(program.sets.map(\.placement) == Array(repeating: .wrist, count: 4) + [nil])
  }

  @Test func aLineIsOneSetOnNoSideUnlessSaid() {
    let line = Program.Line(exercise: Self.row, target: Target(reps: 10))
    let sets = Program(id: "own", title: "own", lines: [line]).sets
    #expect(sets == [PlannedSet(exercise: Self.row, target: Target(reps: 10))])
  }

  @Test func aPlanHasTheSetsOfItsProgrammeOrItsSingleOne() throws {
    let program = try #require(Program.named("upper-back"))
    let set = PlannedSet(exercise: Self.row, side: .left)
    #expect(SessionPlan.program(program).sets == program.sets)
    #expect(SessionPlan.single(set).sets == [set])
  }
}
