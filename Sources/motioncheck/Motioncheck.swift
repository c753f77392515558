import ArgumentParser

/// The program: what it is called, which version it is, and its subcommands.
@main
struct Motioncheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "motioncheck",
    abstract: "Check a home exercise programme with one worn motion sensor.",
    discussion: """
      It counts repetitions and times holds from an accelerometer (and a gyroscope, where there is \
      one) worn on the body, and compares them with what was prescribed. It makes no diagnosis and \
      does not replace the advice of a healthcare provider.

      Exit status: 0 target met or none set, 1 target not met, 2 a recording, device, programme or \
      parameter file could not be used, 64 wrong arguments.
      """,
    version: "0.1.0",
    subcommands: [
      Replay.self, Live.self, Record.self, History.self, Devices.self, Exercises.self,
      Programs.self,
      Simulate.self, Inspect.self, Formats.self, Convert.self, Evaluate.self, LabelCommand.self,
      Tune.self, Studio.self, Calibrate.self, Doctor.self,
    ])

  static func main() {
    StandardStreams.reserve()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exitPrintably(error)
    }
  }

  /// Ends the program. What an option was given may hold what a terminal obeys, and stands in the
  /// message.
  private static func exitPrintably(_ error: any Error) -> Never {
    let (message, code) = (fullMessage(for: error), exitCode(for: error))
    guard code.rawValue != 0, message.printable != message else { exit(withError: error) }
    TextStream.standardError().note(message.printable + "\n")
    exit(withError: code)
  }
}
