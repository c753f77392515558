import ArgumentParser
import Foundation
import MotionReport

/// Looks at the machine.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check this machine: sensors, permissions, voice, terminal and folders.",
    discussion: """
      Each line says what is there and, where something is missing, what to do. Nothing is changed. \
      Exit status: 0 all works (something more may be had), 2 something does not work.
      """)

  @Option(help: "How the list is written.")
  var format = ListFormat.text

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let findings =
      MachineFindings(environment: environment).all + SensorFindings().all + StorageFindings().all
    try Failure.reported {
      let output = TextStream.standardOutput()
      switch format {
      case .text: try output.write(lines: findings.flatMap(\.lines))
      case .json: try output.write(lines: [JSON.array(findings.map(\.json)).rendered])
      }
    }
    guard !findings.contains(where: { $0.state == .problem }) else { throw ExitCode.unusable }
  }
}
