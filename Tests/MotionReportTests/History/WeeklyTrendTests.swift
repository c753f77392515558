import MotionCore
import Testing

@testable import MotionReport

/// A line through values, and how sure it is.
@Suite struct WeeklyTrendTests {
  @Test func valuesOnALineHaveNoUncertainty() throws {
    let trend = try #require(WeeklyTrend((0..<6).map { (Double($0), 3 + 2 * Double($0)) }))
    #expect(abs(trend.start - 3) < 1e-9)
    #expect(abs(trend.slope - 2) < 1e-9)
    #expect(trend.slopeMargin < 1e-6)
    #expect(trend.isClear)
  }

  /// By hand: slope 0.9, residual sum of squares 1.9, three degrees of freedom, t 3.1824.
  @Test func theMarginIsThatOfStudentsT() throws {
    let values = [(0.0, 1.0), (1, 1), (2, 3), (3, 3), (4, 4.5)]
    let trend = try #require(WeeklyTrend(values))
    #expect(abs(trend.slope - 0.9) < 1e-9)
    #expect(abs(trend.slopeMargin - 3.1824 * (0.9 / 3 / 10).squareRoot()) < 0.01)
    let middle = trend.value(at: 2)
    #expect(abs(middle.value - 2.5) < 1e-9)
    #expect(middle.margin < trend.value(at: 4).margin)
  }

  @Test func noiseHasNoClearTrend() throws {
    let values = (0..<20).map { (Double($0), $0.isMultiple(of: 2) ? 60.0 : 50.0) }
    #expect(try !#require(WeeklyTrend(values)).isClear)
  }

  @Test func tooFewValuesOrOneDayHaveNone() {
    #expect(WeeklyTrend([(0, 1), (1, 2), (2, 3), (3, 4)]) == nil)
    #expect(WeeklyTrend((0..<8).map { (0, Double($0)) }) == nil)
  }
}
