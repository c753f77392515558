import ArgumentParser
import MotionReport
import MotionTuning

/// How real sets are counted, data set by data set.
struct CorpusTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Counts of real recordings, by data set.",
    discussion: """
      Of ptexercises, whose people made a part of the executions small on purpose, partial \
      repetitions are counted too.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  func run() throws {
    let cases = try corpus.exercised()
      .mapped(jobs: options.jobs) { CountedSet($0) }
    var table = TextTable(
      words: ["data set"],
      figures: ["sets", "exact", "%", "+-1", "%", "at 0", "refused", "gyroscope dropped"])
    for (name, groups) in Self.rows {
      let own = cases.filter { groups.contains($0.set.group) }
      if !own.isEmpty { table.add([name] + Self.figures(of: own)) }
    }
    tell(table.lines)
    if options.each { tell([""] + cases.filter { !$0.isExact }.map(\.line)) }
  }

  /// The rows of the table, and what each sums up.
  private static let rows: [(name: String, groups: Set<RealSet.Group>)] =
    [("spar", [.spar, .sparRows, .sparBand])]
    + RealSet.Group.allCases.filter { $0 != .daily }.map { ($0.rawValue, [$0]) }
    + [("other lifts", [.ebbelaar, .gymimu, .muvr])]

  private static func figures(of cases: [CountedSet]) -> [String] {
    let (exact, near) = (cases.count(where: \.isExact), cases.count(where: \.isWithinOne))
    return ["\(cases.count)", "\(exact)", exact.percent(of: cases.count)]
      + ["\(near)", near.percent(of: cases.count), "\(cases.count(where: \.isNothing))"]
      + ["\(cases.count(where: \.isRefused))", "\(cases.count(where: \.isGyroscopeDropped))"]
  }
}

/// A real set and what was found in it.
private struct CountedSet: Sendable {
  let set: RealSet
  /// Nil where the recording was refused.
  let finding: Finding?

  init(_ set: RealSet) {
    self.set = set
    finding = (try? set.readings()).map(set.finding)
  }

  /// What was found of that which is known: repetitions, with partial ones where the group has
  /// such.
  var found: Int? { self.set.group.hasPartials ? finding?.movements : finding?.count }

  /// Found more than there are.
  var error: Int? {
    guard let found, let truth = set.truth else { return nil }
    return found - truth
  }

  var isExact: Bool { error == 0 }
  var isWithinOne: Bool { error.map { abs($0) <= 1 } ?? false }
  var isNothing: Bool { found == 0 }
  var isRefused: Bool { finding == nil }
  var isGyroscopeDropped: Bool { finding?.isGyroscopeDropped ?? false }

  var line: String {
    let truth = set.truth.map { "\($0)" } ?? ""
    let what = finding.map { "\($0.count) and \($0.movements - $0.count) partial" } ?? "refused"
    let gyroscope = isGyroscopeDropped ? "; gyroscope dropped" : ""
    return "\(set.name): \(what) of \(truth)\(gyroscope)"
  }
}
