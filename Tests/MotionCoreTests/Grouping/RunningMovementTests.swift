import Glibc
import Testing

@testable import MotionCore

/// A movement that is running is looked at when somebody asks.
struct RunningMovementTests {
  private static let rules = MovementRules(
    Exercise.bentOverRow.parameters, longestPauseSeconds: .infinity)
  private static let rateHertz = Session.rateHertz

  /// Repetitions along one channel, one every two seconds, with a rest between them.
  private static func frame(_ index: Int) -> MovementFrame {
    let phase = Float(index % 100) / 100
    let height = max(0, sin(phase * 2 * .pi))
    return MovementFrame(index: index, value: MovementVector(height, 0, 0, 0, 0, 0, 0, 0))
  }

  private static func finder(frames: Int, asking: (Int) -> Bool) -> MovementFinder {
    var finder = MovementFinder(rules: rules, rateHertz: rateHertz)
    for index in 0..<frames {
      _ = finder.process(frame(index))
      if asking(index) { _ = finder.readRunning(along: nil) }
    }
    return finder
  }

  @Test func whatIsFoundInTheEndDoesNotDependOnHowOftenItWasAskedFor() {
    var often = Self.finder(frames: 1500) { _ in true }
    var never = Self.finder(frames: 1500) { _ in false }
    often.cut()
    never.cut()
    let versions = [often, never].map { $0.candidates.all.map(\.score) }
    #expect(versions[0] == versions[1])
    #expect(often.candidates.all.map(\.count) == never.candidates.all.map(\.count))
    #expect(never.candidates.all.contains { $0.count >= 10 })
  }

  @Test func aRunningMovementCountsAsSoonAsItIsAskedFor() {
    // 48 of 50 frames of the eleventh repetition are done.
    let finder = Self.finder(frames: 1048) { _ in false }
    let counts = finder.candidates.all.map(\.count)
    #expect(finder.hasUnread(along: nil, after: 1))
    var asked = finder
    let isChanged = asked.readRunning(along: nil)
    #expect(isChanged)
    #expect(!asked.hasUnread(along: nil, after: 1))
    #expect(asked.candidates.all.map(\.count).max() == counts.max().map { $0 + 1 })
    #expect(asked.candidates.all.contains { $0.isOpen })
  }

  @Test func aMovementIsNotLookedAtBeforeItIsNearlyBack() {
    // 46 % of the way back.
    #expect(!Self.finder(frames: 1042) { _ in false }.hasUnread(along: nil, after: 1))
  }

  @Test func oneLookIsEnoughUntilAFurtherFifthOfTheWayIsDone() {
    var finder = Self.finder(frames: 1045) { _ in false }
    var looks: [Int] = []
    for index in 1045..<1050 {
      _ = finder.process(Self.frame(index))
      guard finder.hasUnread(along: nil, after: 1) else { continue }
      looks.append(index)
      _ = finder.readRunning(along: nil)
    }
    // 81 % of the way back; 87 and 94 % are too little more.
    #expect(looks == [1047])
  }
}
