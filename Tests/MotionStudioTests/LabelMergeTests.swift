import MotionCore
import Testing

@testable import MotionStudio

@Suite struct LabelMergeTests {
  private static func rep(_ start: Double, _ end: Double, count: Int? = nil) -> Label {
    Label(start: start, end: end, exercise: "bent-over-row", kind: .rep, count: count)
  }

  private static func set(_ start: Double, _ end: Double, _ count: Int) -> Label {
    Label(start: start, end: end, exercise: "bent-over-row", kind: .set, count: count)
  }

  private static let base = [set(1, 8, 3), rep(1, 3), rep(3, 5), rep(6, 8)]

  @Test func whatOneLeftAloneIsAsTheOtherWantsIt() {
    let mine = [Self.set(1, 8, 2), Self.rep(1, 3), Self.rep(6, 8)]
    #expect(LabelMerge(base: Self.base, mine: mine, theirs: Self.base).labels == mine)
    #expect(LabelMerge(base: Self.base, mine: Self.base, theirs: mine).labels == mine)
  }

  @Test func editsOfDifferentLabelsAreBothKept() {
    let mine = [Self.set(1, 8, 2), Self.rep(1, 3), Self.rep(6, 8)]
    let theirs = [Self.set(1, 11, 4)] + Self.base.dropFirst() + [Self.rep(9, 11)]
    let merge = LabelMerge(base: Self.base, mine: mine, theirs: Array(theirs))
    #expect(merge.conflicts.isEmpty)
    #expect(
      merge.labels == [Self.set(1, 11, 3), Self.rep(1, 3), Self.rep(6, 8), Self.rep(9, 11)])
  }

  @Test func aLabelThatBothMovedIsAConflictAndMineIsKept() {
    let mine = Self.base.map { $0 == Self.rep(3, 5) ? Self.rep(3.2, 5) : $0 }
    let theirs = Self.base.map { $0 == Self.rep(3, 5) ? Self.rep(3, 5.3) : $0 }
    let merge = LabelMerge(base: Self.base, mine: mine, theirs: theirs)
    #expect(merge.conflicts == [Self.rep(3, 5.3)])
    #expect(merge.labels == mine)
  }

  @Test func theSameEditByBothIsNoConflict() {
    let both = Self.base.map { $0 == Self.rep(3, 5) ? Self.rep(3.2, 5) : $0 }
    let merge = LabelMerge(base: Self.base, mine: both, theirs: both)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.labels == both)
  }

  @Test func whatOneMovedAndTheOtherRemovedIsKept() {
    let mine = Self.base.map { $0 == Self.rep(3, 5) ? Self.rep(3.2, 5) : $0 }
    let theirs = [Self.set(1, 8, 2), Self.rep(1, 3), Self.rep(6, 8)]
    let merge = LabelMerge(base: Self.base, mine: mine, theirs: theirs)
    #expect(merge.labels == mine)
  }

  @Test func aSetsCountFollowsItsEvents() {
    let labels = [Self.set(1, 8, 7), Self.rep(1, 3), Self.rep(3, 5, count: 0)]
    #expect(LabelMerge.settled(labels)[0].count == 1)
    #expect(LabelMerge.settled([Self.set(1, 8, 7)])[0].count == 7)
  }
}
