import Foundation
import MotionCore
import Testing

@testable import MotionInput

@Suite struct SensorStreamTests {
  private static let motion = ArmMotion()

  /// What measurements give that arrive when they were made.
  private static func read(
    _ measurements: [Measurement]
  ) throws(InputError) -> (readings: [MotionReading], stream: SensorStream) {
    var stream = SensorStream(name: "x")
    var readings: [MotionReading] = []
    for measurement in measurements {
      readings += try stream.take([measurement], arrival: measurement.nanoseconds)
    }
    return (readings, stream)
  }

  private static func all(
    _ channel: Measurement.Channel, _ times: [Double], shift: Double = 0,
    _ value: (Double) -> Vector3
  ) -> [Measurement] {
    times.map {
      Measurement(
        channel: channel, nanoseconds: Int64((($0 + shift) * 1e9).rounded()),
        vector: value($0 + shift))
    }
  }

  private static func mixed(_ some: [Measurement]...) -> [Measurement] {
    some.flatMap(\.self).sorted { $0.nanoseconds < $1.nanoseconds }
  }

  @Test func forceAndRateOfClocksOfTheirOwnAreJoined() throws {
    let times = Self.motion.times(10..<20)
    let read = try Self.read(
      Self.mixed(
        Self.all(.force, times, Self.motion.force),
        Self.all(.rate, times, shift: 0.003, Self.motion.rate)))
    let samples = read.readings.samples
    #expect(samples.count > 990)
    let error = Self.motion.largestError(samples, from: 10)
    #expect(error.force < 1e-4 && error.rate < 1e-3)
    #expect(samples.allSatisfy { $0.angularRate != nil })
  }

  @Test func gravityAndTheRestAreAdded() throws {
    let times = Self.motion.times(0..<5)
    let read = try Self.read(
      Self.mixed(
        Self.all(.gravity, times, Self.motion.gravity),
        Self.all(.linearAcceleration, times, Self.motion.linear),
        Self.all(.uncalibratedForce, times) { Self.motion.force($0) * 2 }))
    let samples = read.readings.samples
    #expect(samples.count > 490)
    #expect(Self.motion.largestError(samples, from: 0).force < 1e-4)
    #expect(samples.allSatisfy { $0.angularRate == nil })
  }

  /// As an iPhone does.
  @Test func accelerationInGIsKnownByItsSize() throws {
    let read = try Self.read(
      Self.all(.uncalibratedForce, Self.motion.times(0..<5)) {
        Self.motion.force($0) * (-1 / Units.standardGravity)
      })
    let samples = read.readings.samples
    #expect(samples.count > 490)
    #expect(samples.allSatisfy { abs($0.specificForce.length - Units.standardGravity) < 0.1 })
    #expect(read.stream.notices.contains { $0.contains("taken to be in g") })
  }

  @Test func aWatchGoesBeforeThePhoneThatPassesItOn() throws {
    let times = Self.motion.times(0..<5)
    let read = try Self.read(
      Self.mixed(
        Self.all(.watchForce, times) { Self.motion.force($0) * (1 / Units.standardGravity) },
        Self.all(.watchRate, times, Self.motion.rate),
        Self.all(.force, times) { _ in Vector3(0, 0, Units.standardGravity) },
        Self.all(.rate, times) { _ in .zero }))
    let error = Self.motion.largestError(read.readings.samples, from: 0)
    #expect(error.force < 1e-3 && error.rate < 1e-4)
  }

  @Test func whatIsMissingIsNamedAndCanBeSwitchedOn() throws {
    let alone = Self.all(.linearAcceleration, Self.motion.times(0..<5), Self.motion.linear)
    let read = try Self.read(alone)
    #expect(read.readings.isEmpty)
    #expect(try #require(read.stream.missing).contains("without gravity"))
    var stream = read.stream
    var readings: [MotionReading] = []
    let later = Self.motion.times(5..<8)
    for measurement in Self.mixed(
      Self.all(.gravity, later, Self.motion.gravity),
      Self.all(.linearAcceleration, later, Self.motion.linear))
    {
      readings += try stream.take([measurement], arrival: measurement.nanoseconds)
    }
    #expect(readings.samples.count > 150 && stream.missing == nil)
  }

  @Test func aGyroscopeThatFallsSilentLeavesAGapAndNothingInvented() throws {
    let times = Self.motion.times(0..<10)
    let read = try Self.read(
      Self.mixed(
        Self.all(.force, times, Self.motion.force),
        Self.all(.rate, times.filter { !(4..<7).contains($0) }, Self.motion.rate)))
    let samples = read.readings.samples
    #expect(samples.allSatisfy { $0.angularRate != nil })
    #expect(!samples.contains { (4_000_000_000..<6_990_000_000).contains($0.nanoseconds) })
    #expect(samples.count > 690)
    #expect(read.stream.notices.contains { $0.contains("no counterpart") })
  }

  @Test func aStreamWithoutGravityIsRefused() {
    #expect(throws: InputError.self) {
      try Self.read(Self.all(.force, Self.motion.times(0..<10), Self.motion.linear))
    }
  }

  @Test func timesStrictlyIncreaseAndLieOnTheGrid() throws {
    let times = Self.motion.times(0..<5).map { $0 + 0.000_000_4 * sin($0 * 99) }
    let shuffled = zip(times, times.dropFirst()).enumerated().flatMap {
      $0.offset % 7 == 0 ? [$0.element.1, $0.element.0] : [$0.element.0]
    }
    let samples = try Self.read(Self.all(.force, shuffled, Self.motion.force)).readings.samples
    #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.nanoseconds < $1.nanoseconds })
    #expect(samples.allSatisfy { RecordingGrid.round($0) == $0 })
  }

  /// A second of each channel, in a message of its own or in one together.
  @Test(arguments: [true, false])
  func channelsMayComeOneBehindTheOther(areTogether: Bool) throws {
    var stream = SensorStream(name: "x")
    var samples: [IMUSample] = []
    for second in 0..<8 {
      let times = Self.motion.times(Double(second)..<Double(second + 1))
      let force = Self.all(.force, times, Self.motion.force)
      let rate = Self.all(.rate, times, Self.motion.rate)
      let arrival = Int64(second + 1) * 1_000_000_000
      for batch in areTogether ? [force + rate] : [force, rate] {
        samples += try stream.take(batch, arrival: arrival).samples
      }
    }
    #expect(samples.count >= 799 && samples.allSatisfy { $0.angularRate != nil })
    #expect(stream.notices == [])
  }
}
