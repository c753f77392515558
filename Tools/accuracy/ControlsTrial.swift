import ArgumentParser
import MotionCore
import MotionReport
import MotionTuning

/// What is counted where nobody exercises.
struct ControlsTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "controls",
    abstract: "Everyday movement checked as each exercise: sets of confidence 0.5 or more.")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  @Option(help: "The simulated people's randomness follows from this number.")
  var seed: UInt64 = 1

  func run() throws {
    let controls =
      try Control.real(corpus, jobs: options.jobs)
      + Control.simulated(seed: seed, jobs: options.jobs)
    tell(table("exercise", controls) { $0.exercise.id } + [""])
    tell(table("activity", controls) { $0.activity })
    if options.each { tell([""] + controls.filter { $0.finding.count > 0 }.map(\.line)) }
  }

  private func table(
    _ column: String, _ controls: [Control], by name: (Control) -> String
  ) -> [String] {
    var table = TextTable(
      words: [column], figures: ["real runs", "counted", "%", "simulated runs", "counted", "%"])
    func add(_ name: String, _ own: [Control]) {
      table.add(
        [name]
          + [true, false].flatMap { isReal in
            let runs = own.filter { $0.isReal == isReal }
            let counted = runs.count(where: \.isCounted)
            return ["\(runs.count)", "\(counted)", counted.percent(of: runs.count)]
          })
    }
    for row in controls.map(name).distinct() { add(row, controls.filter { name($0) == row }) }
    let five = Program.builtIn.first.map { $0.lines.map(\.exercise) } ?? []
    add("the five of the programme", controls.filter { five.contains($0.exercise) })
    add("all", controls)
    return table.lines
  }
}

extension Control {
  /// True where a set is reported that meets targets.
  var isCounted: Bool { finding.count > 0 && finding.confidence >= SetReport.leastConfidence }

  fileprivate var line: String {
    "\(activity) as \(exercise.id): \(finding.count), confidence \(finding.confidence.fixed(2))"
  }
}
