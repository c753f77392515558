import ArgumentParser
import Foundation

/// Measures how long after its sample a line appears, or a figure on the screen, and what the
/// session costs meanwhile.
struct TimingTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timing", abstract: "Measures the delay of live lines, processor time and memory.")

  /// What is promised of the 99th percentile, in milliseconds, and of one core, in percent.
  private static let promised = (milliseconds: 20.0, percent: 2.0)

  @OptionGroup var subject: Subject

  @Option(help: "How long it is measured.")
  var seconds = 180.0

  @Flag(help: "On a terminal, with the screen.")
  var screen = false

  func run() throws {
    let rows = try Rows(recordings: subject.recordings)
    let count = (0...).first { rows[$0].seconds >= seconds } ?? 0
    let folder = try TrialFolder()
    let expected = try ExpectedOutput(
      rows, count: count, exercise: subject.exercise, onScreen: screen, in: folder.url)
    let live = try LiveProcess(
      subject, ["--record", folder.url.appending(path: "recording.csv").path], in: folder.url,
      for: screen ? .terminal : .pipe)
    let seen =
      screen
      ? ArrivalLog(live.output, FigureReader()) : ArrivalLog(live.output, LineReader())
    let (sent, percent, megabytes) = try play(rows, count, to: live)
    live.endStream()
    live.process.waitUntilExit()
    let delays = try expected.delays(sent: sent, seen: seen.arrivals())
    report(delays, percent, megabytes)
    guard delays[at: 0.99] < Self.promised.milliseconds, percent < Self.promised.percent else {
      throw ExitCode.failure
    }
  }

  /// Sends rows when they are due; returns when each was sent, the share of one core that the
  /// session took, and its memory at the end.
  private func play(
    _ rows: Rows, _ count: Int, to live: LiveProcess
  ) throws -> (sent: [ContinuousClock.Instant], percent: Double, megabytes: Double) {
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
    let percent = (try live.processorSeconds() - used) / elapsed * 100
    return (sent, percent, try live.residentMegabytes())
  }

  private func report(_ delays: [Double], _ percent: Double, _ megabytes: Double) {
    let figures = [("median", 0.5), ("95 %", 0.95), ("99 %", 0.99), ("most", 1.0)]
      .map { "\($0) \(fixed(delays[at: $1], 1)) ms" }
    let what = screen ? "figure on the screen" : "line"
    tell("from a sample to its \(what), \(delays.count): \(figures.joined(separator: ", "))")
    tell("processor time: \(fixed(percent)) % of one core; memory: \(fixed(megabytes, 1)) MB")
  }
}

extension [Double] {
  /// The value that this share of the sorted values does not exceed.
  fileprivate subscript(at share: Double) -> Double {
    self[Swift.min(count - 1, Int((Double(count) * share).rounded(.up)) - 1)]
  }
}
