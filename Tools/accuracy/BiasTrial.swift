import ArgumentParser
import MotionCore
import MotionSimulator
import MotionReport
import MotionTuning

/// Whether a gyroscope's bias leaves counts and times as they are, once it lay still.
struct BiasTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bias",
    abstract: "Counts and hold times with a biased gyroscope, after 3 s of stillness.")

  private static let biases = [2.0, 5, 8, 20].map { RateBias(degreesPerSecond: $0) }
  private static let none = RateBias(degreesPerSecond: 0)
  /// The most that a bias may change a hold's time, in seconds.
  private static let toleratedSeconds = 0.1
  private static let seeds: ClosedRange<UInt64> = 1...5

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  func run() throws {
    let real = try corpus.singleSets().mapped(jobs: options.jobs) { set in
      BiasedSet(set.name, try? set.readings(), as: set.exercise, at: set.placement)
    }.compactMap(\.self)
    tell(["Real sets"] + counts(of: real))
    let held = try Self.simulatedHolds.mapped(jobs: options.jobs) { set in
      BiasedSet(set.name, try set.readings(), as: set.exercise, at: set.placement)
    }.compactMap(\.self)
    tell(["", "Simulated holds"] + counts(of: held) + [""] + times(of: held))
    if options.each { tell([""] + (real + held).flatMap(\.lines)) }
  }

  /// Each held exercise at each place that sees it.
  private static var simulatedHolds: [SimulatedSet] {
    Exercise.catalogue.filter { $0.kind == .hold }.flatMap { exercise in
      exercise.placements.flatMap { placement in
        seeds.map { SimulatedSet(exercise: exercise, placement: placement, seed: $0) }
      }
    }
  }

  private func counts(of sets: [BiasedSet]) -> [String] {
    var table = TextTable(
      words: ["bias"], figures: ["sets", "count changed", "%", "by more than one", "dropped"])
    for bias in Self.biases {
      let changes = sets.map { abs($0.change(bias)) }
      let changed = changes.count { $0 > 0 }
      table.add(
        [bias.name, "\(sets.count)", "\(changed)", changed.percent(of: sets.count)]
          + ["\(changes.count { $0 > 1 })", "\(sets.count { $0.isDropped(bias) })"])
    }
    return table.lines
  }

  private func times(of sets: [BiasedSet]) -> [String] {
    var table = TextTable(
      words: ["bias"], figures: ["holds", "within 0.1 s", "%", "95 % s", "largest s"])
    for bias in Self.biases {
      let errors = sets.flatMap { $0.timeErrors(bias) }
      let near = errors.count { $0 <= Self.toleratedSeconds }
      let distribution = Distribution(errors)
      table.add(
        [bias.name, "\(errors.count)", "\(near)", near.percent(of: errors.count)]
          + [distribution.percentile(95).fixed(2), distribution.largest.fixed(2)])
    }
    return table.lines
  }

  /// A set without and with each bias.
  private struct BiasedSet: Sendable {
    private let name: String
    private let plain: Finding
    private let biased: [RateBias: Finding]

    /// Nil where there is no gyroscope, or the recording is refused.
    init?(
      _ name: String, _ readings: [MotionReading]?, as exercise: Exercise, at placement: Placement
    ) {
      guard let readings, readings.samples.first?.angularRate != nil else { return nil }
      self.name = name
      func finding(_ bias: RateBias) -> Finding {
        Finding(bias.applied(to: readings, seed: 1), as: exercise, at: placement)
      }
      plain = finding(BiasTrial.none)
      biased = Dictionary(uniqueKeysWithValues: BiasTrial.biases.map { ($0, finding($0)) })
    }

    /// Counted more than without bias.
    func change(_ bias: RateBias) -> Int { (biased[bias]?.count ?? 0) - plain.count }

    func isDropped(_ bias: RateBias) -> Bool { biased[bias]?.isGyroscopeDropped ?? false }

    /// How much longer or shorter each hold is than without bias, in seconds, where there are as
    /// many.
    func timeErrors(_ bias: RateBias) -> [Double] {
      guard let biased = biased[bias], biased.count == plain.count else { return [] }
      return zip(biased.holdSeconds, plain.holdSeconds).map { abs($0 - $1) }
    }

    /// What changed the count.
    var lines: [String] {
      BiasTrial.biases.filter { change($0) != 0 }.map { bias in
        "\(name): \(plain.count) -> \(plain.count + change(bias)) with \(bias.name)"
      }
    }
  }
}

extension RateBias {
  /// Its size, for a person.
  fileprivate var name: String { "\(degreesPerSecond.fixed(0)) deg/s" }
}
