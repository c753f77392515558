import Foundation
import Testing

/// What a live session leaves behind, whatever happens to it.
@Suite(.serialized) struct RecordingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func report(_ line: String) throws -> NSMutableDictionary {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let report = NSMutableDictionary(dictionary: try #require(object))
    report.removeObject(forKey: "recording")
    return report
  }

  /// A session with markers, a gap in the signal and a clock that starts again.
  private var eventful: String {
    let rows = ArmRecording().rows
    let marked = rows.flatMap { seconds, text -> [String] in
      switch seconds {
      case 1: ["# marker 1.0 set-start repetition left", text]
      case 11..<12.5: []
      case 18: ["# marker 18.0 gap", text]
      case 20: [text, "# marker 20.0 pain 4"]
      default: [text]
      }
    }
    return ([ArmRecording.header] + marked + rows.map(\.text)).joined(separator: "\n")
      + "\n"
  }

  @Test func aRecordingDoesNotTellWhoseHomeItComesFrom() throws {
    let parameters = try folder.write(
      "version: 1\nparameters:\n  minimumRangeDegrees: 29\n", to: "mine.yaml")
    let home = ["HOME": folder.url.path, "XDG_DATA_HOME": folder.path("data")]
    _ = try Motioncheck.run(
      "live", "--source", "-", "--exercise", "repetition", "--parameters", parameters,
      input: ArmRecording().text, environment: home)
    let recording = try #require(folder.recordings().first)
    let text = try String(contentsOfFile: recording, encoding: .utf8)
    #expect(text.contains("# parameters: ~/mine.yaml\n") && !text.contains(folder.url.path))
    let replay = try Motioncheck.run("replay", recording, "--format", "json", environment: home)
    #expect(replay.output.contains("mine.yaml"), "\(replay.errors)")
  }

  @Test(arguments: [["--exercise", "repetition"], ["--program", "own.yaml"]])
  func theRecordingGivesTheEventsThatLiveGave(choice: [String]) throws {
    let program = try folder.write(
      """
      title: Two arms
      exercises:
        - exercise: repetition
          side: left
          reps: 3
        - exercise: repetition
          side: right
          reps: 4

      """, to: "own.yaml")
    let choice = choice.map { $0 == "own.yaml" ? program : $0 }
    let live = try Motioncheck.run(
      Motioncheck.executable, ["live", "--source", "-", "--quiet", "--format", "json"] + choice,
      input: eventful, environment: ["XDG_DATA_HOME": folder.path("data")])
    let recording = try #require(folder.recordings().first)
    let replay = try Motioncheck.run(
      Motioncheck.executable, ["replay", recording, "--format", "json"] + choice)
    let (was, again) = (try report(live.output), try report(replay.output))
    #expect(live.status == replay.status)
    // What was wrong with the stream's own lines is no longer wrong with the recording's.
    was.removeObject(forKey: "warnings")
    again.removeObject(forKey: "warnings")
    #expect(was == again)
    let gaps = (was["quality"] as? [String: Any])?["gaps"] as? [Any]
    #expect(gaps?.count == 3)
    #expect("\(was)".contains("announcedAt"))
  }

  @Test func sessionsOfTheSameSecondDoNotMeet() throws {
    for _ in 0..<3 {
      let result = try Motioncheck.run(
        "live", "--source", "-", "--exercise", "repetition", "--quiet",
        input: ArmRecording().text, environment: ["XDG_DATA_HOME": folder.path("data")])
      #expect(!result.errors.contains("Warning"))
    }
    #expect(try folder.recordings().count == 3)
  }

