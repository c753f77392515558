import Foundation
import Testing

/// The set-up script, with the system's own programs stood in for.
@Suite struct ToolsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["bash", "env", "mktemp", "cat", "rm"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: "/usr/bin/\(name)")
    }
  }

  private func standIn(_ name: String, _ body: String) throws {
    let path = try folder.write("#!/usr/bin/bash\n\(body)\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private func setup() throws -> Motioncheck.Result {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Tools/setup").standardizedFileURL
    return try Motioncheck.run(script, [], environment: ["PATH": folder.url.path])
  }

  @Test func aMissingToolchainIsExplained() throws {
    let result = try setup()
    #expect(result.status == 69)
    #expect(result.errors.contains("swift.org/install"))
    #expect(result.errors.contains("Swift 6.3"))
  }

  @Test func nothingIsSaidWhenNothingIsMissing() throws {
    try standIn("swift", "exit 0")
    try standIn("apt-get", "exit 1")
    try standIn("dpkg-query", "printf installed")
    let result = try setup()
    #expect(result.status == 0)
    #expect(result.output == "" && result.errors == "")
  }

  @Test func onlyWhatIsMissingIsInstalled() throws {
    try standIn("swift", "exit 0")
    try standIn("sudo", #"exec "$@""#)
    try standIn("dpkg-query", #"[[ $* == *libevdev-dev ]] || printf installed"#)
    try standIn("apt-get", #"printf '%s\n' "$*" >>'\#(folder.path("apt.log"))'"#)
    let result = try setup()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors == "Installing libevdev-dev ...\n")
    #expect(
      try folder.read("apt.log") == """
        update
        install --yes --no-install-recommends libevdev-dev

        """)
  }

  @Test func aFailedInstallationShowsWhatTheInstallerSaid() throws {
    try standIn("swift", "exit 0")
    try standIn("sudo", #"exec "$@""#)
    try standIn("dpkg-query", "exit 1")
    try standIn("apt-get", "echo 'no network'; exit 100")
    let result = try setup()
    #expect(result.status == 69)
    #expect(result.errors.contains("no network"))
  }
}
