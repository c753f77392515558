import Testing

@testable import MotionCore

@Suite struct MedianTests {
  @Test(
    arguments: [
      ([], 0), ([7], 7), ([3, 1], 2), ([3, 1, 2], 2), ([9, 1, 1, 3], 2), ([5, 5, 5, -100, 5], 5),
    ] as [([Double], Double)])
  func isTheMiddleValue(values: [Double], median: Double) {
    #expect(values.median == median)
    #expect(values.map(Float.init).median == Float(median))
  }

  @Test func ofASliceSeesTheSliceAlone() {
    #expect([100, 1, 2, 3, 100][1...3].median == 2.0)
  }
}
