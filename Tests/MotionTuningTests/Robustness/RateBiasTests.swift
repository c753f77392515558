import MotionCore
import Testing

@testable import MotionTuning

@Suite struct RateBiasTests {
  private let readings = [MotionReading].numbered(100, hertz: 50)

  @Test func theBiasIsOnEveryAxisOfEverySampleAfterThreeStillSeconds() throws {
    let plain = RateBias(degreesPerSecond: 0).applied(to: readings, seed: 1).samples
    let biased = RateBias(degreesPerSecond: 20).applied(to: readings, seed: 1).samples
    #expect(plain.count == 250 && biased.count == 250)
    for (biased, plain) in zip(biased, plain) {
      let bias = try #require(biased.angularRate) - (try #require(plain.angularRate))
      #expect((bias - Vector3(0.349_066, 0.349_066, 0.349_066)).length < 1e-6)
      #expect(biased.specificForce == plain.specificForce)
    }
    #expect(plain.suffix(100).map(\.angularRate) == readings.samples.map(\.angularRate))
  }
}
