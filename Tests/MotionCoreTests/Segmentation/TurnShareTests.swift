import Glibc
import Testing

@testable import MotionCore

@Suite struct TurnShareTests {
  @Test(arguments: [Float(5), 40, 150])
  func twoFifthsOfATurnAreTwoFifths(degrees: Float) {
    func chord(_ degrees: Float) -> Float { 2 * sin(degrees * .pi / 360) }
    #expect(abs(TurnShare.share(of: chord(0.4 * degrees), in: chord(degrees)) - 0.4) < 1e-4)
    #expect(
      abs(TurnShare.range(ofShare: 0.4, in: chord(degrees)) - chord(0.4 * degrees)) < 1e-4)
  }

  @Test func whatIsWiderThanATurnOfHalfACircleIsFull() {
    #expect(TurnShare.share(of: 3, in: 2.5) == 1)
  }
}
