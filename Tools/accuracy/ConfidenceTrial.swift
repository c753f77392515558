import ArgumentParser
import MotionCore
import MotionSimulator
import MotionTuning

/// Whether a confidence of so much means that so many of such sets were the exercise.
struct ConfidenceTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidence",
    abstract: "How true the confidence of a set is: reliability and expected calibration error.",
    discussion: """
      Sets in which the exercise was done, recorded and simulated, and everyday movement checked as \
      each exercise. A set of which nothing is reported has a confidence of 0.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  @Option(help: "The simulated people's randomness follows from this number.")
  var seed: UInt64 = 1

  private struct Case: Sendable {
    var group: String
    var prediction: Reliability.Prediction
  }

  func run() throws {
    let cases = try done() + nothingDone()
    var table = TextTable(words: ["confidence"], figures: ["sets", "mean", "the exercise"])
    let all = Reliability(cases.map(\.prediction))
    for bin in all.bins where bin.count > 0 {
      table.add(
        ["\(bin.range.lowerBound.fixed(1)) to \(bin.range.upperBound.fixed(1))", "\(bin.count)"]
          + [bin.meanProbability.fixed(3), bin.trueFraction.fixed(3)])
    }
    tell(table.lines + [""] + groups(of: cases, all))
  }

  private func groups(of cases: [Case], _ all: Reliability) -> [String] {
    var table = TextTable(
      words: ["data set"],
      figures: ["sets", "confidence >= 0.5", "%", "mean confidence", "calibration error"])
    func add(_ name: String, _ predictions: [Reliability.Prediction]) {
      let sure = predictions.count { $0.probability >= SetReport.leastConfidence }
      table.add(
        [name, "\(predictions.count)", "\(sure)", sure.percent(of: predictions.count)]
          + [Distribution(predictions.map(\.probability)).mean.fixed(3)]
          + [Reliability(predictions).expectedCalibrationError.fixed(3)])
    }
    for name in cases.map(\.group).distinct() {
      add(name, cases.filter { $0.group == name }.map(\.prediction))
    }
    let isReal = { (one: Case) in !one.group.hasPrefix(Self.simulatedPrefix) }
    add("all recorded", cases.filter(isReal).map(\.prediction))
    add("all", cases.map(\.prediction))
    return table.lines
  }

  private static let simulatedPrefix = "simulated"

  private func done() throws -> [Case] {
    let real = try corpus.sets().filter { $0.group != .daily && $0.movements ?? 0 > 0 }
      .mapped(jobs: options.jobs) { set -> Case in
        let confidence = (try? set.readings()).map { set.finding($0).confidence } ?? 0
        return Case(
          group: set.group.rawValue, prediction: .init(probability: confidence, isTrue: true))
      }
    let simulated = try SimulatedSet.spread(seed: seed).mapped(jobs: options.jobs) { set in
      let finding = Finding(try set.readings(), as: set.exercise, at: set.placement)
      return Case(
        group: "\(Self.simulatedPrefix) \(set.exercise.id)",
        prediction: .init(probability: finding.confidence, isTrue: true))
    }
    return real + simulated
  }

  private func nothingDone() throws -> [Case] {
    let controls =
      try Control.real(corpus, jobs: options.jobs)
      + Control.simulated(seed: seed, jobs: options.jobs)
    return controls.map { control in
      Case(
        group: control.isReal ? RealSet.Group.daily.rawValue : "\(Self.simulatedPrefix) nothing",
        prediction: .init(probability: control.finding.confidence, isTrue: false))
    }
  }
}
