import Foundation
import Testing

/// The history as a person uses it.
@Suite struct HistoryTests {
  private let folder: TemporaryFolder
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    recording = try folder.write(
      "# recorded: 2026-11-02T08:30:00Z\n" + ArmRecording().text, to: "arm.csv")
  }

  private var database: String { folder.path("data/motioncheck/history.db") }

  private func run(_ arguments: String..., input: String = "") throws -> Motioncheck.Result {
    try Motioncheck.run(
      Motioncheck.executable, arguments, input: input,
      environment: ["XDG_DATA_HOME": folder.path("data"), "TZ": "Europe/Berlin"])
  }

  private func exported() throws -> [[String: Any]] {
    try run("history", "export", "json").output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func save() throws {
    let saved = try run(
      "replay", recording, "--exercise", "repetition", "--target", "6", "--save")
    #expect(saved.status == 0, "\(saved.errors)")
  }

  @Test func anEmptyHistorySaysHowItFills() throws {
    #expect(try run("history").output.contains("motioncheck replay --save"))
  }

  @Test func aSavedRecordingIsListedWithItsLocalTime() throws {
    try save()
    let shown = try run("history")
    #expect(shown.status == 0 && shown.errors == "")
    #expect(shown.output.contains("2 Nov 2026, 09:30"))
    #expect(shown.output.contains("1 of 1"))
    #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func whenItWasIsTakenFromTheOptionWhereTheRecordingDoesNotSay() throws {
    let undated = try folder.write(ArmRecording().text, to: "undated.csv")
    for day in ["02", "04"] {
      let saved = try run(
        "replay", undated, "--exercise", "repetition", "--save", "--recorded-at",
        "2026-03-\(day)T09:30:00Z")
      #expect(saved.status == 0, "\(saved.errors)")
    }
    let csv = try run("history", "export", "csv").output
    #expect(csv.contains("2026-03-02T09:30:00Z") && csv.contains("2026-03-04T09:30:00Z"), "\(csv)")
  }

  @Test func savedTwiceItIsThereOnce() throws {
    try save()
    try save()
    #expect(try exported().count == 1)
  }

  @Test func aCountIsCorrectedAndBothAreKept() throws {
    try save()
    #expect(try run("history", "edit", "1", "--count", "5").status == 0)
    let set = try #require((exported()[0]["sets"] as? [[String: Any]])?.first)
    #expect(set["count"] as? Int == 5 && set["measured"] as? Int == 6)
    #expect(set["done"] as? Bool == false)
    #expect(try run("history").output.contains("by hand"))
    let missing = try run("history", "edit", "7", "--count", "5")
    #expect(missing.status == 2 && missing.errors.contains("no session 7"))
  }

  @Test func theTableHasARowASet() throws {
    try save()
    let rows = try run("history", "export", "csv").output.split(separator: "\n")
    #expect(rows.count == 2)
    #expect(rows[0].split(separator: ",").count == 22)
    #expect(rows[1].hasPrefix("1,2026-11-02T08:30:00Z,,upper-arm,repetition,"))
  }

  @Test func aLiveSessionIsAddedByItselfUnlessNothingIsRecorded() throws {
    let text = ArmRecording().text
    let live = try run("live", "--source", "-", "--exercise", "repetition", "--quiet", input: text)
    #expect(live.status == 0, "\(live.errors)")
    #expect(try exported().count == 1)
    _ = try run(
      "live", "--source", "-", "--exercise", "repetition", "--quiet", "--no-record", input: text)
    #expect(try exported().count == 1)
    #expect(try run("history", "delete", "1").status == 0)
    #expect(try exported().isEmpty)
    #expect(try run("history", "rebuild").errors.hasPrefix("1 sessions taken from"))
    #expect(try exported().count == 1)
  }

  @Test func aDamagedHistoryIsKeptAsideAndMadeAnew() throws {
    _ = try run(
      "live", "--source", "-", "--exercise", "repetition", "--quiet", input: ArmRecording().text)
    try Data(repeating: 7, count: 8192).write(to: URL(filePath: database))
    let shown = try run("history")
    #expect(shown.status == 0)
    #expect(shown.errors.contains("damaged-1, and 1 sessions were taken from the recordings again"))
    #expect(try exported().count == 1)
  }

  @Test func whatWasSavedSurvivesKills() throws {
    var confirmed = 0
    for round in 0..<20 {
      let text = "# recorded: 2026-10-\(10 + round)T08:00:00Z\n" + ArmRecording().text
      let path = try folder.write(text, to: "\(round).csv")
      let process = try Motioncheck.start(
        Motioncheck.executable,
        ["replay", path, "--exercise", "repetition", "--no-target", "--save"], in: folder,
        environment: ["XDG_DATA_HOME": folder.path("data")]
      ) { try folder.write("", to: "stdin") }
      usleep(UInt32(round) * 6000)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if process.terminationReason == .exit { confirmed += 1 }
    }
    #expect(try exported().count >= confirmed)
    #expect(try run("history").errors == "")
  }
}
