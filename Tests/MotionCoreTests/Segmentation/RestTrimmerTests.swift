import Testing

@testable import MotionCore

@Suite struct RestTrimmerTests {
  /// Straight lines through these values, 50 frames each, but for one of them.
  private static func reader(
    _ corners: [Float], line other: Int = -1, frames otherCount: Int = 50
  ) -> MovementReader {
    var frames: [MovementVector] = []
    for (line, (from, to)) in zip(corners, corners.dropFirst()).enumerated() {
      let count = line == other ? otherCount : 50
      for step in 0..<count {
        let value: Float = from + (to - from) * Float(step) / Float(count)
        frames.append(.unit(0) * value)
      }
    }
    return MovementReader(frames, axis: .unit(0))
  }

  @Test func aMovementEndsWhereTheLimbRested() {
    let reader = Self.reader([0, 1, 0, 0, 0, -2, -2])
    let trimmed = RestTrimmer(reader: reader).trimmed(.init(before: 0, peak: 50, after: 299))
    #expect(trimmed.before == 0 && trimmed.isCutAfter)
    #expect(trimmed.after == 100)
  }

  @Test func aMovementBeginsWhereTheLimbRested() {
    let reader = Self.reader([-2, 0, 0, 0, 1, 0, 0])
    let trimmed = RestTrimmer(reader: reader).trimmed(.init(before: 0, peak: 200, after: 250))
    #expect(trimmed.after == 250 && trimmed.isCutBefore)
    #expect((149...151).contains(trimmed.before))
  }

  /// Thirty frames from a fifth to four fifths of the way; the rest with its ends takes fifteen more
  /// than it is level.
  @Test(arguments: [(25, true), (5, false)])
  func aRestLastsAsLongAsTheWayToIt(frames: Int, isRest: Bool) {
    let reader = Self.reader([0, 1, 0, 0, -2, -2], line: 2, frames: frames)
    let trimmed = RestTrimmer(reader: reader).trimmed(
      .init(before: 0, peak: 50, after: 199 + frames))
    #expect(trimmed.isCutAfter == isRest)
  }

  @Test(arguments: [(Float(-0.35), true), (-0.2, false)])
  func aRestSomewhatLowerIsTheSameRest(lower: Float, isOther: Bool) {
    let reader = Self.reader([0, 1, 0, 0, 0, lower, lower])
    let trimmed = RestTrimmer(reader: reader).trimmed(.init(before: 0, peak: 50, after: 299))
    #expect(trimmed.isCutAfter == isOther)
  }

  @Test func passingThroughIsNotResting() {
    let reader = Self.reader([0, 1, -1, -3, -3])
    let extrema = MovementReader.Extrema(before: 0, peak: 50, after: 199)
    #expect(RestTrimmer(reader: reader).trimmed(extrema).after == 199)
  }

  @Test func evenRestsStayAsTheyAre() {
    let reader = Self.reader([0, 1, 0, 0])
    let trimmed = RestTrimmer(reader: reader).trimmed(.init(before: 0, peak: 50, after: 149))
    #expect(trimmed.after == 149 && !trimmed.isCutAfter && !trimmed.isCutBefore)
  }
}
