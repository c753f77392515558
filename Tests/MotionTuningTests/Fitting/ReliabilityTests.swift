import Testing

@testable import MotionTuning

@Suite struct ReliabilityTests {
  @Test func nothingSaidHasNoError() {
    #expect(Reliability().expectedCalibrationError == nil)
  }

  @Test func whatIsSoAsOftenAsSaidIsCalibrated() throws {
    var reliability = Reliability()
    for place in 0..<4 { reliability.add(0.75, isTrue: place < 3) }
    #expect(abs(try #require(reliability.expectedCalibrationError)) < 1e-12)
  }

  @Test func theErrorIsTheWeightedMeanOverBins() throws {
    var reliability = Reliability()
    reliability.add(0.9, isTrue: false, weight: 3)
    reliability.add(0.2, isTrue: false, weight: 1)
    let error = try #require(reliability.expectedCalibrationError)
    #expect(abs(error - (3 * 0.9 + 0.2) / 4) < 1e-12)
  }

  @Test func certaintyFallsIntoTheOuterBins() {
    var reliability = Reliability()
    reliability.add(0, isTrue: false)
    reliability.add(1, isTrue: true)
    #expect(reliability.bins[0].weight == 1 && reliability.bins[9].share == 1)
  }
}
