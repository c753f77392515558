import Testing

@testable import MotionTuning

@Suite struct ReliabilityTests {
  private func reliability(_ predictions: [(Double, Bool)]) -> Reliability {
    var reliability = Reliability()
    for (probability, isTrue) in predictions { reliability.add(probability, isTrue: isTrue) }
    return reliability
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
    let some = reliability([(0.75, true), (0.75, true), (0.75, true), (0.75, false), (0.25, true)])
    #expect(abs(try #require(some.expectedCalibrationError) - 0.15) < 1e-12)
    #expect(some.bins[7].weight == 4 && some.bins[7].share == 0.75)
    #expect(some.bins[2].weight == 1 && some.bins[2].meanSaid == 0.25)
  }

  @Test func certaintyBelongsToTheLastBin() {
    #expect(reliability([(1, true)]).bins.last?.weight == 1)
  }
}
