import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionReport
import Synchronization

/// Measures how long after its sample a line appears, and what the session costs meanwhile.
struct TimingTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timing", abstract: "Measures the delay of live lines, and processor time.")

  /// What is promised of the 99th percentile, in milliseconds, and of one core, in percent.
  private static let promised = (milliseconds: 20.0, percent: 2.0)

  @OptionGroup var subject: Subject

  @Option(help: "How long it is measured.")
  var seconds = 180.0

  func run() throws {
    let rows = try Rows(recordings: subject.recordings)
    let count = (0...).first { rows[$0].seconds >= seconds } ?? 0
    let folder = try TrialFolder()
    let expected = try ExpectedLines(
      rows, count: count, exercise: subject.exercise, in: folder.url)
    let live = try LiveProcess(
      subject, ["--record", folder.url.appending(path: "recording.csv").path], in: folder.url)
    let seen = ArrivalLog(live.output.fileHandleForReading)
    let (sent, percent) = try play(rows, count, to: live)
    live.endStream()
    live.process.waitUntilExit()
    let delays = try expected.delays(sent: sent, seen: seen.arrivals())
    report(delays, percent)
    guard delays[at: 0.99] < Self.promised.milliseconds, percent < Self.promised.percent else {
      throw ExitCode.failure
    }
  }

  /// Sends rows when they are due; returns when each was sent, and the share of one core that the
  /// session took.
  private func play(
    _ rows: Rows, _ count: Int, to live: LiveProcess
  ) throws -> (sent: [ContinuousClock.Instant], percent: Double) {
    let clock = ContinuousClock()
    try live.send(rows.header)
    // Starting up is not what is measured.
    sleep(until: clock.now + .seconds(1))
    let used = try live.processorSeconds()
    let begin = clock.now
    var sent: [ContinuousClock.Instant] = []
    for index in 0..<count {
      let row = rows[index]
      sleep(until: begin + .seconds(row.seconds))
      sent.append(clock.now)
      try live.send(row.text)
    }
    let elapsed = (clock.now - begin) / .seconds(1)
    return (sent, (try live.processorSeconds() - used) / elapsed * 100)
  }

  private func report(_ delays: [Double], _ percent: Double) {
    let figures = [("median", 0.5), ("95 %", 0.95), ("99 %", 0.99), ("most", 1.0)]
      .map { "\($0) \(fixed(delays[at: $1], 1)) ms" }
    tell("from a sample to its line, \(delays.count) lines: \(figures.joined(separator: ", "))")
    tell("processor time: \(fixed(percent)) % of one core")
  }
}

/// The lines that a session of these rows prints, each with the row that brings it about.
private struct ExpectedLines {
  private var lines: [(text: String, row: Int)] = []

  init(_ rows: Rows, count: Int, exercise id: String, in folder: URL) throws {
    guard let exercise = Exercise.named(id) else {
      throw TrialFailure(description: "no exercise '\(id)'")
    }
    let recording = folder.appending(path: "sent.csv")
    try (rows.header + (0..<count).map { rows[$0].text }.joined())
      .write(to: recording, atomically: false, encoding: .utf8)
    let source = try RecordingSource(path: recording.path)
    let set = PlannedSet(exercise: exercise, side: nil, target: nil)
    var session = Session(plan: .single(set))
    var wording = LiveLines(sets: [set])
    var row = 0
    while let readings = try source.next() {
      for reading in readings {
        lines += wording.lines(for: session.process(reading)).map { ($0, row) }
        row += 1
      }
    }
  }

  /// Milliseconds from each line's row to the line.
  func delays(
    sent: [ContinuousClock.Instant], seen: [(text: String, time: ContinuousClock.Instant)]
  ) throws -> [Double] {
    guard !lines.isEmpty, seen.count >= lines.count,
      zip(lines, seen).allSatisfy({ $0.text == $1.text })
    else { throw TrialFailure(description: "other lines than a replay of the same rows gives") }
    return zip(lines, seen).map { ($1.time - sent[$0.row]) / .milliseconds(1) }.sorted()
  }
}

/// Lines with the moment when each came.
private final class ArrivalLog: Sendable {
  private let lines = Mutex<[(text: String, time: ContinuousClock.Instant)]>([])
  private let end = DispatchSemaphore(value: 0)

  /// Reads on a thread of its own.
  init(_ handle: FileHandle) {
    let number = handle.fileDescriptor
    Thread.detachNewThread { [self] in
      var rest: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while case let count = read(number, &chunk, chunk.count), count > 0 {
        let now = ContinuousClock().now
        rest += chunk[..<count]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          let text = String(decoding: rest[..<end], as: UTF8.self)
          lines.withLock { $0.append((text, now)) }
          rest.removeSubrange(...end)
        }
      }
      end.signal()
    }
  }

  /// Everything, once there is no more.
  func arrivals() -> [(text: String, time: ContinuousClock.Instant)] {
    end.wait()
    return lines.withLock { $0 }
  }
}

extension [Double] {
  /// The value that this share of the sorted values does not exceed.
  fileprivate subscript(at share: Double) -> Double {
    self[Swift.min(count - 1, Int((Double(count) * share).rounded(.up)) - 1)]
  }
}
