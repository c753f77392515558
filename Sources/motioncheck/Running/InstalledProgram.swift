import Foundation

/// Programs of this machine that motioncheck uses where they are there.
enum InstalledProgram {
  /// Where the system looks when nothing says where else to.
  private static let usualPath = "/usr/bin:/bin"
  /// So many more files must be free to be opened: Foundation's `Process` takes about half of them
  /// for its pipes and run loop, and without them ends the program.
  private static let neededDescriptors = 24

  /// Where a program of this name is; nil where it is not installed, or could not be started since
  /// no more files may be opened.
  static func path(
    of name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    guard hasDescriptors else { return nil }
    return (environment["PATH"] ?? usualPath).split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }

  private static var hasDescriptors: Bool {
    let taken = (0..<neededDescriptors).map { _ in fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0) }
    for descriptor in taken where descriptor >= 0 { close(descriptor) }
    return !taken.contains { $0 < 0 }
  }
}
