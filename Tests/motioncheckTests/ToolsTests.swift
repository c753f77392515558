import Foundation
import MotionInput
import Testing

/// The scripts that change the system, with its own programs stood in for.
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

  private func tool(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Tools/\(name)").standardizedFileURL
  }

  private func run(_ name: String, _ arguments: String...) throws -> Motioncheck.Result {
    try Motioncheck.run(tool(name), arguments, environment: ["PATH": folder.url.path])
  }

  private func setup() throws -> Motioncheck.Result { try run("setup") }

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
    try standIn("qrencode", "exit 0")
    let result = try setup()
    #expect(result.status == 0)
    #expect(result.output == "" && result.errors == "")
  }

  @Test func onlyWhatIsMissingIsInstalled() throws {
    try standIn("swift", "exit 0")
    try standIn("sudo", #"exec "$@""#)
    try standIn("dpkg-query", #"[[ $* == *libevdev-dev ]] || printf installed"#)
    try standIn("qrencode", "exit 0")
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

  @Test func whatTheTestsNeedIsInstalledForThemOnly() throws {
    try standIn("swift", "exit 0")
    try standIn("sudo", #"exec "$@""#)
    try standIn("dpkg-query", #"[[ $* == *espeak-ng ]] || printf installed"#)
    try standIn("apt-get", "exit 0")
    #expect(try setup().errors == "")
    #expect(try run("setup", "--with-tests").errors == "Installing espeak-ng ...\n")
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

  @Test func kernelTestsThatCannotBeTriedAreSkippedAloud() throws {
    for name in ["dirname", "readlink", "mkdir"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: "/usr/bin/\(name)")
    }
    try standIn("uname", "printf x86_64")
    try standIn("apt-get", "exit 100")
    let result = try run("kernel-test")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("SKIP kernel tests: "))
  }

  @Test func theRulesForSensorsAreInstalledAndTakeEffect() throws {
    try standIn("sudo", #"exec "$@""#)
    for name in ["install", "udevadm"] {
      try standIn(name, #"printf '%s\n' "\#(name) $*" >>'\#(folder.path("system.log"))'"#)
    }
    let result = try run("allow-sensors")
    #expect(result.status == 0, "\(result.errors)")
    let log = try folder.read("system.log").split(separator: "\n")
    #expect(log.count == 3)
    #expect(log[0].hasPrefix("install -D -m 644 -t /etc/udev/rules.d /"))
    #expect(log[0].hasSuffix("Tools/70-motion-sensors.rules"))
    #expect(log[1...] == ["udevadm control --reload", "udevadm trigger --subsystem-match=input"])
  }

  @Test func aSystemWithoutUdevIsToldAndLeftAlone() throws {
    try standIn("install", "touch '\(folder.path("installed"))'")
    let result = try run("allow-sensors")
    #expect(result.status == 69)
    #expect(result.errors.hasPrefix("Error: this system has no udev"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("installed")))
  }

  @Test func theRulesAreThoseThatAMissingPermissionNames() throws {
    let rules = try String(contentsOf: tool("70-motion-sensors.rules"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rules.count == 3)
    let message = InputError.devicePermission(path: "/dev/input/event7", name: "IMU").description
    for rule in rules { #expect(message.contains(rule)) }
    #expect(message.contains("/etc/udev/rules.d/70-motion-sensors.rules"))
  }
}
