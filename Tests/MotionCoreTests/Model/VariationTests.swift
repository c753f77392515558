import Testing

@testable import MotionCore

@Suite struct VariationTests {
  // deviation of a sample over the mean
  @Test(
    arguments: [
      ([8, 10, 12], 0.2), ([5, 5, 5, 5], 0), ([1, 3], 0.5 * 2.0.squareRoot()),
    ] as [([Double], Double)])
  func isDeviationOverMean(values: [Double], expected: Double) throws {
    #expect(abs(try #require(values.variationFraction) - expected) < 1e-12)
  }

  @Test(arguments: [[], [4], [0, 0], [-1, -2], [1, .nan]] as [[Double]])
  func thereIsNoneOfTooLittleOrAboutZero(values: [Double]) {
    #expect(values.variationFraction == nil)
  }
}
