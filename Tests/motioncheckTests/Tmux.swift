import Foundation
import Testing

/// A real terminal, of which the screen can be looked at; ended with the test.
final class Tmux {
  /// False where it is not installed: tests that need it are skipped, and the runner says so.
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  private let name = "motioncheck-\(UUID().uuidString)"

  /// A terminal of this size that runs a shell command.
  init(columns: Int, rows: Int, environment: [String: String] = [:], command: String) throws {
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    try start(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env \(variables.joined(separator: " ")) sh -c '\(command)'")
  }

  /// A hang-up, which is what ends a terminal, is nothing to programs under nohup.
  deinit {
    if let group = (try? fact("pane_pid")).flatMap({ pid_t($0) }) { kill(-group, SIGTERM) }
    _ = try? tmux("kill-server")
  }

  /// What the screen shows, without spaces at the ends of rows.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What the screen shows, with what has left it at its top.
  func history() throws -> String { try tmux("capture-pane", "-p", "-S", "-") }

  /// What the screen shows, with its colours.
  func colouredScreen() throws -> String { try tmux("capture-pane", "-p", "-e") }

  /// Presses keys.
  func press(_ keys: String) throws { _ = try tmux("send-keys", keys) }

  /// Changes the size of the window.
  func resize(columns: Int, rows: Int) throws {
    _ = try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// A fact about the terminal by tmux's name for it.
  func fact(_ name: String) throws -> String {
    try tmux("display-message", "-p", "#{\(name)}").replacing("\n", with: "")
  }

  /// Closes what it was handed beyond the standard streams, then becomes the command that follows.
  private static let withoutInheritance = """
    for fd in /proc/$$/fd/*; do fd=${fd##*/}; if ((fd > 2)); then eval "exec $fd>&-"; fi; done
    exec "$@"
    """

  /// Starts the server, which stays: whatever it inherits would be waited for as long as it runs.
  private func start(_ arguments: String...) throws {
    let process = process(arguments)
    process.arguments =
      ["-c", Self.withoutInheritance, "tmux", "/usr/bin/tmux"] + (process.arguments ?? [])
    process.executableURL = URL(filePath: "/bin/bash")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/tmux")
    process.arguments = ["-L", name] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    environment["TMUX"] = nil
    // set by the test runner
    environment["NO_COLOR"] = nil
    process.environment = environment
    return process
  }

  private func tmux(_ arguments: String...) throws -> String {
    let process = process(arguments)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
