/// What is remembered of axes that are followed no more.
struct FormerAxes: Sendable {
  /// Fewest similar repetitions that are a set within a programme, and so worth remembering.
  static let fewestCycles = 3
  /// The same for holds, of which as few as three are prescribed.
  static let fewestHolds = 2
  /// How many movements are remembered by themselves.
  static let mostPossible = 8

  /// Their candidate sets.
  private(set) var candidates: CandidateList
  /// How much the best of these explains.
  private(set) var explained: Float = 0
  /// Of their single movements those that are expected to say most, as candidate sets of one: a
  /// position may be held once, and much come after it. One movement was seen along several axes.
  private(set) var possible: [CandidateSet] = []
  private let isHold: Bool

  /// - Parameter search: number of the search among those of its detector.
  init(search: Int, isHold: Bool) {
    candidates = CandidateList(owner: .init(search: search))
    self.isHold = isHold
  }

  /// Remembers what was seen along an axis, and its single movements.
  mutating func remember(_ tracker: AxisTracker, possible singles: [CandidateSet]) {
    candidates.retire(
      tracker.candidates, fewest: isHold ? Self.fewestHolds : Self.fewestCycles)
    explained = candidates.explained
    possible = (possible + singles)
      .sorted { $0.outline.expectedScore > $1.outline.expectedScore }
      .reduce(into: []) { kept, single in
        guard kept.count < Self.mostPossible,
          !kept.contains(where: { $0.start < single.end && single.start < $0.end })
        else { return }
        kept.append(single)
      }
  }
}
