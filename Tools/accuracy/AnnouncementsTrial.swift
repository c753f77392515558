import ArgumentParser
import MotionCore
import MotionReport
import MotionTuning

/// How soon a live session says each number, and whether it says one twice.
struct AnnouncementsTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announcements",
    abstract: "When a live session says each number, and numbers said twice.",
    discussion: """
      From the end of a repetition or hold until the count with it was said and stood, from the \
      third of a set on. A number is said twice when it was taken back in between.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  @Option(help: "The simulated people's randomness follows from this number.")
  var seed: UInt64 = 1

  func run() throws {
    let real = try corpus.singleSets().mapped(jobs: options.jobs) { set in
      (try? set.readings()).map {
        SaidCounts(set.group.rawValue, set.name, $0, as: set.exercise, at: set.placement)
      }
    }.compactMap(\.self)
    let simulated = try SimulatedSet.spread(seed: seed).mapped(jobs: options.jobs) { set in
      SaidCounts(
        "simulated \(set.exercise.id)", set.name, try set.readings(), as: set.exercise,
        at: set.placement)
    }
    tell(table(of: real + simulated))
    if options.each { tell([""] + (real + simulated).compactMap(\.line)) }
  }

  private func table(of sets: [SaidCounts]) -> [String] {
    var table = TextTable(
      words: ["data set"],
      figures: ["sets", "numbers", "median s", "95 % s", "largest s", "taken back", "said twice"]
        + ["sets with one"])
    func add(_ name: String, _ own: [SaidCounts]) {
      let latencies = Distribution(own.flatMap(\.latencies))
      table.add(
        [name, "\(own.count)", "\(latencies.count)"]
          + [latencies.median, latencies.percentile(95), latencies.largest].map { $0.fixed(2) }
          + ["\(own.reduce(0) { $0 + $1.takenBack })", "\(own.reduce(0) { $0 + $1.saidTwice })"]
          + ["\(own.count { $0.saidTwice > 0 })"])
    }
    for name in sets.map(\.group).distinct() { add(name, sets.filter { $0.group == name }) }
    for kind in ExerciseKind.allCases {
      add("all, \(kind.rawValue)", sets.filter { $0.kind == kind })
    }
    add("all", sets)
    return table.lines
  }
}

/// What a live session says of one set.
private struct SaidCounts: Sendable {
  let group: String
  let kind: ExerciseKind
  private let name: String
  /// Seconds from the end of each movement until the count with it was said, and stood.
  let latencies: [Double]
  /// How often a number was lowered.
  let takenBack: Int
  /// How often a number was said that had been said before.
  let saidTwice: Int

  init(
    _ group: String, _ name: String, _ readings: [MotionReading], as exercise: Exercise,
    at placement: Placement
  ) {
    (self.group, self.name, kind) = (group, name, exercise.kind)
    var session = Session(
      plan: .single(PlannedSet(exercise: exercise, target: exercise.dose)), placement: placement)
    var events: [SessionEvent] = []
    for reading in readings { events += session.process(reading) }
    events += session.finish()
    let said = events.reportedCounts(ofSet: 0)
    latencies =
      session.report.sets.first.map {
        SetComparison($0, reported: said, truth: .notDone).latencies
      } ?? []
    let steps = zip(said.dropFirst(), said).map { ($0.count, $1.count) }
    takenBack = steps.count { $0 < $1 }
    var highest = 0
    var repeated = 0
    for (count, before) in [(said.first?.count ?? 0, 0)] + steps {
      if count > before, count <= highest { repeated += 1 }
      highest = max(highest, count)
    }
    saidTwice = repeated
  }

  /// A set with a number that was taken back, or came late.
  var line: String? {
    let late = latencies.max() ?? 0
    guard takenBack > 0 || late > Self.lateSeconds else { return nil }
    return
      "\(name): latest after \(late.fixed(2)) s, \(takenBack) taken back, \(saidTwice) said twice"
  }

  private static let lateSeconds = 0.8
}
