import MotionCore
import Testing

@testable import MotionTuning

@Suite struct SmallChangeTests {
  private let readings = [MotionReading].numbered(3000, hertz: 50)

  private func changed(_ change: SmallChange, seed: UInt64 = 1) throws -> [IMUSample] {
    try #require(change.applied(to: readings, seed: seed)).samples
  }

  @Test(arguments: SmallChange.allCases)
  func theSameSeedGivesTheSameChange(_ change: SmallChange) throws {
    #expect(try changed(change) == changed(change))
  }

  @Test(arguments: [SmallChange.droppedRows, .jitter, .noise, .stillnessBefore])
  func anotherSeedGivesAnother(_ change: SmallChange) throws {
    #expect(try changed(change) != changed(change, seed: 2))
  }

  @Test(arguments: SmallChange.allCases)
  func timesStillIncrease(_ change: SmallChange) throws {
    let times = try changed(change).map(\.nanoseconds)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func oneRowOfAHundredIsDroppedAndNeverTheFirst() throws {
    let kept = try changed(.droppedRows)
    #expect((2950...2985).contains(kept.count))
    #expect(kept.first == readings.samples.first)
    #expect(Set(kept).isSubset(of: readings.samples))
  }

  @Test func anOffsetIsTheSameOnOneAxisOfEverySample() throws {
    let offsets = zip(try changed(.offset), readings.samples)
      .map { $0.specificForce - $1.specificForce }
    #expect(offsets.allSatisfy { abs($0.length - 0.294_2) < 1e-4 })
    let first = try #require(offsets.first)
    #expect([first.x, first.y, first.z].count { $0 != 0 } == 1)
    #expect(offsets.allSatisfy { ($0 - first).length < 1e-9 })
  }

  @Test func jitterStaysWithinAThirdOfAStepAndLeavesTheValues() throws {
    let jittered = try changed(.jitter)
    let shifts = zip(jittered, readings.samples).map { $0.nanoseconds - $1.nanoseconds }
    #expect(shifts.allSatisfy { abs($0) <= 6_666_667 })
    #expect(shifts.contains { $0 > 6_000_000 } && shifts.contains { $0 < -6_000_000 })
    #expect(jittered.map(\.specificForce) == readings.samples.map(\.specificForce))
  }

  @Test func noiseHasItsSizeAndNoMean() throws {
    let noise = zip(try changed(.noise), readings.samples)
      .map { $0.specificForce.x - $1.specificForce.x }
    let mean = noise.reduce(0, +) / Double(noise.count)
    let variance = noise.reduce(0) { $0 + $1 * $1 } / Double(noise.count)
    #expect(abs(mean) < 0.002)
    #expect(abs(variance.squareRoot() - 0.02) < 0.002)
  }

  @Test func stillnessComesBeforeTheFirstSampleInItsPosture() throws {
    let longer = try changed(.stillnessBefore)
    #expect(longer.count == 3250)
    #expect(longer.suffix(3000).map(\.specificForce) == readings.samples.map(\.specificForce))
    let first = try #require(readings.samples.first?.specificForce.normalized)
    for sample in longer.prefix(250) {
      #expect(sample.specificForce.normalized.dot(first) > 0.999)
      #expect(try #require(sample.angularRate).length < 0.01)
    }
  }

  @Test func stillnessComesAfterTheLastSampleInItsPosture() throws {
    let longer = try changed(.stillnessAfter)
    #expect(longer.count == 3250)
    #expect(Array(longer.prefix(3000)) == readings.samples)
    let last = try #require(readings.samples.last?.specificForce.normalized)
    #expect(longer.suffix(250).allSatisfy { $0.specificForce.normalized.dot(last) > 0.999 })
  }

  @Test func aLowerRateIsTheMeanOfNeighbours() throws {
    let slower = try changed(.lowerRate)
    #expect(slower.count == 1500)
    #expect(slower[1].specificForce == Vector3(2.5, 9.8, -2.5))
    #expect(slower[1].angularRate == Vector3(2.5, 5, 7.5))
    #expect(slower[1].nanoseconds == 1_050_000_000)
  }

  @Test(arguments: [10.0, 12.5, 25, 26])
  func aRateThatIsNoHigherStays(_ hertz: Double) {
    let readings = [MotionReading].numbered(200, hertz: hertz)
    #expect(SmallChange.lowerRate.applied(to: readings, seed: 1) == nil)
  }

  @Test func aGapStaysAGapAtALowerRate() throws {
    let gappy = [MotionReading].numbered(100, hertz: 50).filter { reading in
      guard case .sample(let sample) = reading else { return true }
      return !(40..<80).contains(sample.specificForce.x)
    }
    let slower = try #require(SmallChange.lowerRate.applied(to: gappy, seed: 1)).samples
    #expect(slower.count == 30)
    #expect(slower[20].nanoseconds - slower[19].nanoseconds == 840_000_000)
  }

  @Test(arguments: SmallChange.allCases)
  func nothingStaysNothing(_ change: SmallChange) {
    #expect((change.applied(to: [], seed: 1) ?? []).isEmpty)
  }

  @Test(arguments: SmallChange.allCases)
  func aRecordingWithoutAGyroscopeGetsNone(_ change: SmallChange) throws {
    let readings = [MotionReading].numbered(200, hertz: 50, hasGyroscope: false)
    let changed = try #require(change.applied(to: readings, seed: 1)).samples
    #expect(changed.allSatisfy { $0.angularRate == nil })
  }
}
