import Foundation

/// Keeps the machine awake and its screen unlocked while a session runs, where the system has logind:
/// nobody touches a key for half an hour.
///
/// The lock is held by `systemd-inhibit` for as long as what it runs goes on: a `cat` that ends with
/// its input, and so with this program, however that ends.
final class SleepInhibitor {
  private let process = Process()
  private let input = Pipe()

  /// Takes the lock; nil where there is no such program.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    guard
      let program = folders.map({ "\($0)/systemd-inhibit" })
        .first(where: FileManager.default.isExecutableFile(atPath:))
    else { return nil }
    // Else the child would keep its own input open.
    _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "--what=idle:sleep", "--mode=block", "--who=motioncheck",
      "--why=An exercise session is running", "cat",
    ]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
  }

  deinit { try? input.fileHandleForWriting.close() }
}
