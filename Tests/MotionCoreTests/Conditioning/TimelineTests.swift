import Testing

@testable import MotionCore

@Suite struct TimelineTests {
  private static let up = Vector3(0, 0, 9.81)

  private static func sample(
    _ milliseconds: Int64, force: Vector3 = up, rate: Vector3? = nil
  ) -> IMUSample {
    IMUSample(nanoseconds: milliseconds * 1_000_000, specificForce: force, angularRate: rate)
  }

  /// Seconds at which a sample was placed; nil where it was dropped.
  private static func place(_ sample: IMUSample, on timeline: inout Timeline) -> Double? {
    if case .at(let seconds) = timeline.process(sample) { seconds } else { nil }
  }

  @Test(arguments: [Int64(0), 5_000_000, -7_000])
  func timeZeroIsTheFirstSample(start: Int64) {
    var timeline = Timeline()
    #expect(timeline.seconds(of: start * 1_000_000) == 0)
    let times = [0, 20, 1500].map { Self.place(Self.sample(start + $0), on: &timeline) }
    #expect(times == [0, 0.02, 1.5])
    #expect(timeline.seconds(of: (start + 500) * 1_000_000) == 0.5)
  }

  @Test func timeThatDoesNotGoOnIsDroppedAndCounted() {
    var timeline = Timeline()
    let times = [0, 20, 20, 10, 40].map { Self.place(Self.sample($0), on: &timeline) }
    #expect(times == [0, 0.02, nil, nil, 0.04])
    #expect(timeline.droppedSamples == 2)
    #expect(timeline.figures.samples == 3)
  }

  @Test(
    arguments: [
      (Vector3(.nan, 0, 9.8), nil), (Vector3(0, .infinity, 9.8), nil),
      (up, Vector3(0, 0, .nan)), (up, Vector3(-.infinity, 0, 0)),
    ] as [(Vector3, Vector3?)])
  func whatIsNotFiniteIsDroppedAndCounted(force: Vector3, rate: Vector3?) {
    var timeline = Timeline()
    #expect(Self.place(Self.sample(0, force: force, rate: rate), on: &timeline) == nil)
    #expect(Self.place(Self.sample(20), on: &timeline) == 0)
    #expect(timeline.droppedSamples == 1)
  }

  @Test func withFewerThanTwoSamplesThereIsNoRate() {
    var timeline = Timeline()
    #expect(timeline.figures == Quality())
    _ = timeline.process(Self.sample(0))
    #expect(timeline.figures.rateHertz == nil)
    #expect(timeline.figures.samples == 1)
  }

  @Test(arguments: [(100, 10), (80, 12.5), (20, 50), (4, 250)] as [(Int64, Double)])
  func rateIsThatOfTheSamples(milliseconds: Int64, rateHertz: Double) throws {
    var timeline = Timeline()
    for index in 0..<101 { _ = timeline.process(Self.sample(Int64(index) * milliseconds)) }
    #expect(abs(try #require(timeline.figures.rateHertz) - rateHertz) < 1e-9)
    #expect(abs(timeline.figures.seconds - 100 / rateHertz) < 1e-9)
  }

  @Test func gapsAreListedAndNoPartOfTheRate() throws {
    var timeline = Timeline()
    for index in 0...50 { _ = timeline.process(Self.sample(Int64(index) * 20)) }
    for index in 0...50 { _ = timeline.process(Self.sample(6000 + Int64(index) * 20)) }
    timeline.add(Gap(start: 1, end: 6))
    #expect(timeline.figures.gaps == [Gap(start: 1, end: 6)])
    #expect(timeline.figures.seconds == 7)
    #expect(abs(try #require(timeline.figures.rateHertz) - 50) < 1e-9)
  }

  @Test func saysWhetherThereIsAGyroscope() {
    for rate in [nil, Vector3.zero] {
      var timeline = Timeline()
      _ = timeline.process(Self.sample(0, rate: rate))
      #expect(timeline.figures.hasGyroscope == (rate != nil))
    }
  }

  @Test(
    arguments: [
      // a range of 2 g; two hits may be chance
      ([19.6, 19.6], 0), ([19.6, 19.6, 19.6], 3), ([-19.6, 19.6, -19.6, 3], 3),
      // below every sensor's limit, or never the same
      ([18.5, 18.5, 18.5], 0), ([20.1, 20.2, 20.3], 0),
      // a larger reading shows that the former was no limit
      ([19.6, 19.6, 19.6, 25], 0),
    ] as [([Double], Int)])
  func aLimitIsAnExtremeThatReturns(values: [Double], saturated: Int) {
    var timeline = Timeline()
    for (index, value) in values.enumerated() {
      _ = timeline.process(Self.sample(Int64(index) * 20, force: Vector3(value, 0, 0)))
    }
    #expect(timeline.figures.saturatedSamples == saturated)
  }

  @Test func eachAxisHasALimitOfItsOwn() {
    var timeline = Timeline()
    for index in 0..<3 {
      let force = Vector3(39.2, 0, index == 1 ? 10 : -38)
      _ = timeline.process(Self.sample(Int64(index) * 20, force: force))
    }
    #expect(timeline.figures.saturatedSamples == 3)
  }
}
