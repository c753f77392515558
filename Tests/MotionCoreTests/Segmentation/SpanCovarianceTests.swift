import Testing

@testable import MotionCore

@Suite struct SpanCovarianceTests {
  /// Three movements of 100 frames, each along another channel, each larger than the one before.
  private static let buffer = {
    var buffer = FrameBuffer(capacity: 400)
    for (number, channel) in [1, 3, 4].enumerated() {
      for frame in 0..<100 {
        let height = Float(number + 1) * Float(50 - abs(frame - 50)) / 50
        buffer.append(.unit(channel) * height, at: 100 * number + frame)
      }
    }
    buffer.append(.zero, at: 300)
    return buffer
  }()

  private static let spans = [0..<100, 100..<200, 200..<300]

  /// The channel along which most happens.
  private static func channel(_ axis: PrincipalAxis?) -> Int? {
    axis.flatMap { axis in [1, 3, 4].first { abs(axis.direction[$0]) > 0.9 } }
  }

  @Test func theLargestMovementGivesTheAxis() {
    var covariance = SpanCovariance()
    #expect(Self.channel(covariance.principalAxis(of: Self.spans, in: Self.buffer)) == 4)
  }

  @Test func aMovementThatNoLongerCountsIsTakenOff() {
    var covariance = SpanCovariance()
    _ = covariance.principalAxis(of: Self.spans, in: Self.buffer)
    let fewer = Array(Self.spans.prefix(2))
    #expect(Self.channel(covariance.principalAxis(of: fewer, in: Self.buffer)) == 3)
    let others = [Self.spans[0]]
    #expect(Self.channel(covariance.principalAxis(of: others, in: Self.buffer)) == 1)
  }

  @Test func whatComesLaterIsAddedToWhatIsKnown() {
    var covariance = SpanCovariance()
    for count in 1...3 {
      let axis = covariance.principalAxis(of: Array(Self.spans.prefix(count)), in: Self.buffer)
      #expect(Self.channel(axis) == [1, 3, 4][count - 1])
    }
  }

  @Test func nothingHasNoAxis() {
    var covariance = SpanCovariance()
    #expect(covariance.principalAxis(of: [], in: Self.buffer) == nil)
  }
}