  /// A limit on the size of files stands in for a full disk.
  @Test func aFullDiskLeavesWholeRowsAndOneWarning() throws {
    let path = folder.path("mine.csv")
    let command = #"trap "" XFSZ; ulimit -f 8; exec "$0" "$@""#
    let result = try Motioncheck.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", command, Motioncheck.executable.path, "live", "--source", "-", "--exercise",
        "repetition", "--record", path,
      ], input: ArmRecording().text)
    #expect(result.status == 0)
    #expect(
      result.errors.split(separator: "\n")
        .count { $0.hasPrefix("Warning: ") && !$0.contains("history.db") } == 1)
    #expect(result.errors.contains("\(path): cannot write"))
    #expect(result.output.contains("Repetition: 6 reps"))
    let kept = try folder.read("mine.csv")
    #expect(kept.hasSuffix("\n") && kept.utf8.count <= 8192)
    #expect(kept.split(separator: "\n").last?.count { $0 == "," } == 6)
    #expect(try Motioncheck.run("replay", path, "--exercise", "repetition").status == 0)
  }

  @Test func aFolderThatVanishesIsWarnedAboutWhileTheSessionGoesOn() async throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("gone"), withIntermediateDirectories: true)
    let live = try LiveSession(["--exercise", "repetition", "--record", folder.path("gone/a.csv")])
    try live.send(ArmRecording.header)
    try live.send(ArmRecording().rows.prefix(20).map(\.text))
    try await live.wait { FileManager.default.fileExists(atPath: folder.path("gone/a.csv")) }
    try FileManager.default.removeItem(atPath: folder.path("gone"))
    try await live.wait {
      try live.send("")
      return try live.errors.contains("was removed while it was recorded")
    }
    try live.send(ArmRecording().rows.dropFirst(20).map(\.text))
    try await live.end()
    #expect(live.status == 0)
    #expect(try live.output.contains("6 reps"))
    #expect(try live.errors.split(separator: "\n").count { $0.hasPrefix("Warning: ") } == 1)
  }

  private static let canTrace =
    (try? Process.run(
      URL(filePath: "/usr/bin/strace"), arguments: ["-o", "/dev/null", "/bin/true"]
    )).map { process in
      process.waitUntilExit()
      return process.terminationStatus == 0
    } ?? false

  /// Looks at what is asked of the kernel, since the power cannot be cut in a test.
  @Test(.enabled(if: canTrace, "needs strace: apt-get install strace"))
  func theDiskIsMadeToKeepItWithinEachSecond() async throws {
    let (path, log) = (folder.path("mine.csv"), folder.path("log"))
    let live = try LiveSession(
      ["--exercise", "repetition", "--record", path],
      by: "/usr/bin/strace -f -ttt -y -e trace=fdatasync,fsync -o \(log)")
    try live.send(ArmRecording.header)
    let seconds = 4.0
    try await OwnThread.run {
      let begin = Date.now
      for row in ArmRecording().rows.prefix(while: { $0.seconds < seconds }) {
        Thread.sleep(until: begin + row.seconds)
        try live.send(row.text)
      }
    }
    try await live.end()
    let calls = try folder.read("log").split(separator: "\n")
    let times = calls.filter { $0.contains("fdatasync(") && $0.contains("<\(path)>) = 0") }
      .compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Double($0) } }
    #expect(times.count >= 4)
    for (one, next) in zip(times, times.dropFirst()) { #expect(next - one < 1) }
    #expect((times.last ?? 0) - (times.first ?? 0) > seconds - 1.5)
    // and its name, in its folder
    #expect(calls.contains { $0.contains("fsync(") && $0.contains("<\(folder.url.path)>) = 0") })
  }

  /// Fewer of what Tools/live-trials does.
  @Test func aKilledSessionLosesLessThanASecond() async throws {
    let recording = try folder.write(
      ArmRecording(repetitions: 10, rateHertz: 250).text, to: "arm.csv")
    let trials = try Motioncheck.executable.deletingLastPathComponent()
      .appending(path: "live-trials")
    let process = try Motioncheck.start(
      trials, ["kill", Motioncheck.executable.path, recording, "--times", "5"], in: folder
    ) { "/dev/null" }
    while process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
    let output = try folder.read("stdout")
    let errors = try folder.read("stderr")
    #expect(process.terminationStatus == 0, "\(output)\(errors)")
    let line = try #require(output.split(separator: "\n").last)
    let most = try #require(line.firstMatch(of: /5 kills: ([0-9.]+) s lost at most/))
    #expect((Double(most.1) ?? .infinity) <= 1)
  }
}
