import Glibc
import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct VerticalDisplacementTests {
  @Test(arguments: [9.80665, -9.80665, 9.6, 10.1])
  func aConstantForceIsNoMovement(vertical: Double) {
    var displacement = VerticalDisplacement(level: vertical, rateHertz: 50)
    #expect((0..<200).allSatisfy { _ in displacement.process(vertical) == 0 })
  }

  // three first-order high-passes: (w / sqrt(1 + w^2))^3 with w = 2 pi f tau
  @Test(arguments: [0.25, 0.5, 1, 2])
  func aSineOfHeightComesOutDampedAsByThreeHighPasses(hertz: Double) {
    let omega = 2 * Double.pi * hertz
    let heightMetres = 0.3
    let w = omega * VerticalDisplacement.fadeSeconds
    let gain = pow(w / (1 + w * w).squareRoot(), 3)
    var displacement = VerticalDisplacement(level: Units.standardGravity, rateHertz: 50)
    let sine = SteadySine(hertz: hertz, rateHertz: 50)
    let amplitude = sine.amplitude(swingInSeconds: 12) {
      displacement.process(Units.standardGravity - heightMetres * omega * omega * $0)
    }
    #expect(abs(amplitude - heightMetres * gain) < 0.05 * heightMetres)
  }

  @Test func upIsPositive() {
    var displacement = VerticalDisplacement(level: Units.standardGravity, rateHertz: 50)
    _ = displacement.process(Units.standardGravity)
    let heights = (0..<20).map { _ in displacement.process(Units.standardGravity + 1) }
    // without the fading it would be 0.08 m after 0.4 s
    #expect(heights[19] > 0.02 && heights[19] < 0.08)
  }

  @Test func afterTheMovementItFades() {
    var displacement = VerticalDisplacement(level: Units.standardGravity, rateHertz: 50)
    let heights = (0..<600).map {
      displacement.process(Units.standardGravity + ($0 < 25 ? 1 : $0 < 50 ? -1 : 0))
    }
    #expect(abs(heights[599]) < 0.001)
  }

  @Test func aSignalThatBeginsWithinAMovementSwingsInAtOnce() {
    // the height of a sine of 0.5 Hz, begun at its fastest
    let omega = Double.pi
    let forces = (0..<500).map {
      Units.standardGravity - 0.3 * omega * omega * sin(omega * Double($0) / 50)
    }
    func firstToLater(_ begin: (inout VerticalDisplacement) -> Void) -> Double {
      var displacement = VerticalDisplacement(level: Units.standardGravity, rateHertz: 50)
      begin(&displacement)
      let heights = forces.map { displacement.process($0) }
      let (first, later) = (heights.prefix(100), heights.suffix(100))
      return ((first.max() ?? 0) - (first.min() ?? 0)) / ((later.max() ?? 0) - (later.min() ?? 1))
    }
    let begun = firstToLater { $0.begin(after: Array(forces.prefix(150))) }
    #expect(abs(begun - 1) < 0.15)
    #expect(abs(firstToLater { _ in } - 1) > 1.5 * abs(begun - 1))
  }

  @Test(arguments: 0..<3)
  func tooFewSamplesBeginAtRest(count: Int) {
    var displacement = VerticalDisplacement(level: Units.standardGravity, rateHertz: 50)
    displacement.begin(after: Array(repeating: Units.standardGravity, count: count))
    #expect(displacement.process(Units.standardGravity) == 0)
  }
}
