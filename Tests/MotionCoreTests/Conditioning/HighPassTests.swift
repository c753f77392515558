import Glibc
import Testing

@testable import MotionCore

@Suite struct HighPassTests {
  private static let rateHertz = 50.0

  @Test(arguments: [0, 9.81, -3])
  func aConstantGivesZeroFromTheBeginning(level: Double) {
    var highPass = HighPass(seconds: 0.8, rateHertz: Self.rateHertz)
    #expect((0..<10).allSatisfy { _ in highPass.filter(level) == 0 })
  }

  @Test func givesTheDifferencesThatFade() {
    // keep = 0.02 / (0.02 + 0.02) = 1 / 2
    var highPass = HighPass(seconds: 0.02, rateHertz: Self.rateHertz)
    #expect([4, 8, 8, 0, 0].map { highPass.filter($0) } == [0, 2, 1, -3.5, -1.75])
  }

  @Test(arguments: [0.5, 0.8, 6, 30])
  func aStepFadesToItsEthPartInTheTimeConstant(seconds: Double) {
    var highPass = HighPass(seconds: seconds, rateHertz: Self.rateHertz)
    _ = highPass.filter(0)
    let outputs = (0...Int(seconds * Self.rateHertz)).map { _ in highPass.filter(1) }
    #expect(abs(outputs[0] - 1) < 0.05)
    #expect(abs(outputs[outputs.count - 1] - exp(-1)) < 0.02)
    #expect(zip(outputs, outputs.dropFirst()).allSatisfy { $0 > $1 })
  }

  // the cutoff of a resistor-capacitor stage lies at 1 / (2 pi seconds)
  @Test(arguments: [(0.1, 0.0995), (1, 0.707), (10, 0.995)] as [(Double, Double)])
  func aSineIsDampedByItsDistanceFromTheCutoff(multiple: Double, gain: Double) {
    let seconds = 0.8
    let sine = SteadySine(hertz: multiple / (2 * .pi * seconds), rateHertz: 500)
    var highPass = HighPass(seconds: seconds, rateHertz: 500)
    let amplitude = sine.amplitude(swingInSeconds: 8) { highPass.filter($0) }
    #expect(abs(amplitude - gain) < 0.005)
  }
}
