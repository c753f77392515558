import ArgumentParser
import Foundation
import MotionTuning

/// Measures how well the program counts people whom it was not tuned on, and what shakes it.
@main
struct AccuracyTrials: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy-trials",
    abstract: "Measures how true the counts are, on real recordings and in simulation.",
    subcommands: [
      CorpusTrial.self, ChangesTrial.self, GyroscopesTrial.self, BiasTrial.self,
      SessionsTrial.self, SetsTrial.self, ControlsTrial.self, ConfidenceTrial.self,
      AnnouncementsTrial.self, HoldCuesTrial.self,
    ])
}

/// How a trial runs.
struct TrialOptions: ParsableArguments {
  @Option(help: "How many recordings are gone through at a time.")
  var jobs = 1

  @Flag(help: "Name every case, not the sums only.")
  var each = false

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be 1 or more.") }
  }
}

/// A trial that could not be made.
struct TrialFailure: Error, CustomStringConvertible {
  let description: String
}

/// Prints lines at once, also where they go to a file.
func tell(_ lines: [String]) {
  FileHandle.standardOutput.write(Data(lines.map { $0 + "\n" }.joined().utf8))
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Int {
  /// The share that this is of a total, in percent with one decimal, or what stands for none.
  func percent(of total: Int) -> String {
    (total > 0 ? 100 * Double(self) / Double(total) : nil).fixed(1)
  }
}
