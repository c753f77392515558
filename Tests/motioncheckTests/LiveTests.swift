import Foundation
import Testing

@Suite(.serialized) struct LiveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func makeFIFO() throws -> String {
    let path = folder.path("fifo")
    try #require(mkfifo(path, 0o600) == 0)
    return path
  }

  /// Opens a FIFO whether or not somebody reads it: a program that has failed must not hang a test.
  private func openForWriting(_ fifo: String) throws -> FileHandle {
    try #require(FileHandle(forUpdatingAtPath: fifo))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func start(_ arguments: String..., record: [String] = ["--no-record"]) throws -> Process {
    try Motioncheck.start(
      Motioncheck.executable, ["live"] + arguments + record, in: folder
    ) { "/dev/null" }
  }

  /// The recording is written into the FIFO as slowly as it was made, and the announcements are
  /// looked at once a second.
  @Test func aSessionFedAtItsOwnSpeedIsAnnouncedAsItHappensAndReportedLikeItsReplay() async throws {
    let arm = ArmRecording()
    let path = try folder.write(arm.text, to: "arm.csv")
    let fifo = try makeFIFO()
    let recorded = folder.path("recorded.csv")
    let process = try start(
      "--source", fifo, "--exercise", "repetition", "--format", "json",
      record: ["--record", recorded])
    let seen = try await OwnThread.run { try feed(arm, into: fifo) }
    process.waitUntilExit(orKillAfter: 30)
    #expect(process.terminationStatus == 0)

    let announcements = seen.filter { $0.line.contains("  rep ") }
    #expect(announcements.count >= arm.repetitions)
    for (line, fedSeconds) in announcements {
      let clock = try #require(line.firstMatch(of: /(\d+):(\d+)  rep/))
      let announced = Double((Int(clock.1) ?? 0) * 60 + (Int(clock.2) ?? 0))
      #expect(fedSeconds <= announced + 2.5, "\(line) was seen after \(fedSeconds) s")
    }
    #expect((announcements.first?.fedSeconds ?? .infinity) < arm.seconds / 2)

    var live = try object(folder.read("stdout"))
    var replayed = try object(Motioncheck.run(recording: path, "--format", "json").output)
    var again = try object(Motioncheck.run(recording: recorded, "--format", "json").output)
    #expect(live["recording"] as? String == recorded)
    #expect(live["recordedAt"] is String)
    #expect(live["recordedAt"] as? String == again["recordedAt"] as? String)
    #expect(replayed["recordedAt"] is NSNull)
    for key in ["recording", "recordedAt"] {
      live[key] = nil
      replayed[key] = nil
      again[key] = nil
    }
    #expect(NSDictionary(dictionary: live) == NSDictionary(dictionary: replayed))
    #expect(NSDictionary(dictionary: again) == NSDictionary(dictionary: replayed))
  }

  /// Writes the rows in their own time; returns each line of standard error with the time up to
  /// which had been written when it was first seen.
  private func feed(
    _ arm: ArmRecording, into fifo: String
  ) throws -> [(line: String, fedSeconds: Double)] {
    let pipe = try openForWriting(fifo)
    defer { try? pipe.close() }
    try pipe.write(contentsOf: Data((ArmRecording.header + "\n").utf8))
    let begin = Date.now
    var seen: [(line: String, fedSeconds: Double)] = []
    for (index, row) in arm.rows.enumerated() {
      Thread.sleep(until: begin + row.seconds)
      try pipe.write(contentsOf: Data((row.text + "\n").utf8))
      guard index % Int(arm.rateHertz) == 0 else { continue }
      let lines = try folder.read("stderr").split(separator: "\n")
      seen += lines.dropFirst(seen.count).map { (String($0), row.seconds) }
    }
    return seen
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheSessionWithTheReportSoFar(signal: Int32) async throws {
    let fifo = try makeFIFO()
    let process = try start("--source", fifo, "--exercise", "repetition", "--quiet")
    let pipe = try openForWriting(fifo)
    try pipe.write(contentsOf: Data(ArmRecording().text.utf8))
    kill(process.processIdentifier, signal)
    process.waitUntilExit(orKillAfter: 30)
    try pipe.close()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try folder.read("stderr") == "")
    #expect(try folder.read("stdout").hasPrefix("Repetition\n"))
  }

  @Test func theSessionEndsWhenTheTargetIsReached() async throws {
    let fifo = try makeFIFO()
    let process = try start("--source", fifo, "--exercise", "repetition", "--target", "3")
    let pipe = try openForWriting(fifo)
    try pipe.write(contentsOf: Data(ArmRecording().text.utf8))
    process.waitUntilExit(orKillAfter: 30)
    try pipe.close()
    let output = try folder.read("stdout")
    #expect(process.terminationStatus == 0)
    #expect(output.contains("rep 3 of 3"))
    // It ends once the target has stood for two seconds, with most of the recording still to come.
    #expect(!output.contains("rep 6"))
    #expect(output.hasSuffix("Done as prescribed.\n"))
  }

  @Test func inTextTheLiveLinesStandBeforeTheReport() throws {
    let result = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--no-record",
      input: ArmRecording().text)
    #expect(result.output.hasPrefix("Repetition\n   0:0"))
    #expect(result.output.hasSuffix("Repetition: 6 reps; no target was set.\n"))
    #expect(result.errors.contains("stop an exercise as soon as it causes pain"))
  }

  @Test func theBellRingsOnceForEachCountedRepetition() throws {
    let result = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--no-record", "--bell",
      input: ArmRecording().text)
    #expect(result.errors.count { $0 == "\u{7}" } == 6)
    #expect(!result.output.contains("\u{7}"))
  }

  @Test func withoutANameTheSessionIsRecordedAmongThePersonsData() throws {
    let result = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--quiet",
      input: ArmRecording().text, environment: ["XDG_DATA_HOME": folder.path("mine")])
    let recordings = folder.url.appending(path: "mine/motioncheck/recordings")
    let files = try FileManager.default.contentsOfDirectory(atPath: recordings.path)
    try #require(files.count == 1)
    #expect(files[0].hasSuffix("-repetition.csv"))
    #expect(result.errors.contains(files[0]))
    let text = try String(contentsOf: recordings.appending(path: files[0]), encoding: .utf8)
    #expect(text.contains("# placement: upper-arm\n") && text.contains("# recorded: 2"))
  }

  @Test func aFolderThatCannotBeWrittenIsWarnedAboutAndTheSessionGoesOn() throws {
    let file = try folder.write("", to: "file")
    let result = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--quiet",
      input: ArmRecording().text, environment: ["XDG_DATA_HOME": file])
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "Warning: the session goes on, but is not recorded any further: "
          + "\(file)/motioncheck: cannot make this folder: Not a directory\n"))
    #expect(result.output.contains("6 reps"))
  }

  @Test func aFileThatExistsIsNotRecordedOver() throws {
    let path = try folder.write("mine", to: "mine.csv")
    let result = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--record", path,
      input: ArmRecording().text)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(path))
    #expect(try folder.read("mine.csv") == "mine")
  }

  /// A stream that is closed must not be mixed up with a file that is opened later.
  @Test(arguments: [
    ("<&-", "standard input: cannot read"), (">&-", "standard output: cannot write"),
  ])
  func aStandardStreamThatIsClosedIsNamed(redirection: String, message: String) throws {
    let path = folder.path("mine.csv")
    let result = try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", "exec \"$0\" \"$@\" \(redirection)", Motioncheck.executable.path, "live", "--source",
        "-", "--exercise", "repetition", "--record", path,
      ], input: ArmRecording().text)
    #expect(result.status == 2)
    #expect(result.errors.contains("Error: \(message): Bad file descriptor"))
    let recording = (try? folder.read("mine.csv")) ?? ""
    #expect(!recording.contains("rep 1"))
    #expect(recording.isEmpty || recording.contains("# finished") == false)
  }

  @Test func aSessionThatIsToOutliveItsTerminalDoes() async throws {
    let live = try LiveSession(
      ["--exercise", "repetition", "--no-record"], shell: "trap '' HUP")
    let rows = ArmRecording().rows.map(\.text)
    try live.send([ArmRecording.header] + rows.prefix(800))
    try await live.wait { try live.output.contains("rep 2") }
    live.send(signal: SIGHUP)
    try live.send(Array(rows.dropFirst(800)))
    try await live.wait { try live.output.contains("rep 6") }
    try await live.end(signal: SIGINT)
    #expect(live.status == 0)
  }

  @Test func aStreamThatTurnsOutUnusableIsReportedAsFarAsItWas() throws {
    let unusable = "t,ax,ay,az\n" + (0..<500).map { "\(Double($0) / 50),0.1,0,0.2\n" }.joined()
    let result = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--no-record", "--quiet",
      input: unusable)
    #expect(result.status == 2)
    #expect(result.errors.contains("gravity"))
    #expect(!result.output.contains("1 rep"))
  }

  @Test(arguments: [
    ["--device", "no such sensor"], ["--device", "/dev/input/event999"],
    ["--source", "/no/such/fifo"], ["--source", "serial:/dev/null"],
  ])
  func aSensorThatCannotBeUsedIsNamed(arguments: [String]) throws {
    let result = try Motioncheck.run(Motioncheck.executable, ["live"] + arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    let name = arguments[1].split(separator: ":").last ?? ""
    #expect(result.errors.hasPrefix("Error: ") && result.errors.contains(name))
  }
}
