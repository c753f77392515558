import Foundation
import Testing

/// Going on with a session that was interrupted.
@Suite(.serialized) struct ResumeTests {
  private let folder: TemporaryFolder
  private let arm = ArmRecording(repetitions: 8)

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("mine.csv") }
  private var environment: [String: String] { ["XDG_DATA_HOME": folder.path("data")] }

  /// Plays the first half and cuts the session off.
  private func cutOff(_ arguments: [String], signal: Int32 = SIGKILL) async throws {
    let live = try LiveSession(arguments, environment: environment)
    try live.send([ArmRecording.header] + arm.rows.prefix(750).map(\.text))
    // Wait for the last of what was sent to be in the file.
    try await live.wait { try recorded().contains("\n14.900000,") }
    try await live.end(signal: signal)
  }

  private func recorded() throws -> String {
    let path = (try? folder.recordings())?.first ?? self.path
    return (try? String(contentsOf: URL(filePath: path), encoding: .utf8)) ?? ""
  }

  private var rest: String {
    ([ArmRecording.header] + arm.rows.dropFirst(750).map(\.text)).joined(separator: "\n") + "\n"
  }

  private func resume(_ arguments: String...) throws -> Motioncheck.Result {
    try Motioncheck.run(
      Motioncheck.executable, ["live", "--source", "-", "--resume"] + arguments, input: rest,
      environment: environment)
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP])
  func theCountGoesOnAfterAGap(signal: Int32) async throws {
    try await cutOff(["--exercise", "repetition", "--target", "9"], signal: signal)
    #expect(try !recorded().contains("# finished"))
    let result = try resume()
    #expect(result.output.hasPrefix("Resumed; so far: repetition 4 of 9 reps\n"))
    #expect(!result.output.contains("rep 4 of 9"))
    #expect(result.output.contains("Repetition  "))
    #expect(result.output.contains("7 of 9 reps") || result.output.contains("8 of 9 reps"))
    #expect(result.output.contains("1 gap"))
    #expect(result.status == 1)
    let text = try recorded()
    #expect(text.components(separatedBy: ArmRecording.header).count == 2)
    #expect(text.contains("# exercise: repetition\n# target: 9\n"))
    #expect(text.contains(" gap\n"))
  }

  /// Such as a full disk leaves.
  @Test func anEmptyRecordingIsPassedOver() async throws {
    try await cutOff(["--exercise", "repetition"])
    try folder.write("", to: "data/motioncheck/recordings/newer.csv")
    let result = try resume()
    #expect(result.output.hasPrefix("Resumed; so far: repetition 4 reps\n"))
  }

  @Test func aWholeRecordingReplaysLikeTheResumedSession() async throws {
    try await cutOff(["--exercise", "repetition", "--side", "left", "--record", path])
    let live = try resume("--record", path, "--format", "json")
    let replay = try Motioncheck.run(
      "replay", path, "--exercise", "repetition", "--side", "left", "--format", "json")
    #expect(live.output == replay.output)
    #expect(live.status == 0)
    // Its stream ended too soon as well.
    #expect(live.errors.contains("To go on: motioncheck live --resume --record \(path)\n"))
  }

  @Test func aProgrammeIsGoneOnWith() async throws {
    let program = try folder.write(
      "title: One arm\nexercises:\n  - exercise: repetition\n    side: left\n    reps: 4\n",
      to: "own.yaml")
    try await cutOff(["--program", program])
    let result = try resume()
    #expect(result.output.contains("\nOne arm\n") || result.output.hasPrefix("One arm\n"))
    #expect(try recorded().contains("# program: \(program)\n"))
    let replay = try Motioncheck.run("replay", recordingPath(), "--program", program)
    #expect(result.output.hasSuffix(replay.output))
  }

  private func recordingPath() throws -> String {
    try #require(folder.recordings().first)
  }

  @Test func aSessionThatThePersonEndedEarlyIsGoneOnWithOnTheSameDay() async throws {
    try await cutOff(["--exercise", "repetition", "--target", "9"], signal: SIGINT)
    let ended = try #require(try recorded().firstMatch(of: #/\n# ended early: (\d{4}-\d\d-\d\d)/#))
    let path = try recordingPath()
    let other = try recorded().replacing(ended.1, with: "2020-01-01")
    let old = try folder.write(other, to: "old.csv")
    let refused = try resume("--record", old)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("that session was ended on another day (2020-01-01)"))
    let result = try resume("--record", path)
    #expect(result.output.hasPrefix("Resumed; so far: repetition 4 of 9 reps\n"))
  }

  @Test func aSessionThatReachedItsTargetIsNotGoneOnWith() async throws {
    let live = try LiveSession(
      ["--exercise", "repetition", "--target", "3"], environment: environment)
    try live.send([ArmRecording.header] + arm.rows.map(\.text))
    try await live.wait { try recorded().contains("\n# finished: 20") }
    let before = try recorded()
    let result = try resume()
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("that session came to its end"))
    #expect(try recorded() == before)
  }

  @Test func aSessionThatRunsIsNotGoneOnWith() async throws {
    let live = try LiveSession(["--exercise", "repetition", "--record", path])
    try live.send([ArmRecording.header] + arm.rows.prefix(50).map(\.text))
    try await live.wait { FileManager.default.fileExists(atPath: path) }
    let result = try resume("--record", path)
    #expect(result.status == 2)
    #expect(result.errors.contains("is being recorded at this moment"))
    try await live.end()
    #expect(live.status == 0)
  }

  @Test func whatCannotBeGoneOnWithIsExplained() throws {
    let none = try resume()
    #expect(none.status == 2)
    #expect(none.errors.contains("there is no recording in this folder"))
    let foreign = try folder.write(arm.text, to: "foreign.csv")
    let other = try resume("--record", foreign)
    #expect(other.status == 2)
    #expect(other.errors.contains("does not say what was checked"))
    #expect(try folder.read("foreign.csv") == arm.text)
    let unended = try folder.write(String(arm.text.dropLast(3)), to: "unended.csv")
    #expect(try resume("--record", unended).status == 2)
    #expect(try folder.read("unended.csv") == String(arm.text.dropLast(3)))
    let missing = try resume("--record", path)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("no such file"))
  }

  @Test(arguments: [
    ["--exercise", "repetition"], ["--program", "upper-back"], ["--placement", "wrist"],
    ["--no-record"],
  ])
  func whatIsGoneOnWithIsNotChosenAnew(arguments: [String]) throws {
    let result = try Motioncheck.run(Motioncheck.executable, ["live", "--resume"] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("--resume"))
  }
}
