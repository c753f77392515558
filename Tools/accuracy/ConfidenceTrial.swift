import ArgumentParser
import MotionCore
import MotionReport
import MotionTuning

/// Whether a confidence of so much means that so many of such sets were the exercise.
struct ConfidenceTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidence",
    abstract: "How true the confidence of a set is: reliability and expected calibration error.",
    discussion: """
      Sets in which the exercise was done, recorded and simulated, and everyday movement checked as \
      each exercise. A set of which nothing is reported has a confidence of 0; the last column \
      leaves those out.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  @Option(help: "The simulated people's randomness follows from this number.")
  var seed: UInt64 = 1

  func run() throws {
    let cases = try done() + nothingDone()
    tell(["All sets"] + reliability(of: cases))
    tell(["", "Recorded sets"] + reliability(of: cases.filter(\.isReal)))
    tell(["", "Data sets"] + groups(of: cases))
  }

  private func reliability(of cases: [JudgedSet]) -> [String] {
    var table = TextTable(words: ["confidence"], figures: ["sets", "mean", "the exercise"])
    let bins = Reliability(cases).bins
    for (place, bin) in bins.enumerated() where bin.weight > 0 {
      let borders = [place, place + 1].map { (Double($0) / Double(bins.count)).fixed(1) }
      table.add(
        [borders.joined(separator: " to "), bin.weight.fixed(0), bin.meanSaid.fixed(3)]
          + [bin.share.fixed(3)])
    }
    return table.lines
  }

  private func groups(of cases: [JudgedSet]) -> [String] {
    var table = TextTable(
      words: ["data set"],
      figures: ["sets", "confidence >= 0.5", "%", "mean confidence", "calibration error"]
        + ["where reported"])
    func add(_ name: String, _ cases: [JudgedSet]) {
      let sure = cases.count { $0.confidence >= SetReport.leastConfidence }
      let reported = cases.filter { $0.confidence > 0 }
      table.add(
        [name, "\(cases.count)", "\(sure)", sure.percent(of: cases.count)]
          + [Distribution(cases.map(\.confidence)).mean.fixed(3)]
          + [cases, reported].map { Reliability($0).expectedCalibrationError.fixed(3) })
    }
    for name in cases.map(\.group).distinct() { add(name, cases.filter { $0.group == name }) }
    add("all recorded", cases.filter(\.isReal))
    add("all", cases)
    return table.lines
  }

  private func done() throws -> [JudgedSet] {
    let real = try corpus.exercised()
      .mapped(jobs: options.jobs) { set in
        let confidence = (try? set.readings()).map { set.finding($0).confidence } ?? 0
        return JudgedSet(
          group: set.group.rawValue, isReal: true, isExercise: true, confidence: confidence)
      }
    let simulated = try SimulatedSet.spread(seed: seed).mapped(jobs: options.jobs) { set in
      let finding = Finding(try set.readings(), as: set.exercise, at: set.placement)
      return JudgedSet(
        group: "simulated \(set.exercise.id)", isReal: false, isExercise: true,
        confidence: finding.confidence)
    }
    return real + simulated
  }

  private func nothingDone() throws -> [JudgedSet] {
    let controls =
      try Control.real(corpus, jobs: options.jobs)
      + Control.simulated(seed: seed, jobs: options.jobs)
    return controls.map { control in
      JudgedSet(
        group: control.isReal ? RealSet.Group.daily.rawValue : "simulated, no exercise",
        isReal: control.isReal, isExercise: false, confidence: control.finding.confidence)
    }
  }
}

/// How sure the program was of a set, and whether it was the exercise.
private struct JudgedSet: Sendable {
  let group: String
  let isReal: Bool
  let isExercise: Bool
  let confidence: Double
}

extension Reliability {
  fileprivate init(_ sets: [JudgedSet]) {
    self.init()
    for set in sets { add(set.confidence, isTrue: set.isExercise) }
  }
}
