import Foundation
import MotionCore
import Testing

/// A guided session that is killed in the middle of its programme, and resumed.
@Suite(.serialized) struct GuidedResumeTests {
  private static let speed = 4.0
  private let folder: TemporaryFolder
  private let program: String
  private let fifo: String
  private let recording: String

  init() throws {
    folder = try TemporaryFolder()
    program = try folder.write(
      Exerciser.program.replacing("reps: 4", with: "reps: 6"), to: "short.yaml")
    fifo = folder.path("fifo")
    recording = folder.path("recorded.csv")
    try #require(mkfifo(fifo, 0o600) == 0)
  }

  private func start(_ arguments: String...) throws -> (Process, Exerciser) {
    let process = try Motioncheck.start(
      Motioncheck.executable, ["live", "--source", fifo, "--record", recording] + arguments,
      in: folder
    ) { "/dev/null" }
    return (process, try Exerciser(fifo: fifo, speed: Self.speed))
  }

  private func told() throws -> String { try folder.read("stdout") }

  private func wait(
    _ person: inout Exerciser, at sample: IMUSample?, for words: String, times: Int = 1
  ) async throws {
    try await person.wait(inPosition: sample) {
      try told().components(separatedBy: words).count > times
    }
    let all = try told()
    #expect(all.contains(words), "\(all)")
  }

  @Test func itGoesOnInTheSetThatWasRunningWithItsCount() async throws {
    let rows = try Exerciser.set(of: "bent-over-row", reps: 6)
    let squeezes = try Exerciser.set(of: "scapular-squeeze", reps: 3)
    var (process, person) = try start("--program", program)
    try await wait(&person, at: rows.first, for: "Begin, slowly.")
    try await person.perform(Array(rows.prefix(rows.count * 3 / 5)))
    try await wait(&person, at: nil, for: "rep 3 of 6")
    // Until what was reported is in the file, too, however late the machine writes it.
    let reported = person.now
    try await person.wait(inPosition: nil) {
      try TemporaryFolder.recordedSeconds(in: recording) > reported
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit(orKillAfter: 5)
    try person.leave()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try !told().contains("rep 6 of 6"))
    let before = try told().matches(of: /rep (\d) of 6/).last.flatMap { Int($0.1) } ?? 0

    (process, person) = try start("--resume")
    try await wait(&person, at: rows.first, for: "Begin, slowly.")
    let progress = "Resumed; so far: bent-over row \(before) of 6 reps"
    var resumed = try told()
    #expect(resumed.hasPrefix(progress), "\(resumed)")
    // not the whole programme: the set that was running, and what comes after it
    try await person.perform(rows)
    try await wait(&person, at: nil, for: "reps. Over.")
    resumed = try told()
    #expect(!resumed.contains("rep \(before) of 6"), "\(resumed)")
    #expect(resumed.contains("rep \(before + 1) of 6"), "\(resumed)")
    try await wait(&person, at: squeezes.first, for: "Begin, slowly.", times: 2)
    try await person.perform(squeezes)
    try await person.wait(inPosition: nil, atMost: 30) { !process.isRunning }
    process.waitUntilExit(orKillAfter: 30)
    try person.leave()
    let all = try told()
    #expect(process.terminationStatus == 0, "\(all)")
    #expect(all.hasSuffix("All 2 sets were done as prescribed.\n"))
    #expect(all.contains("1 gap"))
    let replay = try Motioncheck.run("replay", recording, "--program", program)
    #expect(all.hasSuffix(replay.output))
    #expect(try folder.read("recorded.csv").contains("\n# finished: "))
  }
}
