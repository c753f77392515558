import Foundation
import MotionCore
import MotionInput
import Testing

@Suite struct ListTests {
  @Test func everyExerciseIsListedWithItsDoseAndPlacements() throws {
    let list = try Motioncheck.run("exercises")
    #expect(list.status == 0)
    #expect(list.errors == "")
    for exercise in Exercise.catalogue {
      #expect(list.output.contains("\n\(exercise.id) ") || list.output.hasPrefix(exercise.id))
    }
    #expect(list.output.contains("scapular squeeze, 10 holds of 5 s"))
    #expect(list.output.contains("open book, 10 reps each side"))
    #expect(list.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func theListForProgramsIsOneLineOfJSON() throws {
    let list = try Motioncheck.run("exercises", "--format", "json").output
    #expect(list.last == "\n" && list.count { $0 == "\n" } == 1)
    let exercises = try #require(
      JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String: Any]])
    #expect(exercises.map { $0["id"] as? String } == Exercise.catalogue.map(\.id))
    #expect(exercises[1]["kind"] as? String == "hold")
    #expect((exercises[1]["dose"] as? [String: Any])?["holdSecondsMax"] as? Double == 30)
    #expect((exercises[1]["parameters"] as? [String: Any])?["longestBreakSeconds"] != nil)
  }

  @Test func everyProgrammeIsListedWithTheGeneralAdvice() throws {
    let list = try Motioncheck.run("programs")
    #expect(list.status == 0)
    for program in Program.builtIn { #expect(list.output.contains(program.title)) }
    #expect(list.output.contains("open book, 10 reps, left then right"))
    #expect(list.output.contains("healthcare provider"))
  }

  @Test(arguments: Exercise.catalogue.map(\.id))
  func anExerciseIsShownAsAProgrammeFileThatLoads(id: String) throws {
    let shown = try Motioncheck.run("exercises", "show", id)
    #expect(shown.status == 0)
    #expect(shown.output.contains("# What can be set under 'parameters:'"))
    let folder = try TemporaryFolder()
    let program = try ProgramFile.load(folder.write(shown.output, to: "own.yaml"))
    #expect(program.lines.map(\.exercise) == [Exercise.named(id)])
  }

  @Test(arguments: Program.builtIn)
  func aProgrammeIsShownAsAFileThatLoadsBack(program: Program) throws {
    let shown = try Motioncheck.run("programs", "show", program.id)
    #expect(shown.status == 0)
    let folder = try TemporaryFolder()
    #expect(try ProgramFile.load(folder.write(shown.output, to: "own.yaml")) == program)
  }
}

/// Programme files, checked without a recording.
@Suite struct ProgramFileCommandTests {
  @Test func aGoodFileIsSaidToBeOneAndShown() throws {
    let schema = try Motioncheck.run("programs", "schema").output
    let folder = try TemporaryFolder()
    let path = try folder.write(schema, to: "own.yaml")
    let checked = try Motioncheck.run("programs", "check", path)
    #expect(checked.status == 0)
    #expect(checked.output.contains("open book, 10 reps, left then right"))
    #expect(checked.output.hasSuffix("own.yaml is a good programme.\n"))
    let shown = try Motioncheck.run("programs", "show", path)
    #expect(shown.status == 0 && shown.output.contains("times-per-week: 3"))
  }

  @Test func aFaultIsShownInItsLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("exercises:\n  - exercise: open-bock\n", to: "own.yaml")
    let checked = try Motioncheck.run("programs", "check", path)
    #expect(checked.status == 2)
    #expect(checked.errors.contains("own.yaml:2:"))
    #expect(checked.errors.contains("did you mean 'open-book'?"))
    #expect(checked.errors.contains("\n    - exercise: open-bock\n"))
  }
}
