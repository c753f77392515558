import Glibc
import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct VerticalDisplacementTests {
  @Test(arguments: [9.80665, -9.80665, 9.6, 10.1])
  func aConstantForceIsNoMovement(vertical: Double) {
    var displacement = VerticalDisplacement(rateHertz: 50)
    #expect((0..<200).allSatisfy { _ in displacement.process(vertical) == 0 })
  }

  // three first-order high-passes: (w / sqrt(1 + w^2))^3 with w = 2 pi f tau
  @Test(arguments: [0.25, 0.5, 1, 2])
  func aSineOfHeightComesOutDampedAsByThreeHighPasses(hertz: Double) {
    let omega = 2 * Double.pi * hertz
    let heightMetres = 0.3
    let w = omega * VerticalDisplacement.fadeSeconds
    let gain = pow(w / (1 + w * w).squareRoot(), 3)
    var displacement = VerticalDisplacement(rateHertz: 50)
    let sine = SteadySine(hertz: hertz, rateHertz: 50)
    let amplitude = sine.amplitude(swingInSeconds: 12) {
      displacement.process(Units.standardGravity - heightMetres * omega * omega * $0)
    }
    #expect(abs(amplitude - heightMetres * gain) < 0.05 * heightMetres)
  }

  @Test func upIsPositive() {
    var displacement = VerticalDisplacement(rateHertz: 50)
    _ = displacement.process(Units.standardGravity)
    let heights = (0..<20).map { _ in displacement.process(Units.standardGravity + 1) }
    // without the fading it would be 0.08 m after 0.4 s
    #expect(heights[19] > 0.02 && heights[19] < 0.08)
  }

  @Test func afterTheMovementItFades() {
    var displacement = VerticalDisplacement(rateHertz: 50)
    let heights = (0..<600).map {
      displacement.process(Units.standardGravity + ($0 < 25 ? 1 : $0 < 50 ? -1 : 0))
    }
    #expect(abs(heights[599]) < 0.001)
  }

  @Test func aSignalThatBeginsWithinAMovementSwingsInLessThanItsFirstSampleSays() {
    func largest(first: Double) -> Double {
      var displacement = VerticalDisplacement(rateHertz: 50)
      _ = displacement.process(first)
      return (0..<200).map { _ in abs(displacement.process(Units.standardGravity)) }.max() ?? 0
    }
    // 4 m/s^2 held as the level for the time constant of 0.8 s would move by more than 0.3 m
    #expect(largest(first: Units.standardGravity + 4) < 0.1)
  }
}
