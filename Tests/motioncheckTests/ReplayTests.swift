import Foundation
import Testing

@Suite struct ReplayTests {
  private let folder: TemporaryFolder
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    recording = try folder.write(ArmRecording().text, to: "arm.csv")
  }

  private func json(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func repetitionsAreCountedAndTheTargetDecidesTheStatus() throws {
    let check = { (target: String) in
      try Motioncheck.run(recording: recording, "--target", target)
    }
    let met = try check("6")
    #expect(met.status == 0)
    #expect(met.output.contains("6 of 6 reps"))
    #expect(met.output.hasSuffix("\nDone as prescribed.\n"))
    let missed = try check("7")
    #expect(missed.status == 1)
    #expect(missed.output.hasSuffix("\nLess than prescribed: 1 rep missing.\n"))
  }

  @Test func withoutATargetTheStatusIsZero() throws {
    let result = try Motioncheck.run(recording: recording)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasSuffix("\nRepetition: 6 reps; no target was set.\n"))
  }

  @Test func jsonIsOneLineARecordingWithThePathAsGiven() throws {
    let result = try Motioncheck.run(recording: recording, recording, "--format", "json")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0] == lines[1])
    #expect(try json(lines[0])["recording"] as? String == recording)
  }

  @Test func aBadRecordingDoesNotStopTheNextAndTheWorstStatusIsKept() throws {
    let missing = folder.path("missing.csv")
    let result = try Motioncheck.run(
      recording: missing, recording, "--format", "json", "--target", "7")
    #expect(result.status == 2)
    #expect(result.errors.contains(missing))
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func inRealTimeTheReplayTakesAsLongAsTheSessionAndTellsWhatHappens() throws {
    let short = ArmRecording(repetitions: 1, edgeSeconds: 0.5)
    let path = try folder.write(short.text, to: "short.csv")
    let begin = ContinuousClock.now
    let result = try Motioncheck.run(recording: path, "--realtime")
    #expect(ContinuousClock.now - begin > .seconds(short.seconds - 0.1))
    #expect(result.status == 0)
    let plain = try Motioncheck.run(recording: path)
    #expect(result.output.hasSuffix(plain.output))
  }

  /// What comes later may be the rest of the programme.
  @Test func aReplayThatIsStoppedSaysNothingOfWhatItDidNotLookAt() throws {
    let process = try Motioncheck.start(
      Motioncheck.executable,
      ["replay", recording, "--program", "upper-back", "--realtime", "--save"], in: folder
    ) { "/dev/null" }
    sleep(2)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit(orKillAfter: 30)
    #expect(process.terminationStatus == 1)
    let report = try folder.read("stdout")
    #expect(report.contains("stopped at 0:0"))
    #expect(!report.contains("not done"))
    #expect(try folder.read("stderr").contains("Not added to the history, since it was stopped."))
  }

  @Test func standardInputIsARecording() throws {
    let piped = try Motioncheck.run(
      "replay", "-", "--exercise", "repetition", "--format", "json", input: ArmRecording().text)
    #expect(piped.status == 0)
    #expect(try json(piped.output)["recording"] as? String == "-")
  }

  @Test func theReportGoesToTheOutputFile() throws {
    let path = folder.path("report.txt")
    let result = try Motioncheck.run(recording: recording, "--output", path)
    #expect(result.output == "")
    #expect(try folder.read("report.txt") == Motioncheck.run(recording: recording).output)
  }

  @Test func anOutputThatCannotBeWrittenIsNamed() throws {
    let path = folder.path("no/such/folder/report.txt")
    let result = try Motioncheck.run(recording: recording, "--output", path)
    #expect(result.status == 2)
    #expect(result.errors.contains(path))
  }

  @Test(arguments: [
    (nil, [], "upper-arm"), ("wrist", [], "wrist"),
    ("wrist", ["--placement", "shoulder"], "shoulder"),
  ])
  func thePlacementIsTheOptionElseTheRecordingsElseTheUpperArm(
    recorded: String?, options: [String], expected: String
  ) throws {
    let text = ArmRecording(metadata: recorded.map { ["# placement: \($0)"] } ?? []).text
    let path = try folder.write(text, to: "placed.csv")
    let result = try Motioncheck.run(
      Motioncheck.executable,
      ["replay", path, "--exercise", "repetition", "--format", "json"] + options)
    #expect(try json(result.output)["placement"] as? String == expected)
  }

  @Test func aPlacementThatCannotSeeAnExerciseIsNotMeasured() throws {
    let result = try Motioncheck.run(
      "replay", recording, "--exercise", "shoulder-roll", "--placement", "wrist", "--target", "6")
    #expect(result.status == 1)
    #expect(result.output.contains("not measured"))
    #expect(result.output.ranges(of: "a sensor on the wrist cannot see it").count == 1)
    #expect(result.output.contains("wear it on the upper"))
    #expect(!result.output.contains("not done"))
    let untargeted = try Motioncheck.run(
      "replay", recording, "--exercise", "shoulder-roll", "--placement", "wrist", "--no-target")
    #expect(untargeted.status == 0)
    #expect(untargeted.output.contains("Could not be measured; no target was set."))
  }

  @Test func aFileIsNeverColoured() throws {
    #expect(!(try Motioncheck.run(recording: recording)).output.contains("\u{1B}"))
  }

  /// `script` gives the program a terminal of its own.
  @Test(arguments: [([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true)])
  func aTerminalIsColouredUnlessThePersonAskedForNone(
    environment: [String: String], isColoured: Bool
  ) throws {
    let command = "'\(try Motioncheck.executable.path)' replay '\(recording)' --exercise repetition"
    let result = try Motioncheck.run(
      URL(filePath: "/usr/bin/script"), ["--quiet", "--return", "--command", command, "/dev/null"],
      environment: environment)
    #expect(result.status == 0)
    #expect(result.output.contains("no target"))
    #expect(result.output.contains("\u{1B}[1m") == isColoured)
  }
}

extension Motioncheck {
  /// Replays recordings as the generic repetition.
  static func run(recording arguments: String...) throws -> Result {
    try run(executable, ["replay", "--exercise", "repetition"] + arguments)
  }
}
