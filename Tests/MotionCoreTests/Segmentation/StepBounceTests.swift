import Glibc
import Testing

@testable import MotionCore

@Suite struct StepBounceTests {
  /// One swing of `seconds`, with vertical acceleration at its own rate and at twice that rate.
  private static func bounce(seconds: Double, single: Float, double: Float) -> StepBounce {
    let count = Int(seconds * 50)
    var buffer = FrameBuffer(capacity: count + 1)
    for index in 0...count {
      let phase = 2 * Float.pi * Float(index) / Float(count)
      var frame = MovementVector.zero
      frame[MovementVector.verticalAccelerationChannel] =
        1 + single * cos(phase) + double * cos(2 * phase)
      buffer.append(frame, at: index)
    }
    return StepBounce(buffer: buffer, from: 0, to: count, plateau: 0...count, rateHertz: 50)
  }

  @Test func amplitudesAreThoseOfTheSignal() {
    let bounce = Self.bounce(seconds: 1.2, single: 0.1, double: 0.3)
    #expect(abs(bounce.single - 0.1) < 0.005)
    #expect(abs(bounce.double - 0.3) < 0.005)
  }

  @Test func twoStepsASwingAreAStride() {
    #expect(Self.bounce(seconds: 1.1, single: 0.02, double: 0.25).isStride)
    // A soft step.
    #expect(Self.bounce(seconds: 1.1, single: 0.01, double: 0.12).isStride)
  }

  @Test(arguments: [
    (1.1, Float(0.45), Float(0.3)), (1.1, 0, 0.05), (0.6, 0, 0.3), (2.5, 0, 0.3),
  ])
  func aRepetitionIsNoStride(seconds: Double, single: Float, double: Float) {
    #expect(!Self.bounce(seconds: seconds, single: single, double: double).isStride)
  }

  /// At the wrist the arm's own swing is nearly as strong as the steps.
  @Test func theMoreTheBounceOutweighsTheSwingTheMoreItIsAStride() {
    let likeness = [Float(0.4), 0.2, 0.15, 0.1, 0.01].map {
      Self.bounce(seconds: 1.1, single: $0, double: 0.25).strideLikeness
    }
    #expect(likeness.first == 0)
    #expect(likeness.last == 1)
    #expect(zip(likeness, likeness.dropFirst()).allSatisfy { $0 < $1 || $1 == 1 })
    #expect(Self.bounce(seconds: 1.1, single: 0, double: 0.05).strideLikeness == 0)
  }

  @Test func nobodyHoldsAPositionWhileWalking() {
    #expect(Self.bounce(seconds: 10, single: 0, double: 0.25).isShaken)
    #expect(!Self.bounce(seconds: 10, single: 0, double: 0.05).isShaken)
  }
}
