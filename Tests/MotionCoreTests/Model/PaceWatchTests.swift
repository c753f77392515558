import Testing

@testable import MotionCore

@Suite struct PaceWatchTests {
  /// At which of these repetitions, by their seconds, slower ones are asked for.
  private static func reminders(_ seconds: [Double], _ exercise: Exercise = .bentOverRow) -> [Int] {
    var watch = PaceWatch(exercise)
    return seconds.indices.filter { index in
      let start = Double(index) * 10
      let repetition = Repetition(
        number: index + 1, start: start, end: start + seconds[index], verdict: .ok,
        tempo: [seconds[index] / 2, 0, seconds[index] / 2, nil], announcedAt: start)
      return watch.isReminderDue(after: repetition)
    }.map { $0 + 1 }
  }

  @Test func twoQuickOnesInARowAreAReason() {
    #expect(Self.reminders([3, 1.9, 3, 1.9, 1.9]) == [5])
    #expect(Self.reminders([1.9, 2, 1.9, 2]).isEmpty)
  }

  @Test func notMoreOftenThanEveryThird() {
    #expect(Self.reminders(Array(repeating: 1, count: 9)) == [2, 5, 8])
  }

  /// The limit is the one by which the report tells the pace.
  @Test func theProgrammesSlowPaceIsTheLimit() {
    #expect(Self.reminders([2.9, 2.9], .openBook) == [2])
    #expect(Self.reminders([2.9, 2.9], .bentOverRow).isEmpty)
    #expect(Self.reminders([1, 1], .childsPose).isEmpty)
  }
}
