import Foundation
import Testing

/// The machine stays awake while a session runs, by a stand-in that notes how it was called.
@Suite(.serialized) struct SleepTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func standIn(_ body: String) throws {
    let path = try folder.write("#!/usr/bin/bash\n\(body)\n", to: "systemd-inhibit")
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
  private func standInThatLocks() throws {
    let log = folder.path("log")
    try standIn(
      """
      printf 'locked %s\\n' "$*" >>'\(log)'
      /usr/bin/"${@: -1}"
      printf 'released\\n' >>'\(log)'
      """)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func itIsKeptAwakeUntilTheSessionEnds(signal: Int32) async throws {
    try standInThatLocks()
    let live = try session()
    try live.send([ArmRecording.header] + ArmRecording().rows.prefix(100).map(\.text))
    try await live.wait { log().count == 1 }
    try await Task.sleep(for: .milliseconds(300))
    #expect(log().count == 1, "released too soon")
    let words = log().first ?? ""
    #expect(words.contains("--what=idle:sleep") && words.contains("--who=motioncheck"))
    try await live.end(signal: signal)
    for _ in 0..<500 where log().count < 2 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(log().last == "released")
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
