import Testing

@testable import MotionCore

@Suite struct TheilSenTrendTests {
  @Test(
    arguments: [
      ([10, 9, 8, 7, 6], 10, 6), ([4, 4, 4, 4], 4, 4), ([1, 3], 1, 3),
      // one repetition that went wrong
      ([10, 9, 8, 70, 6], 10, 6), ([0, 9, 8, 7, 6, 5, 4], 10, 4),
    ] as [([Double], Double, Double)])
  func runsThroughMostOfTheValues(values: [Double], first: Double, last: Double) throws {
    let trend = try #require(TheilSenTrend(values))
    #expect(abs(trend.first - first) < 1e-9 && abs(trend.last - last) < 1e-9)
  }

  // Kendall's exact table gives 5 % for an excess of falling over rising pairs of 10 in five values
  // and of 23 in ten; the second case of either is the next one below
  @Test(
    arguments: [
      ([4, 3, 2, 1], false), ([5, 4, 3, 2, 1], true), ([5, 4, 3, 1, 2], false),
      ([9, 10, 6, 2, 7, 8, 4, 5, 1, 3], true), ([10, 8, 6, 9, 2, 5, 1, 7, 3, 4], false),
      ([4, 4, 4, 4, 4, 4], false), ([1, 2, 3, 4, 5, 6], true),
    ] as [([Double], Bool)])
  func isClearWhereChanceIsUnlikely(values: [Double], isClear: Bool) throws {
    #expect(try #require(TheilSenTrend(values)).isClear == isClear)
  }

  @Test(arguments: [[], [3], [1, .nan, 2], [1, 2, .infinity]] as [[Double]])
  func tooLittleHasNoTrend(values: [Double]) {
    #expect(TheilSenTrend(values) == nil)
  }
}
