import ArgumentParser
import Foundation

/// Plays many hours in a few minutes and watches the memory, and what each second of signal costs.
struct SoakTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak", abstract: "Measures the memory of a session of many hours.")

  /// What counts as flat: growth from a quarter of the time to its end, in MB.
  private static let mostGrowthMegabytes = 8.0
  private static let looks = 16

  @OptionGroup var subject: Subject

  @Option(help: "Hours of signal.")
  var hours = 8.0

  @Option(help: "How many times faster than life.")
  var speed = 120.0

  func run() throws {
    let rows = try Rows(recordings: subject.recordings)
    let folder = try TrialFolder()
    let recording = folder.url.appending(path: "recording.csv").path
    let live = try LiveProcess(
      subject, ["--record", recording, "--quiet"], in: folder.url, for: .nobody)
    let clock = ContinuousClock()
    let begin = clock.now
    var megabytes: [Double] = []
    var used = 0.0
    var index = 0
    try live.send(rows.header)
    for look in 1...Self.looks {
      let end = hours * 3600 * Double(look) / Double(Self.looks)
      while case let next = rows[index].seconds, next < end {
        var text = ""
        // A quarter of a minute at a time.
        while rows[index].seconds < next + 15 {
          text += rows[index].text
          index += 1
        }
        try live.send(text)
        sleep(until: begin + .seconds(next / speed))
      }
      megabytes.append(try live.residentMegabytes())
      let now = try live.processorSeconds()
      let percent = (now - used) / (hours * 3600 / Double(Self.looks)) * 100
      used = now
      tell(
        "\(fixed(end / 3600, 1)) h: \(fixed(megabytes[look - 1], 1)) MB, "
          + "\(fixed(percent)) % of one core at real speed")
    }
    live.endStream()
    live.process.waitUntilExit()
    let growth = megabytes[Self.looks - 1] - megabytes[Self.looks / 4 - 1]
    tell("from \(fixed(hours / 4, 1)) h to \(fixed(hours, 1)) h: \(fixed(growth, 1)) MB more")
    guard live.process.terminationStatus == 0, growth < Self.mostGrowthMegabytes else {
      throw ExitCode.failure
    }
  }
}
