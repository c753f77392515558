import MotionCore
import Testing

@testable import MotionTuning

@Suite struct SetTruthTests {
  private func set(
    _ exercise: String, _ start: Double, _ end: Double, side: Side? = nil, count: Int?
  ) -> Label {
    Label(start: start, end: end, exercise: exercise, side: side, kind: .set, count: count)
  }

  @Test func eachPlannedSetTakesTheLabelOfItsExerciseAndSide() {
    let labels = [
      set("open-book", 0, 10, side: .left, count: 9),
      set("open-book", 20, 30, side: .right, count: 7),
    ]
    let planned = [Side.right, .left].map { PlannedSet.usual("open-book", side: $0) }
    #expect(SetTruth.ofSets(planned, labels: labels).map(\.count) == [7, 9])
  }

  @Test func setsOfTheSameExerciseAreTakenInOrderAndOnlyOnce() {
    let labels = [set("bent-over-row", 0, 10, count: 9), set("bent-over-row", 20, 30, count: 8)]
    let planned = [PlannedSet](repeating: .usual("bent-over-row"), count: 3)
    #expect(SetTruth.ofSets(planned, labels: labels).map(\.count) == [9, 8, 0])
  }

  @Test func aSetWithoutLabelWasNotDone() {
    let labels = [set("shoulder-roll", 0, 10, count: 10)]
    #expect(SetTruth.ofSets([.usual("bent-over-row")], labels: labels) == [.notDone])
  }

  @Test func aSetOwnsTheEventsInsideItsTime() {
    let labels = [
      set("bent-over-row", 0, 5, count: nil), label(at: 3), label(at: 1), label(at: 4, count: 0),
      label(at: 8), label(at: 2, exercise: "open-book"),
    ]
    let truth = SetTruth.ofSets([.usual("bent-over-row")], labels: labels)[0]
    #expect(truth.events?.map(\.start) == [1, 3, 4])
    #expect(truth.count == 2)
  }

  @Test func aCountAloneDoesNotSayWhenTheRepetitionsWere() {
    let labels = [set("bent-over-row", 0, 30, count: 10)]
    let planned = PlannedSet.usual("bent-over-row")
    let truths =
      [SetTruth.ofRecording(checkedAs: planned.exercise, labels: labels)]
      + SetTruth.ofSets([planned], labels: labels)
    for truth in truths {
      #expect(truth.count == 10)
      #expect(truth.events == nil)
    }
    // none is known of a set that was not done, and that is all there is
    #expect(SetTruth.ofRecording(checkedAs: planned.exercise, labels: []) == .notDone)
  }

  @Test func repetitionsWithoutASetAreCounted() {
    let truth = SetTruth.ofRecording(
      checkedAs: PlannedSet.usual("bent-over-row").exercise,
      labels: [label(at: 1), label(at: 3), label(at: 5, count: 0)])
    #expect(truth.count == 2 && truth.events?.count == 3)
  }

  @Test func aRecordingIsTheSumOfItsSetsOfTheExercise() {
    let labels = [
      set("bent-over-row", 0, 5, count: 4), set("bent-over-row", 10, 15, count: 3),
      set("open-book", 20, 25, count: 2), label(at: 1), label(at: 21, exercise: "open-book"),
    ]
    let rows = SetTruth.ofRecording(
      checkedAs: PlannedSet.usual("bent-over-row").exercise, labels: labels)
    let any = SetTruth.ofRecording(
      checkedAs: PlannedSet.usual("repetition").exercise, labels: labels)
    #expect(rows.count == 7 && rows.events?.count == 1)
    #expect(any.count == 9 && any.events?.count == 2)
  }
}
