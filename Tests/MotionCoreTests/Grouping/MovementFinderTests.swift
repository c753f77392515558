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
