import ArgumentParser
import MotionCore
import MotionReport
import MotionTuning

/// Whether counts of real sets stand when the recordings are changed a little.
struct ChangesTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Counts of real recordings that are changed a little, or only told otherwise.",
    discussion: """
      Each changed recording is compared with the same recording unchanged. A small change may \
      change a count here and there; another frame, clock or sign of acceleration must not.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var options: TrialOptions

  @Option(help: "All randomness follows from this number.")
  var seed: UInt64 = 1

  func run() throws {
    let sets = try corpus.singleSets()
    let cases = try Array(sets.enumerated()).mapped(jobs: options.jobs) { place, set in
      ChangedSet(set, seed: seed &+ UInt64(place))
    }.compactMap(\.self)
    tell(["\(sets.count) sets, \(sets.count - cases.count) of them refused"])
    var sum = ChangeCount()
    var table = TextTable(
      words: ["change"],
      figures: ["sets", "by one", "%", "by more", "%", "to 0", "from 0"])
    for name in ChangedSet.names {
      let count = ChangeCount(cases.compactMap { $0.pair(name) })
      table.add([name] + count.figures)
      if SmallChange(rawValue: name) != nil { sum.add(count) }
    }
    table.add(["all small changes"] + sum.figures)
    tell(table.lines)
    if options.each { tell([""] + cases.flatMap(\.lines)) }
  }
}

/// The counts of a set with each change of it.
private struct ChangedSet: Sendable {
  let set: RealSet
  private let plain: Int
  private var changed: [String: Int] = [:]

  static let names = SmallChange.allCases.map(\.rawValue) + Invariance.allCases.map(\.rawValue)

  /// Nil for a recording that is refused.
  init?(_ set: RealSet, seed: UInt64) {
    guard let readings = try? set.readings() else { return nil }
    self.set = set
    plain = set.finding(readings).count
    for change in SmallChange.allCases {
      changed[change.rawValue] = change.applied(to: readings, seed: seed)
        .map { set.finding($0).count }
    }
    for change in Invariance.allCases {
      changed[change.rawValue] = set.finding(change.applied(to: readings, seed: seed)).count
    }
  }

  /// The counts without and with a change; nil where it makes no sense for the recording.
  func pair(_ name: String) -> (plain: Int, changed: Int)? { changed[name].map { (plain, $0) } }

  /// What changed the count.
  var lines: [String] {
    Self.names.compactMap { name in
      pair(name).flatMap { plain, changed in
        plain == changed ? nil : "\(set.name): \(plain) -> \(changed) by \(name)"
      }
    }
  }
}

/// How many counts a change changes, and by how much.
private struct ChangeCount {
  private var sets = 0
  private var byOne = 0
  private var byMore = 0
  private var toZero = 0
  private var fromZero = 0

  init(_ pairs: [(plain: Int, changed: Int)] = []) {
    sets = pairs.count
    byOne = pairs.count { abs($0.changed - $0.plain) == 1 }
    byMore = pairs.count { abs($0.changed - $0.plain) > 1 }
    toZero = pairs.count { $0.plain > 0 && $0.changed == 0 }
    fromZero = pairs.count { $0.plain == 0 && $0.changed > 0 }
  }

  mutating func add(_ other: ChangeCount) {
    sets += other.sets
    byOne += other.byOne
    byMore += other.byMore
    toZero += other.toZero
    fromZero += other.fromZero
  }

  var figures: [String] {
    ["\(sets)", "\(byOne)", byOne.percent(of: sets), "\(byMore)", byMore.percent(of: sets)]
      + ["\(toZero)", "\(fromZero)"]
  }
}
