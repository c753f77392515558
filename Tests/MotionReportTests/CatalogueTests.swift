import MotionCore
import MotionReport
import Testing

@Suite struct CatalogueTests {
  private func squeeze() throws -> Exercise { try #require(Exercise.named("scapular-squeeze")) }

  @Test func anExerciseIsListedWithItsDoseAndPlacements() throws {
    #expect(
      CatalogueText.lines([try squeeze()]) == [
        "scapular-squeeze  scapular squeeze, 10 holds of 5 s",
        "                  Upright with loose arms, bring the shoulder blades toward each",
        "                  other, keep them there, then let go.",
        "                  Sensor on the upper arm or on top of the shoulder.",
      ])
  }

  @Test func anExerciseWithoutADoseIsListedWithoutOne() throws {
    let generic = try #require(Exercise.named("repetition"))
    #expect(CatalogueText.lines([generic]).first == "repetition        repetition")
  }

  @Test func aProgrammeIsListedLineByLine() throws {
    let book = try #require(Exercise.named("open-book"))
    let program = Program(
      id: "evening", title: "Evening round",
      lines: [
        Program.Line(exercise: book, sides: [.right, .left], sets: 2, target: Target(reps: 1)),
        Program.Line(exercise: try squeeze(), target: Target(reps: nil, holdSeconds: 7.5)),
      ])
    #expect(
      CatalogueText.lines(program) == [
        "evening           Evening round",
        "                  open book, 1 rep, right then left, 2 sets",
        "                  scapular squeeze, holds of 7.5 s",
      ])
  }

  @Test func everyThresholdIsACommentWithItsValueAndWhatIsAllowed() throws {
    let lines = CatalogueText.thresholds(try squeeze())
    #expect(lines.allSatisfy { $0.hasPrefix("# ") && $0.count <= 80 })
    for field in HoldParameters.fields {
      #expect(lines.contains { $0.hasPrefix("#   \(field.name): ") })
      #expect(lines.contains { $0.contains(field.summary) })
    }
  }

  @Test func theAdviceFitsALineEach() {
    #expect(
      (SafetyNotice.lines + [SafetyNotice.short]).allSatisfy { !$0.isEmpty && $0.count <= 80 })
  }

  @Test func jsonHasEveryFactOfAnExercise() throws {
    var exercise = try squeeze()
    exercise.parameters = .hold(HoldParameters())
    #expect(
      CatalogueJSON.line([exercise]).hasPrefix(
        """
        [{"id":"scapular-squeeze","title":"scapular squeeze","summary":"Upright with loose arms, \
        bring the shoulder blades toward each other, keep them there, then let go.",\
        "kind":"hold","oneSided":false,\
        "dose":{"reps":10,"holdSeconds":5.0,"holdSecondsMax":null},\
        "placements":["upper-arm","shoulder"],"parameters":{"minimumRangeDegrees":
        """))
  }
}
