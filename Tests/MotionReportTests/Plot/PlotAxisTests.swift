import Testing

@testable import MotionReport

@Suite struct PlotAxisTests {
  @Test func ticksAreRoundAndWithinTheRange() {
    #expect(PlotAxis(0...9.3, unit: "").ticks(atMost: 5) == [0, 2, 4, 6, 8])
    #expect(PlotAxis(-3...3, unit: "").ticks(atMost: 3) == [-2, 0, 2])
    #expect(PlotAxis.time(0...58).ticks(atMost: 6) == [0, 10, 20, 30, 40, 50])
    #expect(PlotAxis.time(55...250).ticks(atMost: 8) == [60, 90, 120, 150, 180, 210, 240])
  }

  @Test(arguments: [1e-6, 1, 3600, 86_400, 1e9, 1e12])
  func ticksStayFewHoweverLongItIs(seconds: Double) {
    #expect(PlotAxis.time(0...seconds).ticks(atMost: 10).count <= 11)
  }

  @Test func labelsCarryTheUnitAndNoNeedlessDecimals() {
    #expect(PlotAxis(0...1, unit: "°").label(0.25) == "0.25°")
    #expect(PlotAxis(0...100, unit: " %").label(40) == "40 %")
    #expect(PlotAxis.time(0...59).label(30) == "30 s")
    #expect(PlotAxis.time(0...3601).label(3600) == "1:00:00")
  }

  @Test func valuesBeyondTheEndsLieAtThem() {
    let axis = PlotAxis(10...20, unit: "")
    #expect([0, 10, 15, 20, 99, .nan].map(axis.share) == [0, 0, 0.5, 1, 1, 0])
    #expect(PlotAxis(5...5, unit: "").share(5).isFinite)
  }

  @Test func anAxisHasAllValuesInIt() {
    let range = PlotAxis.around([3, 17, .nan], unit: "").range
    #expect(range.lowerBound < 3 && range.lowerBound > 1)
    #expect(range.upperBound > 17 && range.upperBound < 19)
    #expect(PlotAxis.fromZero([12, 47], unit: "").range == 0...50)
    #expect(PlotAxis.fromZero([], unit: "").range == 0...1)
    #expect(PlotAxis.around([], unit: "").ticks().count <= 5)
  }
}
