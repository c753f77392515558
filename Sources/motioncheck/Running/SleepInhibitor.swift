import Foundation

/// Keeps the machine awake and its screen unlocked while a session runs, where the system can be
/// asked to: nobody touches a key for half an hour.
///
/// The lock is held by a program for as long as what it runs goes on: a `cat` that ends with its
/// input, and so with this program, however that ends.
final class SleepInhibitor {
  private static let reason = "An exercise session is running"
  /// Programs that hold a lock, each with its arguments: that of logind, and that of GNOME, which
  /// locks its screen whatever logind is told.
  static let programs = [
    (
      "systemd-inhibit",
      ["--what=idle:sleep", "--mode=block", "--who=motioncheck", "--why=\(reason)"]
    ),
    (
      "gnome-session-inhibit",
      ["--app-id", "motioncheck", "--reason", reason, "--inhibit", "idle:suspend"]
    ),
  ]

  /// What the holders read, each its own: the first would close it for the second.
  private var inputs: [Pipe] = []

  /// Takes the locks that there are programs for.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    for (name, arguments) in Self.programs {
      if let program = InstalledProgram.path(of: name, environment: environment) {
        hold(program, arguments + ["cat"])
      }
    }
  }

  /// Without its lock a session runs as well.
  private func hold(_ program: String, _ arguments: [String]) {
    let (process, input) = (Process(), Pipe())
    // Else the children would keep their own input open.
    _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    inputs.append(input)
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }

  deinit {
    for input in inputs { try? input.fileHandleForWriting.close() }
  }
}
