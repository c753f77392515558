import Foundation
import Testing

/// What is looked at, what is said of it, and that looking changes nothing.
@Suite struct DoctorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func findings(
    _ environment: [String: String] = [:]
  ) throws -> (status: Int32, of: [String: [String: String]]) {
    let data = ["XDG_DATA_HOME": folder.path("data")].merging(environment) { $1 }
    let result = try Motioncheck.run("doctor", "--format", "json", environment: data)
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    let pairs = list.map { finding in
      (finding["subject"] as? String ?? "", finding.compactMapValues { $0 as? String })
    }
    return (result.status, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  private func make(_ name: String, permissions: Int) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(name), withIntermediateDirectories: true,
      attributes: [.posixPermissions: permissions])
  }

  @Test func everySubjectIsLookedAtAndNothingIsMade() throws {
    let found = try findings()
    let subjects = ["machine", "terminal", "voice", "QR code", "sleep", "network", "data", "space"]
    #expect(Set(found.of.keys).isSuperset(of: subjects))
    #expect(found.of["data"]?["found"]?.hasSuffix("made with the first session") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.path("data")))
  }

  @Test func aMissingProgramIsANoteWithAdvice() throws {
    let found = try findings(["PATH": folder.path("nothing")])
    for (subject, package) in [("voice", "espeak-ng"), ("QR code", "qrencode")] {
      #expect(found.of[subject]?["state"] == "note")
      #expect(found.of[subject]?["advice"]?.contains(package) == true)
    }
  }

  @Test func aFolderThatOthersMayReadIsAProblem() throws {
    try make("data/motioncheck", permissions: 0o755)
    let found = try findings()
    #expect(found.status == 2)
    #expect(found.of["data"]?["state"] == "problem")
    #expect(found.of["data"]?["advice"]?.contains("chmod 700") == true)
  }

  @Test func whereNoFolderCanBeMadeThisIsSaid() throws {
    let found = try findings(["XDG_DATA_HOME": "/dev/null/nothing"])
    #expect(found.status == 2)
    #expect(found.of["data"]?["found"]?.contains("cannot be made") == true)
  }

  @Test func aDamagedHistoryIsNamedAndLeftAsItIs() throws {
    try make("data/motioncheck", permissions: 0o700)
    let damaged = String(repeating: "no history ", count: 1000)
    try folder.write(damaged, to: "data/motioncheck/history.db")
    let found = try findings()
    #expect(found.status == 2)
    #expect(found.of["history"]?["state"] == "problem")
    #expect(try folder.read("data/motioncheck/history.db") == damaged)
  }

  @Test func aPersonSeesALineASubject() throws {
    let result = try Motioncheck.run("doctor")
    #expect(result.output.contains("✓ machine"))
    #expect(result.output.contains("terminal   none here"))
  }
}
