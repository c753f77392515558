import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct GyroscopeBiasTests {
  private static let rateHertz = 50.0
  private static let windowLength = Int(GyroscopeBias.windowSeconds * rateHertz)
  private static let bias = Vector3(0.02, -0.01, 0.03)

  private static func estimate(
    after windows: Int, rate: (Int) -> Vector3
  ) -> Vector3 {
    var bias = GyroscopeBias(rateHertz: rateHertz)
    for index in 0..<windows * windowLength { _ = bias.remove(from: rate(index)) }
    return bias.estimate
  }

  @Test func nothingIsRemovedBeforeTheFirstQuietWindow() {
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for _ in 0..<Self.windowLength - 1 { #expect(bias.remove(from: Self.bias) == Self.bias) }
    #expect(bias.estimate == .zero)
  }

  @Test func whatAStillSensorReadsIsRemoved() {
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for _ in 0..<Self.windowLength { _ = bias.remove(from: Self.bias) }
    #expect((bias.estimate - Self.bias).length < 1e-12)
    #expect((bias.remove(from: Vector3(1, 0, 0)) - (Vector3(1, 0, 0) - Self.bias)).length < 1e-12)
  }

  @Test func noiseAveragesOut() {
    var random = SeededRandom(seed: 3)
    let estimate = Self.estimate(after: 1) { _ in
      Self.bias + Vector3(random.normal(), random.normal(), random.normal()) * 0.003
    }
    #expect((estimate - Self.bias).length < 0.002)
  }

  @Test func whileSomethingTurnsNothingIsLearned() {
    let estimate = Self.estimate(after: 4) { index in
      Self.bias + Vector3(index.isMultiple(of: 2) ? 0.05 : -0.05, 0, 0)
    }
    #expect(estimate == .zero)
  }

  @Test(arguments: [(0.089, true), (0.091, false)])
  func aSteadyTurnTooFastForABiasIsATurn(rate: Double, isBias: Bool) {
    let estimate = Self.estimate(after: 2) { _ in Vector3(0, rate, 0) }
    #expect((estimate.length > 0) == isBias)
  }

  @Test func laterWindowsCorrectByAShare() {
    let estimate = Self.estimate(after: 2) { index in
      index < Self.windowLength ? Vector3(0.01, 0, 0) : Vector3(0.02, 0, 0)
    }
    #expect(abs(estimate.x - (0.01 + 0.01 * GyroscopeBias.adoption)) < 1e-12)
  }
}
