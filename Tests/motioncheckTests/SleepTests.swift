import Foundation
import Testing

/// The machine stays awake while a session runs, by a stand-in that notes how it was called.
@Suite(.serialized) struct SleepTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func standIn(_ body: String, for name: String = "systemd-inhibit") throws {
    let path = try folder.write("#!/usr/bin/bash\n\(body)\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private func session() throws -> LiveSession {
    try LiveSession(
      ["--exercise", "repetition", "--no-record"], environment: ["PATH": folder.url.path])
  }

  private func log() -> [Substring] {
    ((try? folder.read("log")) ?? "").split(separator: "\n")
  }

  /// Runs what it is handed, as the program does that it stands in for.
  private func standInThatLocks(_ name: String) throws {
    let log = folder.path("log")
    try standIn(
      """
      printf '\(name) %s\\n' "$*" >>'\(log)'
      /usr/bin/"${@: -1}"
      printf 'released\\n' >>'\(log)'
      """, for: name)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func itIsKeptAwakeUntilTheSessionEnds(signal: Int32) async throws {
    try standInThatLocks("systemd-inhibit")
    try standInThatLocks("gnome-session-inhibit")
    let live = try session()
    try live.send([ArmRecording.header] + ArmRecording().rows.prefix(100).map(\.text))
    try await live.wait { log().count == 2 }
    try await Task.sleep(for: .milliseconds(300))
    #expect(!log().contains("released"), "released too soon")
    for words in [
      "systemd-inhibit --what=idle:sleep ", "--who=motioncheck",
      "gnome-session-inhibit --app-id motioncheck ", "--inhibit idle:suspend",
    ] {
      #expect(log().contains { $0.contains(words) }, "no '\(words)' in \(log())")
    }
    try await live.end(signal: signal)
    for _ in 0..<500 where log().count < 4 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(log().suffix(2) == ["released", "released"])
  }

  /// Such as where no logind runs.
  @Test(arguments: ["exit 1", nil])
  func aMachineThatCannotBeKeptAwakeIsNoObstacle(body: String?) throws {
    if let body { try standIn(body) }
    let result = try Motioncheck.run(
      Motioncheck.executable,
      ["live", "--source", "-", "--exercise", "repetition", "--no-record", "--quiet"],
      input: ArmRecording().text, environment: ["PATH": folder.url.path])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("6 reps"))
  }
}
