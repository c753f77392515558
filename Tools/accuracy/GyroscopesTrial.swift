import ArgumentParser
import MotionCore
import MotionReport
import MotionTuning

/// Whether wrong gyroscopes are noticed and right ones are not.
struct GyroscopesTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gyroscopes",
    abstract: "Wrong gyroscopes that are caught, and good ones that are refused.",
    discussion: """
      Every real recording with a gyroscope is checked with wrong ones made of it. A fault that \
      changes the count from that with the good gyroscope should be caught: the gyroscope is then \
      not used, and the report says so. The share caught is of all that were caught or changed the \
      count in silence.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  func run() throws {
    let cases = try corpus.sets().mapped(jobs: options.jobs) { FaultySet($0) }
      .compactMap(\.self)
    tell(faults(of: cases) + [""] + refusals(of: cases))
    if options.each { tell([""] + cases.flatMap(\.lines)) }
  }

  private func faults(of cases: [FaultySet]) -> [String] {
    var table = TextTable(
      words: ["fault"],
      figures: ["runs", "dropped", "%", "count changed", "of them dropped", "%", "in silence"]
        + ["caught %"])
    func add(_ name: String, _ faults: [GyroscopeFault]) {
      let runs = cases.flatMap { set in faults.compactMap(set.run) }
      let changed = runs.filter(\.isChanged)
      let (dropped, caught) = (runs.count(where: \.isDropped), changed.count(where: \.isDropped))
      table.add(
        [name, "\(runs.count)", "\(dropped)", dropped.percent(of: runs.count)]
          + ["\(changed.count)", "\(caught)", caught.percent(of: changed.count)]
          + ["\(changed.count - caught)", dropped.percent(of: dropped + changed.count - caught)])
    }
    for fault in GyroscopeFault.allCases { add(fault.rawValue, [fault]) }
    for family in GyroscopeFault.Family.allCases {
      add("all: \(family.rawValue)", GyroscopeFault.allCases.filter { $0.family == family })
    }
    add("all", GyroscopeFault.allCases)
    return ["Wrong gyroscopes, \(cases.count) recordings"] + table.lines
  }

  private func refusals(of cases: [FaultySet]) -> [String] {
    var table = TextTable(words: ["data set"], figures: ["recordings", "dropped", "%"])
    func add(_ name: String, _ own: [FaultySet]) {
      let dropped = own.count(where: \.isGoodDropped)
      table.add([name, "\(own.count)", "\(dropped)", dropped.percent(of: own.count)])
    }
    for group in RealSet.Group.allCases {
      let own = cases.filter { $0.set.group == group }
      if !own.isEmpty { add(group.rawValue, own) }
    }
    add("all", cases)
    return ["Good gyroscopes"] + table.lines
  }
}

/// A recording with a gyroscope, and with wrong ones in its place.
private struct FaultySet: Sendable {
  /// What came of one fault.
  struct Run: Sendable {
    var count: Int
    var isDropped: Bool
    /// True where the count is not that with the good gyroscope.
    var isChanged: Bool
  }

  let set: RealSet
  private let good: Finding
  private var runs: [GyroscopeFault: Run] = [:]

  /// Nil for a recording without a gyroscope, or that is refused.
  init?(_ set: RealSet) {
    guard let readings = try? set.readings(), readings.samples.first?.angularRate != nil else {
      return nil
    }
    self.set = set
    good = set.finding(readings)
    for fault in GyroscopeFault.allCases {
      let finding = set.finding(fault.applied(to: readings))
      runs[fault] = Run(
        count: finding.count, isDropped: finding.isGyroscopeDropped,
        isChanged: finding.count != good.count)
    }
  }

  var isGoodDropped: Bool { good.isGyroscopeDropped }

  func run(_ fault: GyroscopeFault) -> Run? { runs[fault] }

  /// Faults that changed the count and were not caught.
  var lines: [String] {
    GyroscopeFault.allCases.compactMap { fault in
      runs[fault].flatMap { run in
        run.isChanged && !run.isDropped
          ? "\(set.name): \(good.count) -> \(run.count) by \(fault.rawValue)" : nil
      }
    }
  }
}
