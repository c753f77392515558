import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// Lists the exercises that can be checked.
struct Exercises: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercises",
    abstract: "List the exercises that can be checked.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  /// All of them, a line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List every exercise with its usual dose and where the sensor can be worn.")

    @Option(help: "How the list is written.")
    var format = ListFormat.text

    func run() throws {
      let lines =
        switch format {
        case .text: CatalogueText.lines(Exercise.catalogue)
        case .json: [CatalogueJSON.line(Exercise.catalogue)]
        }
      try Failure.reported { try TextStream.standardOutput().write(lines: lines) }
    }
  }

  /// One of them in full.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one exercise as a programme file to start your own from.")

    @Argument(help: ArgumentHelp("The exercise.", valueName: "id"))
    var id: String

    func run() throws {
      try Failure.reported {
        let exercise = try Exercise.required(id)
        let line = Program.Line(
          exercise: exercise, sides: exercise.isOneSided ? [.left, .right] : [nil],
          target: exercise.dose ?? Target(reps: nil))
        let program = Program(
          id: "my-\(id)", title: Wording.sentenceStart(exercise.title), lines: [line])
        let output = TextStream.standardOutput()
        try output.write(ProgramFile.text(of: program))
        try output.write(lines: CatalogueText.thresholds(exercise))
      }
    }
  }
}
