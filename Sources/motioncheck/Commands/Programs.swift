import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// Lists the programmes that are built in.
struct Programs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the programmes that are built in.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  /// All of them with their exercises.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List every built-in programme with its exercises and doses.")

    func run() throws {
      let blocks = Program.builtIn.map(CatalogueText.lines) + [SafetyNotice.lines]
      try Failure.reported {
        try TextStream.standardOutput().write(lines: Array(blocks.joined(separator: [""])))
      }
    }
  }

  /// One of them in full.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one programme as a file to start your own from.",
      discussion: "Write it to a file, change it, and give that file to --program.")

    @Argument(help: ArgumentHelp("The programme.", valueName: "id"))
    var id: String

    func run() throws {
      try Failure.reported {
        try TextStream.standardOutput().write(ProgramFile.text(of: Program.required(id)))
      }
    }
  }
}
