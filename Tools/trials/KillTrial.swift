import ArgumentParser
import Foundation
import MotionCore
import MotionInput

/// Kills sessions at random moments and looks at what their recordings hold.
struct KillTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kill", abstract: "Kills live recordings and replays what is left.")

  /// What may be missing at most (design.md: 'at most 1 s').
  private static let mostLostSeconds = 1.0
  /// When they are killed, counted from when their recording begins.
  private static let secondsOfLife = 0.2...3.0

  @OptionGroup var subject: Subject

  @Option(help: "How many sessions are killed.")
  var times = 50

  @Option(help: "Which random moments they are killed at.")
  var seed: UInt64 = 1

  func run() throws {
    let rows = try Rows(recordings: subject.recordings)
    var moments = SplitMix64(seed: seed)
    var losses: [Double] = []
    for number in 1...times {
      let life = Double.random(in: Self.secondsOfLife, using: &moments)
      let (sent, kept) = try killed(after: life, rows)
      losses.append(sent - kept)
      tell(
        "kill \(number): \(fixed(sent)) s were sent, \(fixed(kept)) s replay, "
          + "\(fixed(sent - kept)) s lost")
    }
    let most = losses.max() ?? 0
    let mean = losses.reduce(0, +) / Double(losses.count)
    tell("\(times) kills: \(fixed(most)) s lost at most, \(fixed(mean)) s on average")
    guard most <= Self.mostLostSeconds else { throw ExitCode.failure }
  }

  /// Seconds that were sent before the kill, and seconds that the recording replays.
  private func killed(after life: Double, _ rows: Rows) throws -> (sent: Double, kept: Double) {
    let folder = try TrialFolder()
    let path = folder.url.appending(path: "recording.csv").path
    let live = try LiveProcess(subject, ["--record", path, "--quiet"], in: folder.url)
    let clock = ContinuousClock()
    let begin = clock.now
    var end = begin + .seconds(30)
    var isRecorded = false
    var count = 0
    try live.send(rows.header)
    while clock.now < end {
      if !isRecorded, FileManager.default.fileExists(atPath: path) {
        isRecorded = true
        end = clock.now + .seconds(life)
      }
      try live.send(rows[count].text)
      count += 1
      sleep(until: begin + .seconds(rows[count].seconds))
    }
    kill(live.process.processIdentifier, SIGKILL)
    live.process.waitUntilExit()
    let kept = try replayed(path, sent: (0..<count).map { rows[$0] }, header: rows.header, folder)
    return (rows[count - 1].seconds, kept)
  }

  /// How far a recording goes, after seeing to it that it replays and holds what was sent.
  private func replayed(
    _ path: String, sent: [Rows.Row], header: String, _ folder: TrialFolder
  ) throws -> Double {
    let original = folder.url.appending(path: "sent.csv")
    try (header + sent.map(\.text).joined()).write(to: original, atomically: false, encoding: .utf8)
    let expected = try samples(original.path)
    let found = try samples(path)
    guard let last = found.last, found == Array(expected.prefix(found.count)) else {
      throw TrialFailure(description: "\(path): other rows than were sent")
    }
    let replay = Process()
    replay.executableURL = URL(filePath: subject.program)
    replay.arguments = ["replay", path, "--exercise", subject.exercise, "--no-target"]
    replay.standardOutput = FileHandle.nullDevice
    try replay.run()
    replay.waitUntilExit()
    guard replay.terminationStatus == 0 else {
      throw TrialFailure(description: "\(path): does not replay")
    }
    return Double(last.nanoseconds - expected[0].nanoseconds) / 1_000_000_000
  }

  private func samples(_ path: String) throws -> [IMUSample] {
    let source = try RecordingSource(path: path)
    var samples: [IMUSample] = []
    while let readings = try source.next() {
      samples += readings.compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
    }
    return samples
  }
}
