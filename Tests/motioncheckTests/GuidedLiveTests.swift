import Foundation
import MotionCore
import Testing

/// A programme led from its first word to its report.
@Suite(.serialized) struct GuidedLiveTests {
  private static let speed = 4.0
  private let folder: TemporaryFolder
  private let program: String
  private let fifo: String

  init() throws {
    folder = try TemporaryFolder()
    program = try folder.write(Exerciser.program, to: "short.yaml")
    fifo = folder.path("fifo")
    try #require(mkfifo(fifo, 0o600) == 0)
  }

  private func lines(_ file: String, with text: String) throws -> Int {
    try folder.read(file).split(separator: "\n").count { $0.contains(text) }
  }

  private func object(_ text: String) throws -> NSMutableDictionary {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .mutableContainers)
    return try #require(json as? NSMutableDictionary)
  }

  @Test func aPersonWhoFollowsItNeedsNoKey() async throws {
    let recorded = folder.path("recorded.csv")
    let process = try Motioncheck.start(
      Motioncheck.executable,
      [
        "live", "--source", fifo, "--program", program, "--format", "json", "--record", recorded,
      ], in: folder
    ) { "/dev/null" }
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let sets = [
      try Exerciser.set(of: "bent-over-row", reps: 4),
      try Exerciser.set(of: "scapular-squeeze", reps: 3),
    ]
    for (index, set) in sets.enumerated() {
      try await person.wait(inPosition: set.first) {
        try lines("stderr", with: "Begin, slowly.") > index
      }
      try await person.perform(set)
    }
    try await person.wait(inPosition: nil, atMost: 30) { !process.isRunning }
    process.waitUntilExit(orKillAfter: 30)
    try person.leave()
    let told = try folder.read("stderr")
    #expect(process.terminationStatus == 0, "\(told)")
    for words in [
      "Bent-over row: 4 reps", "Sensor on the outside of the upper arm.", "Get ready",
      "rep 4 of 4", "Bent-over row: 4 of 4 reps. Over.", "Then: scapular squeeze.",
      "hold 3 of 3", "The session is over.",
    ] {
      #expect(told.contains(words), "no '\(words)' in \(told)")
    }
    let live = try object(folder.read("stdout"))
    let replayed = try object(
      Motioncheck.run("replay", recorded, "--program", program, "--format", "json").output)
    // What was wrong with the stream is no longer wrong with the recording.
    for report in [live, replayed] { (report["recording"], report["warnings"]) = (nil, nil) }
    #expect(live == replayed)
    let markers = try folder.read("recorded.csv").split(separator: "\n").filter {
      $0.hasPrefix("# marker")
    }
    #expect(
      markers.map { $0.split(separator: " ").dropFirst(3).joined(separator: " ") } == [
        "set-end", "set-start bent-over-row", "set-end", "set-start scapular-squeeze", "set-end",
      ])
  }

  /// Keys come from the terminal that standard input is; the session is ended by one of them.
  @Test func keysAreTakenFromTheTerminal() async throws {
    let terminal = try PersonsTerminal()
    let before = terminal.localModes
    let process = try Motioncheck.start(
      Motioncheck.executable,
      ["live", "--source", fifo, "--program", program, "--no-record"], in: folder
    ) { terminal.path }
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    for (key, answer) in [
      ("", "Bent-over row: 4 reps"), (" ", "Paused."), (" ", "On with bent-over row."),
      ("n", "Begin, slowly."), ("p", "How strong is the pain"), ("u", "On with bent-over row."),
      ("p", "How strong is the pain"), ("10", "Pain of 10 was noted"), ("n", "Rest for"),
      ("s", "There is no other side"), ("b", "was stopped for pain"),
      ("b", "Bent-over row: 4 reps"), ("q", "Press q once more"), ("q", "The session is over."),
    ] {
      let seen = try lines("stdout", with: answer)
      try terminal.keys.write(contentsOf: Data(key.utf8))
      try await person.wait(inPosition: start, atMost: 40) {
        try lines("stdout", with: answer) > seen || !process.isRunning
      }
      let told = try folder.read("stdout")
      #expect(try lines("stdout", with: answer) > seen, "no '\(answer)' after '\(key)': \(told)")
    }
    process.waitUntilExit(orKillAfter: 30)
    try person.leave()
    #expect(process.terminationStatus == 1)
    let report = try folder.read("stdout")
    #expect(report.contains("stopped for pain"))
    #expect(report.replacing(/\s+/, with: " ").contains("pain of 10 out of 10 was noted"))
    // the terminal is as it was
    #expect(terminal.localModes == before)
    try terminal.close()
  }

  /// The lines go to a program that has read enough; the session goes on until the person ends it.
  @Test func aSessionOutlivesWhoReadsItsLinesAndPutsTheTerminalBack() async throws {
    let terminal = try PersonsTerminal()
    let before = terminal.localModes
    let process = try Motioncheck.start(
      URL(filePath: "/bin/sh"),
      [
        "-c", #""$0" "$@" | head -n 1"#, Motioncheck.executable.path, "live", "--source", fifo,
        "--program", program, "--no-record",
      ], in: folder
    ) { terminal.path }
    var person = try Exerciser(fifo: fifo, speed: Self.speed)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    try await person.wait(inPosition: start) { try lines("stdout", with: "Bent-over row") > 0 }
    try await Task.sleep(for: .seconds(1))
    #expect(process.isRunning)
    try terminal.keys.write(contentsOf: Data("qq".utf8))
    try await person.wait(inPosition: start) { !process.isRunning }
    process.waitUntilExit(orKillAfter: 5)
    try person.leave()
    #expect(try folder.read("stdout").hasPrefix("   0:00  Bent-over row"))
    #expect(terminal.localModes == before)
    try terminal.close()
  }

  @Test func whatThisPlaceCannotSeeIsSaidAndPassedOver() async throws {
    let process = try Motioncheck.start(
      Motioncheck.executable,
      [
        "live", "--source", fifo, "--program", program, "--placement", "shoulder", "--no-record",
      ], in: folder
    ) { "/dev/null" }
    var person = try Exerciser(fifo: fifo, speed: Self.speed * 2)
    let start = try Exerciser.set(of: "bent-over-row", reps: 1).first
    try await person.wait(inPosition: start) {
      try lines("stdout", with: "Scapular squeeze: 3 holds of 5 s") > 0
    }
    kill(process.processIdentifier, SIGHUP)
    process.waitUntilExit(orKillAfter: 30)
    try person.leave()
    let told = try folder.read("stdout")
    #expect(told.contains("a sensor on top of the shoulder cannot see it"))
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(told.contains("not measured"))
  }
}
