import ArgumentParser
import MotionReport
import MotionTuning

/// How well the sets of an exercise are told apart where no markers part them.
struct SetsTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sets",
    abstract: "Several sets of an exercise after each other, without markers.",
    discussion: """
      Three sets of eight rolls, squeezes and rows, and two of six open books a side, with rests \
      of 10, 20 and 30 s between them. A set is merged where it has what two sets are.
      """)

  /// From this share of what was done on, a set holds another one as well.
  private static let leastMergedRatio = 1.5

  @OptionGroup var options: TrialOptions
  @OptionGroup var people: SessionOptions

  @Flag(help: "People rest for a third to a half of the time that they are asked to.")
  var hurried = false

  func run() throws {
    let kinds = SessionKind.severalSets(hurried ? 0.3...0.6 : 0.75...1)
    let found = try people.sets(kinds, jobs: options.jobs).filter(\.isSeen)
    tell(table(["rest", "exercise"], found) { [$0.session.kind.family, $0.planned.exercise.id] })
    tell([""] + table(["placement"], found) { [$0.session.placement.rawValue] })
    tell([""] + table([""], found) { _ in ["all"] })
    if options.each { tell([""] + found.filter(\.isWrong).map(\.line)) }
  }

  private func table(
    _ columns: [String], _ sets: [FoundSet], by name: (FoundSet) -> [String]
  ) -> [String] {
    var table = TextTable(
      words: columns, figures: ["sets", "exact", "%", "+-1", "%", "merged", "not done"])
    for row in sets.map(name).distinct() {
      let own = sets.filter { name($0) == row }
      let counts = [own.count { $0.error == 0 }, own.count { abs($0.error) <= 1 }]
      table.add(
        row + ["\(own.count)"] + counts.flatMap { ["\($0)", $0.percent(of: own.count)] }
          + ["\(own.count(where: isMerged))", "\(own.count { $0.outcome == .notDone })"])
    }
    return table.lines
  }

  private func isMerged(_ set: FoundSet) -> Bool {
    Double(set.count) >= Self.leastMergedRatio * Double(set.truth)
  }
}
