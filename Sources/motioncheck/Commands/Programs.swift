import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// Programmes: those that are built in, and files of one's own.
struct Programs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programs",
    abstract: "List the built-in programmes; check and show files of your own.",
    subcommands: [List.self, Show.self, Check.self, Schema.self], defaultSubcommand: List.self)

  /// All of them with their exercises.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
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
      commandName: "show",
      abstract: "Show one programme as a file to start your own from.",
      discussion: "Write it to a file, change it, and give that file to --program.")

    @Argument(
      help: ArgumentHelp("The programme, built in or a file.", valueName: "id|file"),
      completion: .file(extensions: ["yaml", "yml"]))
    var program: String

    func run() throws {
      try Failure.reported {
        try TextStream.standardOutput().write(ProgramFile.text(of: Program.chosen(program)))
      }
    }
  }

  /// Files of one's own, without a recording.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check programme files, and show what they ask for.")

    @Argument(help: "The files.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    func run() throws {
      var isGood = true
      for file in files {
        do throws(InputError) {
          let lines = CatalogueText.lines(try ProgramFile.load(file))
          try TextStream.standardOutput().write(
            lines: lines + ["", "\(file) is a good programme."])
        } catch {
          Failure.report(error)
          isGood = false
        }
      }
      guard isGood else { throw ExitCode.unusable }
    }
  }

  /// What may stand in a file.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Describe every key of a programme file, with what is allowed.")

    func run() throws {
      try Failure.reported {
        try TextStream.standardOutput().write(lines: ProgramFile.schema)
      }
    }
  }
}
