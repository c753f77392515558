import ArgumentParser
import MotionCore
import MotionReport
import MotionTuning

/// How whole sessions of programmes are found where no markers say where the sets are.
struct SessionsTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "Whole simulated sessions at every placement, without markers.",
    discussion: """
      The built-in programmes under several conditions, and the same with each exercise left out.
      """)

  @OptionGroup var options: TrialOptions
  @OptionGroup var people: SessionOptions

  func run() throws {
    let found = try people.sets(SessionKind.all, jobs: options.jobs)
    tell(table("session", found) { "\($0.session.kind.family)" } + [""])
    tell(table("placement", found) { $0.session.placement.rawValue } + [""])
    tell(table("exercise", found) { $0.planned.exercise.id } + [""])
    tell(table("", found) { _ in "all" })
    if options.each { tell([""] + found.filter(\.isWrong).map(\.line)) }
  }

  private func table(
    _ column: String, _ sets: [FoundSet], by name: (FoundSet) -> String
  ) -> [String] {
    var table = TextTable(
      words: [column],
      figures: ["sets done", "exact", "%", "+-1", "%", "not done"]
        + ["left out", "told", "%", "cannot be seen", "told", "%"])
    for row in sets.map(name).distinct() {
      let own = sets.filter { name($0) == row }
      let done = own.filter { $0.isSeen && !$0.isLeftOut }
      let leftOut = own.filter { $0.isSeen && $0.isLeftOut }
      let unseen = own.filter { !$0.isSeen }
      func share(_ part: Int, of whole: [FoundSet]) -> [String] {
        ["\(part)", part.percent(of: whole.count)]
      }
      table.add(
        [row, "\(done.count)"] + share(done.count { $0.error == 0 }, of: done)
          + share(done.count { abs($0.error) <= 1 }, of: done)
          + ["\(done.count { $0.outcome == .notDone })", "\(leftOut.count)"]
          + share(leftOut.count { $0.outcome == .notDone }, of: leftOut) + ["\(unseen.count)"]
          + share(unseen.count { $0.outcome == .notMeasured }, of: unseen))
    }
    return table.lines
  }
}
