import Testing

@testable import MotionTuning

@Suite struct ReliabilityTests {
  private func reliability(_ predictions: [(Double, Bool)]) -> Reliability {
    Reliability(predictions.map { .init(probability: $0, isTrue: $1) })
  }

  @Test func withoutPredictionsThereIsNoError() {
    #expect(reliability([]).expectedCalibrationError == nil)
  }

  @Test func certaintyThatIsRightHasNoError() {
    #expect(reliability([(0, false), (1, true), (1, true)]).expectedCalibrationError == 0)
  }

  @Test func certaintyThatIsWrongIsAllError() {
    #expect(reliability([(0, true), (1, false)]).expectedCalibrationError == 1)
  }

  @Test func binsAreWeightedByTheirPredictions() throws {
    let some = reliability([(0.75, true), (0.75, true), (0.75, true), (0.75, false), (0.2, true)])
    #expect(abs(try #require(some.expectedCalibrationError) - 0.16) < 1e-12)
    #expect(some.bins[7].count == 4 && some.bins[7].trueFraction == 0.75)
    #expect(some.bins[2].count == 1 && some.bins[2].meanProbability == 0.2)
  }

  @Test func aBorderBelongsToTheUpperBin() {
    #expect(reliability([(0.3, true)]).bins.map(\.count) == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
    #expect(reliability([(1, true)]).bins.last?.count == 1)
  }
}
