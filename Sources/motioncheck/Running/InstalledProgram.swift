import Foundation

/// Programs of this machine that motioncheck uses where they are there.
enum InstalledProgram {
  /// Where the system looks when nothing says where else to.
  private static let usualPath = "/usr/bin:/bin"

  /// Where a program of this name is; nil where it is not installed.
  static func path(
    of name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    (environment["PATH"] ?? usualPath).split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }
}
