import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct UniformResamplerTests {
  private static let gridHertz = 50.0
  private static let inputRates = [10.0, 12.5, 25, 31.25, 50, 62.5, 100, 250, 1000]

  private static func resampler(rateHertz: Double = gridHertz) -> UniformResampler {
    UniformResampler(rateHertz: rateHertz, longestBridgeSeconds: 0.5)
  }

  /// Grid samples that come out of these times, with the force that `force` gives each.
  private static func grid(
    _ times: [Double], rateHertz: Double = gridHertz, force: (Double) -> Vector3
  ) -> [UniformSample] {
    var resampler = resampler(rateHertz: rateHertz)
    return times.flatMap {
      resampler.process(seconds: $0, force: force($0), rate: nil).samples
    }
  }

  private static func times(_ rateHertz: Double, seconds: Double = 4) -> [Double] {
    (0...Int(seconds * rateHertz)).map { Double($0) / rateHertz }
  }

  @Test(arguments: inputRates)
  func aConstantStaysWhatItIsAtAnyRate(rateHertz: Double) {
    let force = Vector3(1, -2, 9.81)
    let samples = Self.grid(Self.times(rateHertz)) { _ in force }
    #expect(samples.map(\.index) == Array(samples.indices))
    #expect(samples.count >= 199)
    #expect(samples.allSatisfy { ($0.specificForce - force).length < 1e-9 })
  }

  // the mean of a straight line over a cell is its value in the middle of the cell; the first cell
  // is covered by half
  @Test(arguments: inputRates)
  func aRampKeepsItsTimes(rateHertz: Double) {
    let samples = Self.grid(Self.times(rateHertz)) { Vector3($0, 0, -2 * $0) }
    #expect(samples.count >= 199)
    let errors = samples.dropFirst().map { sample in
      let time = Double(sample.index) / Self.gridHertz
      return (sample.specificForce - Vector3(time, 0, -2 * time)).length
    }
    #expect((errors.max() ?? 1) < 1e-9)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func irregularTimesDoNotBendARamp(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let steps = (0..<200).map { _ in random.uniform(0.0005...0.08) }
    let times = steps.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
    let samples = Self.grid(times) { Vector3($0, 0, 0) }
    #expect(samples.map(\.index) == Array(samples.indices))
    #expect(
      samples.dropFirst().allSatisfy {
        abs($0.specificForce.x - Double($0.index) / Self.gridHertz) < 1e-9
      })
  }

  @Test func eachOutputIsTheMeanOverItsCell() {
    // at 10 Hz cell 1 runs from 0.05 to 0.15 s: a triangle over half of it
    let course = [0: 0.0, 0.05: 0.0, 0.075: 1.0, 0.1: 0.0, 0.15: 0.0]
    let samples = Self.grid(course.keys.sorted(), rateHertz: 10) {
      Vector3(course[$0] ?? 0, 0, 0)
    }
    #expect(samples.map(\.index) == [0, 1])
    #expect(samples.first?.specificForce.x == 0)
    #expect(abs((samples.last?.specificForce.x ?? 0) - 0.25) < 1e-12)
  }

  @Test func whatIsFasterThanTheGridAveragesOut() {
    let samples = Self.grid(Self.times(1000)) { time in
      Vector3(Int((time * 1000).rounded()).isMultiple(of: 2) ? 1 : -1, 0, 0)
    }
    #expect(samples.count >= 199)
    #expect(samples.allSatisfy { abs($0.specificForce.x) < 1e-9 })
  }

  @Test func aCellIsGivenOutAsSoonAsItsEndIsReached() {
    let samples = Self.grid([0, 0.0299]) { _ in .zero }
    #expect(samples.map(\.index) == [0])
    #expect(Self.grid([0, 0.0301]) { _ in .zero }.map(\.index) == [0, 1])
  }

  @Test func angularRateIsAveragedLikeForceAndAbsentWhereThereIsNone() {
    var resampler = Self.resampler()
    _ = resampler.process(seconds: 0, force: .zero, rate: .zero)
    let with = resampler.process(seconds: 0.06, force: .zero, rate: Vector3(0.06, 0, 0)).samples
    let without = resampler.process(seconds: 0.1, force: .zero, rate: nil).samples
    #expect(with.map(\.index) == [0, 1, 2])
    #expect(abs((with.dropFirst().first?.angularRate?.x ?? 0) - 0.02) < 1e-12)
    #expect(without.map(\.index) == [3, 4])
    #expect(without.allSatisfy { $0.angularRate == nil })
  }

  @Test func aPauseOverTheLongestBridgeIsRefused() {
    var resampler = Self.resampler()
    _ = resampler.process(seconds: 0, force: .zero, rate: nil)
    let output = resampler.process(seconds: 0.501, force: .zero, rate: nil)
    #expect(output.gap == Gap(start: 0, end: 0.501))
  }

  @Test func aPauseOfTheLongestBridgeIsStillJoined() {
    let samples = Self.grid([0, 0.5]) { Vector3($0, 0, 0) }
    #expect(samples.map(\.index) == Array(0..<25))
  }

  @Test func afterAPauseTheIndicesGoOnWithTheClock() {
    let samples = Self.grid([0, 0.1, 2, 2.1]) { Vector3($0 < 1 ? 0 : 7, 0, 0) }
    #expect(samples.map(\.index) == Array(0..<5) + Array(100..<105))
    #expect(samples.suffix(5).allSatisfy { abs($0.specificForce.x - 7) < 1e-12 })
  }

  @Test func nothingIsJoinedAcrossACut() {
    var resampler = Self.resampler()
    _ = resampler.process(seconds: 0, force: Vector3(100, 0, 0), rate: nil)
    resampler.cut()
    let first = resampler.process(seconds: 0.1, force: .zero, rate: nil)
    let second = resampler.process(seconds: 0.2, force: .zero, rate: nil)
    #expect(first.samples.isEmpty && first.gap == nil)
    #expect(second.samples.map(\.index) == Array(5..<10))
    #expect(second.samples.allSatisfy { $0.specificForce == .zero })
  }
}

extension UniformResampler.Output {
  fileprivate var samples: [UniformSample] {
    if case .samples(let samples) = self { samples } else { [] }
  }

  fileprivate var gap: Gap? {
    if case .gap(let from, let to) = self { Gap(start: from, end: to) } else { nil }
  }
}
