import Glibc
import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct GyroscopeBiasTests {
  private static let rateHertz = 50.0
  private static let bias = Vector3(0.02, -0.01, 0.03)

  private static let up = Vector3(0, 0, Units.standardGravity)

  /// The force on a sensor that is not still: it sways by twice as much as stillness may.
  private static func swaying(_ index: Int) -> Vector3 {
    let size = 2 * GyroscopeBias.stillForceMetresPerSecondSquared
    return up + Vector3(index.isMultiple(of: 2) ? size : -size, 0, 0)
  }

  /// The estimate after readings of `rate`, a function of the time in seconds.
  private static func estimate(
    afterSeconds seconds: Double, rateHertz: Double = rateHertz, rate: (Double) -> Vector3
  ) -> Vector3 {
    var bias = GyroscopeBias(rateHertz: rateHertz)
    for index in 0..<Int(seconds * rateHertz) {
      _ = bias.remove(from: rate(Double(index) / rateHertz), force: Self.swaying(index))
    }
    return bias.estimate
  }

  @Test func nothingIsKnownAtTheStart() {
    #expect(GyroscopeBias(rateHertz: Self.rateHertz).estimate == .zero)
    #expect(Self.estimate(afterSeconds: 0.1) { _ in Self.bias }.length < 0.2 * Self.bias.length)
  }

  @Test(arguments: [10.0, 50, 250])
  func whatAStillSensorReadsIsRemoved(rateHertz: Double) {
    let estimate = Self.estimate(afterSeconds: 5, rateHertz: rateHertz) { _ in Self.bias }
    #expect((estimate - Self.bias).length < 0.1 * Self.bias.length)
  }

  @Test func aReadingIsGivenWithoutWhatWasKnownBefore() {
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for _ in 0..<500 { _ = bias.remove(from: Self.bias, force: Self.up) }
    let (known, turn) = (bias.estimate, Vector3(1, 0, 0))
    #expect(bias.remove(from: turn, force: Self.up) == turn - known)
  }

  @Test func noiseAveragesOut() {
    var random = SeededRandom(seed: 3)
    let estimate = Self.estimate(afterSeconds: 20) { _ in
      Self.bias + Vector3(random.normal(), random.normal(), random.normal()) * 0.003
    }
    #expect((estimate - Self.bias).length < 0.002)
  }

  // 1.7 degrees per second, a breath in 3.3 s
  @Test(arguments: [0, 0.25, 0.5, 0.75])
  func breathingDoesNotHideIt(phase: Double) {
    let estimate = Self.estimate(afterSeconds: 30) { time in
      Self.bias + Vector3(0.03, 0, 0) * sin(2 * .pi * (0.3 * time + phase))
    }
    #expect((estimate - Self.bias).length < 0.1 * 0.03)
  }

  @Test func fastTurnsAreNotLookedAt() {
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for _ in 0..<1000 { _ = bias.remove(from: Self.bias, force: Self.up) }
    let known = bias.estimate
    for _ in 0..<1000 { _ = bias.remove(from: Vector3(0.5, 0, 0), force: Self.up) }
    #expect(bias.estimate == known)
  }

  @Test(arguments: [(0.089, true), (0.091, false)])
  func aSteadyTurnTooFastForABiasIsATurn(rate: Double, isBias: Bool) {
    let estimate = Self.estimate(afterSeconds: 2) { _ in Vector3(0, rate, 0) }
    #expect((estimate.length > 0) == isBias)
  }

  @Test func aBiasThatWandersIsFollowed() {
    let estimate = Self.estimate(afterSeconds: 180) { time in
      time < 120 ? Self.bias : Self.bias * 1.5
    }
    #expect((estimate - Self.bias * 1.5).length < 0.05 * Self.bias.length)
  }

  @Test(arguments: [2.0, 8, 20])
  func stillnessShowsABiasOfAnySize(degreesPerSecond: Double) {
    let rate = Vector3(1, -1, 1) * (degreesPerSecond * Units.radiansPerDegree)
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for _ in 0..<74 { _ = bias.remove(from: rate, force: Self.up) }
    #expect(!bias.isKnown)
    _ = bias.remove(from: rate, force: Self.up)
    #expect(bias.isKnown && (bias.estimate - rate).length < 1e-9)
    #expect(bias.fromTheBegin.estimate == bias.estimate)
  }

  @Test func anEvenTurnThatIsTooFastForABiasIsATurn() {
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for _ in 0..<500 { _ = bias.remove(from: Vector3(0, 0, 0.71), force: Self.up) }
    #expect(!bias.isKnown && bias.estimate == .zero)
  }

  @Test func whatTurnsGravityIsNoBias() {
    var bias = GyroscopeBias(rateHertz: Self.rateHertz)
    for index in 0..<500 {
      let tilt = 0.3 * Double(index) / Self.rateHertz
      _ = bias.remove(
        from: Vector3(0.3, 0, 0), force: Vector3(0, sin(tilt), cos(tilt)) * Units.standardGravity)
    }
    #expect(!bias.isKnown)
  }
}
