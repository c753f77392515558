import ArgumentParser
import Foundation

/// Tries what live sessions promise, on the built program and at real speed.
@main
struct LiveTrials: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live-trials",
    abstract: "Measures live sessions: what a kill loses, delays, processor time, memory.",
    subcommands: [KillTrial.self, TimingTrial.self, SoakTrial.self])
}

/// What is tried, and what is played to it.
struct Subject: ParsableArguments {
  @Argument(help: "The program.")
  var program: String

  @Argument(help: "Canonical recordings; they are played in turn, again and again, as one stream.")
  var recordings: [String]

  @Option(help: "The exercise that is checked.")
  var exercise = "repetition"
}

/// A trial that did not come to figures, or to figures that break a promise.
struct TrialFailure: Error, CustomStringConvertible {
  let description: String
}

/// Prints a line at once, also where it goes to a file.
func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
