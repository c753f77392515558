import Testing

@testable import MotionCore

@Suite struct CatalogueTests {
  private static let cycles = ["shoulder-roll", "open-book", "bent-over-row", "repetition"]
  private static let holds = ["childs-pose", "open-book-hold", "scapular-squeeze", "hold"]

  @Test func holdsTheExercisesOfTheProgrammeAndTwoGenericOnes() {
    #expect(
      Exercise.catalogue.map(\.id) == [
        "shoulder-roll", "childs-pose", "open-book", "open-book-hold", "scapular-squeeze",
        "bent-over-row", "repetition", "hold",
      ])
  }

  @Test(
    arguments: [
      ("shoulder-roll", Target(reps: 10)),
      ("childs-pose", Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30)),
      ("open-book", Target(reps: 10)),
      ("open-book-hold", Target(reps: 5, holdSeconds: 30)),
      ("scapular-squeeze", Target(reps: 10, holdSeconds: 5)),
      ("bent-over-row", Target(reps: 10)),
      ("repetition", nil), ("hold", nil),
    ] as [(String, Target?)])
  func dosesAreThePrescribedOnes(id: String, dose: Target?) throws {
    #expect(try #require(Exercise.named(id)).dose == dose)
  }

  @Test(arguments: cycles.map { ($0, ExerciseKind.cycle) } + holds.map { ($0, .hold) })
  func kindsAreThoseOfTheTable(id: String, kind: ExerciseKind) throws {
    let exercise = try #require(Exercise.named(id))
    #expect(exercise.kind == kind)
    #expect(exercise.parameters.kind == kind)
  }

  @Test(arguments: Exercise.catalogue)
  func eachIsDescribedAndCanBeSeenFromSomewhere(exercise: Exercise) {
    #expect(!exercise.title.isEmpty && !exercise.summary.isEmpty)
    #expect(!exercise.placements.isEmpty)
    #expect(Set(exercise.placements).count == exercise.placements.count)
    #expect(exercise.placements.contains(.upperArm))
  }

  @Test func onlyTheOpenBookHasTwoSides() {
    #expect(
      Exercise.catalogue.filter(\.isOneSided).map(\.id) == ["open-book", "open-book-hold"])
  }

  @Test(arguments: ["", "Open-Book", "open book", "push-up"])
  func anUnknownIdHasNoExercise(id: String) {
    #expect(Exercise.named(id) == nil)
  }
}
