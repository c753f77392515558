import Testing

@testable import MotionCore

@Suite struct RestTrimmerTests {
  /// Straight lines through these values, 50 frames each.
  private static func reader(_ corners: [Float]) -> MovementReader {
    var frames: [MovementVector] = []
    for (from, to) in zip(corners, corners.dropFirst()) {
      for step in 0..<50 {
        let value: Float = from + (to - from) * Float(step) / 50
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
