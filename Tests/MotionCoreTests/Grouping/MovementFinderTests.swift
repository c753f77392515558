import Glibc
import Testing

@testable import MotionCore

@Suite struct MovementFinderTests {
  private static let rateHertz = Session.rateHertz
  private static let exercise = MovementVector.unit(0)

  /// Taking the position along a way that is 15 degrees off the exercise, then repetitions of two
  /// seconds.
  private static func found(repetitions: Int) -> MovementFinder {
    var finder = MovementFinder(
      rules: MovementRules(Exercise.bentOverRow.parameters, longestPauseSeconds: .infinity),
      rateHertz: rateHertz)
    let setUp = exercise * cos(.pi / 12) + .unit(1) * sin(.pi / 12)
    for index in 0..<(350 + 100 * repetitions) {
      let value =
        index < 350
        ? setUp * sin(min(1, Float(index) / 250) * .pi)
        : exercise * max(0, sin(Float((index - 350) % 100) / 100 * 2 * .pi))
      _ = finder.process(MovementFrame(index: index, value: value))
    }
    return finder
  }

  /// A position is held once; then the limb moves about, along another axis every few seconds.
  @Test func aHoldIsRememberedWhateverComesAfterIt() {
    let rules = MovementRules(Exercise.childsPose.parameters, longestPauseSeconds: .infinity)
    var finder = MovementFinder(rules: rules, rateHertz: Self.rateHertz)
    let (begin, end, restless) = (500, 2000, 2500)
    let ways: [MovementVector] = (1...3).flatMap { first -> [MovementVector] in
      let (one, other) = (MovementVector.unit(first), MovementVector.unit(first % 3 + 1))
      return [one, one + other, one - other, one * 2 + other]
    }
    for index in 0..<(restless + 500 * ways.count) {
      let way = min(1, max(0, min(Float(index - begin), Float(end - index)) / 75))
      var value = Self.exercise * way
      // What moves on after a position shows that it was left.
      if (2100..<2250).contains(index) {
        value = Self.exercise * (0.4 * sin(Float(index - 2100) / 150 * .pi))
      }
      if index >= restless {
        value = ways[(index - restless) / 500] * (0.7 * sin(Float(index) / 12))
      }
      _ = finder.process(MovementFrame(index: index, value: value))
    }
    finder.cut()
    #expect(finder.followed.count > MovementFinder.mostTrackers)
    let held = finder.possible.filter { $0.start < end && $0.end > begin }
    #expect(
      held.contains { candidate in Self.isExercise(finder.followed[candidate.identity.axis].axis) })
  }

  private static func isExercise(_ axis: MovementVector) -> Bool {
    abs(axis.dot(exercise)) > 0.999
  }

  @Test func theAxisIsTakenFromTheRepetitionsOnceThereAreSome() {
    #expect(!Self.found(repetitions: 1).followed.contains { Self.isExercise($0.axis) })
    #expect(Self.found(repetitions: 6).followed.contains { Self.isExercise($0.axis) })
  }

  @Test func anAxisThatFitsIsNotTakenAgain() {
    #expect(Self.found(repetitions: 18).followed.count { Self.isExercise($0.axis) } == 1)
  }
}
