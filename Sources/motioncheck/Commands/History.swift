import ArgumentParser
import MotionCore
import MotionHistory
import MotionInput
import MotionReport

/// Sessions over weeks.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show the sessions of the past weeks.",
    discussion: """
      Each live session is added by itself, a recorded one by 'motioncheck replay --save'. The \
      history stays on this machine, in $XDG_DATA_HOME/motioncheck/history.db; the recordings \
      remain what it is made from.
      """,
    subcommands: [Show.self, Export.self, Edit.self, Delete.self, Rebuild.self],
    defaultSubcommand: Show.self)

  /// Weeks, exercises and the newest sessions.
  struct Show: ParsableCommand {
    /// How it is written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
      case text
      case html
    }

    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show how often you exercised each week, and how each exercise went.")

    @Flag(help: "List every week and session, not the newest only.")
    var all = false

    @Option(
      help: "text, or html: one page with a calendar and the way of each exercise over the weeks.")
    var format = Form.text

    @Option(help: ArgumentHelp("Write to this file.", valueName: "path"), completion: .file())
    var output: String?

    func validate() throws { try OutputFiles(("--output", output)).require(apartFrom: []) }

    func run() throws {
      try Failure.reported {
        let sessions = try HistoryFolder.open().sessions()
        let text =
          switch format {
          case .text:
            HistoryText(sessions, isWhole: all).lines.map { $0 + "\n" }.joined()
          case .html:
            HistoryPage(sessions, version: Motioncheck.configuration.version).html
          }
        try PendingFile.write(text, to: output ?? "-")
      }
    }
  }

  /// For other programs.
  struct Export: ParsableCommand {
    /// How it is written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
      case json
      case csv
    }

    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the history as JSON lines (one a session) or CSV (one row a set).")

    @Argument(help: "How it is written.")
    var form: Form

    @Option(help: ArgumentHelp("Write to this file.", valueName: "path"), completion: .file())
    var output: String?

    func validate() throws { try OutputFiles(("--output", output)).require(apartFrom: []) }

    func run() throws {
      try Failure.reported {
        let sessions = try HistoryFolder.open().sessions()
        let lines =
          form == .json ? HistoryExport.json(sessions) : HistoryExport.csv(sessions)
        try PendingFile.write(lines.map { $0 + "\n" }.joined(), to: output ?? "-")
      }
    }
  }

  /// Corrects a count by hand.
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Correct a count by hand; the measured one is kept beside it.",
      discussion: "Without --count a correction is taken back.")

    @Argument(help: "The session's number, as 'motioncheck history' lists it.")
    var session: Int

    @Option(help: "Which set of the session, from 1.")
    var set = 1

    @Option(help: "What the count truly was.")
    var count: Int?

    func validate() throws {
      if let count, !(0...1000).contains(count) {
        throw ValidationError("--count is \(count); it must be from 0 to 1000.")
      }
    }

    func run() throws {
      try Failure.reported {
        try HistoryFolder.open().correct(session: session, set: set, count: count)
      }
    }
  }

  /// Takes sessions out.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Take sessions out of the history; their recordings stay.")

    @Argument(help: "The sessions' numbers.")
    var sessions: [Int]

    func run() throws {
      try Failure.reported {
        let store = try HistoryFolder.open()
        for session in sessions { try store.delete(session: session) }
      }
    }
  }

  /// Makes it anew.
  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rebuild",
      abstract: "Add every recording of the usual folder again; corrections are kept.")

    func run() throws {
      try Failure.reported {
        let count = try HistoryFolder.rebuild(HistoryFolder.open())
        TextStream.standardError().note(
          "\(count) sessions taken from \(RecordingsFolder.usual.path)\n")
      }
    }
  }
}
