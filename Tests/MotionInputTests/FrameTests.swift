import MotionCore
import Testing

@testable import MotionInput

@Suite struct FrameClockTests {
  static let millisecond: Int64 = 1_000_000

  /// Times that the clock gives to frames of these kernel and device times, all in milliseconds.
  static func times(
    _ frames: [(kernel: Double, device: Double?)], clock: inout FrameClock
  ) -> [Double] {
    var previous: Int64?
    return frames.map { frame in
      let time = clock.time(
        kernel: Int64(frame.kernel * 1e6),
        device: frame.device.map { UInt32(truncatingIfNeeded: Int64($0 * 1000)) },
        after: previous)
      previous = time
      return Double(time) / 1e6
    }
  }

  /// A Joy-Con: every 15 ms a report of three samples 5 ms apart. `rate` is that of its clock.
  static func joyCon(
    reports: Int, rate: Double = 1, deviceStart: Double = 0
  ) -> [(kernel: Double, device: Double?)] {
    var frames: [(kernel: Double, device: Double?)] = []
    for report in 0..<reports {
      for sample in 0..<3 {
        let taken = Double(report * 15 + sample * 5)
        let arrived = Double(report * 15) + Double(sample) * 0.01
        frames.append((arrived, deviceStart + rate * taken))
      }
    }
    return frames
  }

  /// `count` frames 4 ms apart from these times on.
  static func even(
    _ count: Int, kernel: Double = 0, device: Double = 0
  ) -> [(kernel: Double, device: Double?)] {
    (0..<count).map { index in
      let passed = Double(index) * 4
      return (kernel + passed, device + passed)
    }
  }

  static func steps(_ times: [Double]) -> [Double] { zip(times.dropFirst(), times).map { $0 - $1 } }

  @Test func evenFramesKeepTheirKernelTime() {
    var clock = FrameClock()
    let frames = Self.even(200)
    #expect(Self.times(frames, clock: &clock) == frames.map(\.kernel))
    #expect(clock.isDeviceTrusted)
  }

  @Test(arguments: [1.0, 2.0, 0.5])
  func burstsAreSpreadWhateverTheRateOfTheDevicesClock(rate: Double) {
    var clock = FrameClock()
    let frames = Self.joyCon(reports: 200, rate: rate)
    let times = Self.times(frames, clock: &clock)
    #expect(clock.isDeviceTrusted == (rate == 1))
    let settled = Self.steps(times).dropFirst(100)
    #expect(settled.allSatisfy { (4.0...6.0).contains($0) }, "\(settled)")
    #expect(zip(times, frames).allSatisfy { $0 - $1.kernel < 15 && $0 >= $1.kernel })
  }

  @Test func wrapOfTheDevicesClockChangesNothing() {
    let wrap = 4_294_967.296
    var plain = FrameClock()
    var wrapping = FrameClock()
    #expect(
      Self.times(Self.joyCon(reports: 100), clock: &plain)
        == Self.times(
          Self.joyCon(reports: 100, deviceStart: wrap - 700), clock: &wrapping))
    #expect(wrapping.isDeviceTrusted)
  }

  @Test func restartOfTheDevicesClockEndsTheTrustUntilItIsMeasuredAgain() {
    var clock = FrameClock()
    let frames = Self.even(100, device: 5000) + Self.even(50, kernel: 400)
    #expect(Self.times(frames, clock: &clock) == frames.map(\.kernel))
    #expect(!clock.isDeviceTrusted)
    _ = Self.times(Self.even(130, kernel: 600, device: 200), clock: &clock)
    #expect(clock.isDeviceTrusted)
  }

  @Test func leadOverTheKernelIsBounded() {
    var clock = FrameClock()
    let burst = Self.even(60, device: 400).enumerated().map { index, frame in
      (kernel: 400 + Double(index) * 0.01, device: frame.device)
    }
    let frames = Self.even(100) + burst
    let times = Self.times(frames, clock: &clock)
    #expect(zip(times, frames).allSatisfy { $0 - $1.kernel <= 64.1 })
    #expect(Self.steps(times).allSatisfy { $0 > 0 })
  }

  /// The driver of the DualShock 4 cannot tell how often its clock wrapped in a dropout.
  @Test func timeThatTheDevicesClockLostInADropoutIsNotLost() {
    var clock = FrameClock()
    let before = Self.even(250)
    let after = Self.even(500, kernel: 2000, device: 2000 - 2 * 349.5)
    let frames = before + after
    #expect(Self.times(frames, clock: &clock) == frames.map(\.kernel))
    #expect(clock.isDeviceTrusted)
  }

  @Test func timeNeverStandsOrGoesBack() {
    var clock = FrameClock()
    let frames: [(kernel: Double, device: Double?)] = [(10, nil), (10, nil), (9, nil), (9.5, 3)]
    #expect(Self.times(frames, clock: &clock) == [10, 10.001, 10.002, 10.003])
  }
}

@Suite struct FrameAssemblerTests {
  static let axes = SensorAxes(
    rateCode: InputEvent.Code.rotationX, unitsPerG: 8192, unitsPerDegreePerSecond: 1024)

  static func axis(_ code: UInt16, _ value: Int32, at milliseconds: Int64) -> InputEvent {
    InputEvent(
      type: InputEvent.Code.absolute, code: code, value: value,
      nanoseconds: milliseconds * 1_000_000)
  }
  static func synchronization(_ code: UInt16, at milliseconds: Int64) -> InputEvent {
    InputEvent(
      type: InputEvent.Code.synchronization, code: code, value: 0,
      nanoseconds: milliseconds * 1_000_000)
  }
  static func report(at milliseconds: Int64) -> InputEvent {
    synchronization(InputEvent.Code.report, at: milliseconds)
  }
  static func dropped(at milliseconds: Int64) -> InputEvent {
    synchronization(InputEvent.Code.dropped, at: milliseconds)
  }
  static func sample(_ milliseconds: Int64, z: Double, turn: Double = 0) -> MotionReading {
    .sample(
      RecordingGrid.round(
        IMUSample(
          nanoseconds: milliseconds * 1_000_000,
          specificForce: Vector3(0, 0, z * Units.standardGravity),
          angularRate: Vector3(turn * Units.radiansPerDegree, 0, 0))))
  }

  static func read(_ events: [InputEvent], _ assembler: inout FrameAssembler) -> [MotionReading] {
    events.compactMap { assembler.take($0) }
  }

  @Test func keepsTheLastValueOfAxesThatDidNotChange() {
    var assembler = FrameAssembler(axes: Self.axes)
    let readings = Self.read(
      [
        Self.axis(2, 8192, at: 1000), Self.report(at: 1000),
        Self.axis(3, 1024, at: 1004), Self.report(at: 1004),
        Self.axis(2, -4096, at: 1008), Self.report(at: 1008),
      ], &assembler)
    #expect(
      readings == [
        Self.sample(0, z: 1), Self.sample(4, z: 1, turn: 1), Self.sample(8, z: -0.5, turn: 1),
      ])
  }

  @Test func beginsWithTheValuesThatTheDeviceStandsAt() {
    var assembler = FrameAssembler(axes: Self.axes, values: [0, 0, 8192, 0, 0, 0])
    #expect(assembler.keepAlive(nanoseconds: 5_000_000_000) == Self.sample(0, z: 1))
  }

  @Test func saysNothingBeforeTheDeviceDid() {
    var assembler = FrameAssembler(axes: Self.axes)
    #expect(assembler.keepAlive(nanoseconds: 5_000_000_000) == nil)
    #expect(assembler.take(Self.axis(3, 5, at: 1)) == nil)
    #expect(assembler.take(Self.report(at: 1)) == nil)
  }

  @Test func aSilentSensorIsRepeatedBeforeItCouldBeTakenForAGap() {
    var assembler = FrameAssembler(axes: Self.axes)
    _ = Self.read([Self.axis(2, 8192, at: 1000), Self.report(at: 1000)], &assembler)
    #expect(assembler.keepAlive(nanoseconds: 1_049_000_000) == nil)
    #expect(assembler.keepAlive(nanoseconds: 1_100_000_000) == Self.sample(100, z: 1))
    #expect(assembler.keepAlive(nanoseconds: 1_149_000_000) == nil)
    #expect(assembler.keepAlive(nanoseconds: 1_250_000_000) == Self.sample(250, z: 1))
    #expect(assembler.take(Self.report(at: 1260)) == Self.sample(260, z: 1))
  }

  @Test func anEventFromJustBeforeARepetitionComesAfterIt() throws {
    var assembler = FrameAssembler(axes: Self.axes)
    _ = Self.read([Self.axis(2, 8192, at: 1000), Self.report(at: 1000)], &assembler)
    _ = assembler.keepAlive(nanoseconds: 1_200_000_000)
    guard case .sample(let sample) = assembler.take(Self.report(at: 1199)) else {
      Issue.record("no sample")
      return
    }
    #expect(sample.nanoseconds == 200_001_000)
  }

  /// What comes of a drop after which the sensor is heard again at these milliseconds.
  static func readingsAcrossDrop(
    until end: Int64, _ assembler: inout FrameAssembler
  ) -> [MotionReading] {
    read(
      [
        axis(2, 8192, at: 1000), report(at: 1000),
        axis(2, 1, at: 1004), dropped(at: end),
        axis(2, 4096, at: end), report(at: end),
        axis(3, 1024, at: end + 4), report(at: end + 4),
      ], &assembler)
  }

  @Test func whatFollowsADropIsVoidUpToTheReportAndAShortOneIsBridged() {
    var assembler = FrameAssembler(axes: Self.axes)
    #expect(
      Self.readingsAcrossDrop(until: 1100, &assembler) == [
        Self.sample(0, z: 1), Self.sample(104, z: 0.5, turn: 1),
      ])
    #expect(assembler.loss == .init(times: 1, nanoseconds: 100_000_000))
  }

  @Test func aLongDropIsAGap() {
    var assembler = FrameAssembler(axes: Self.axes)
    #expect(
      Self.readingsAcrossDrop(until: 1600, &assembler) == [
        Self.sample(0, z: 1), .marker(Marker(nanoseconds: 0, kind: .gap())),
        Self.sample(604, z: 0.5, turn: 1),
      ])
  }

  @Test func aSensorThatIsSilentAfterADropIsRepeatedToo() {
    var assembler = FrameAssembler(axes: Self.axes)
    _ = Self.read(
      [Self.axis(2, 8192, at: 1000), Self.report(at: 1000), Self.dropped(at: 1004)], &assembler)
    #expect(assembler.keepAlive(nanoseconds: 1_110_000_000) == Self.sample(110, z: 1))
  }

  @Test func aDeviceThatIsBackBeginsWithWhatItReports() {
    var assembler = FrameAssembler(axes: Self.axes)
    _ = Self.read([Self.axis(2, 8192, at: 1000), Self.report(at: 1000)], &assembler)
    #expect(assembler.interrupt() == .marker(Marker(nanoseconds: 0, kind: .gap())))
    assembler.resume(values: [0, 0, 0, 0, 0, 0])
    #expect(assembler.keepAlive(nanoseconds: 5_000_000_000) == nil)
    let readings = Self.read([Self.axis(2, 4096, at: 9000), Self.report(at: 9000)], &assembler)
    #expect(readings == [Self.sample(8000, z: 0.5)])
  }

  @Test func dropsBeforeTheFirstSampleAreNoGap() {
    var assembler = FrameAssembler(axes: Self.axes)
    #expect(assembler.take(Self.dropped(at: 5)) == nil)
  }

  @Test func deviceTimeSpreadsTheSamplesOfABurst() {
    var assembler = FrameAssembler(axes: Self.axes)
    var times: [Int64] = []
    for frame in FrameClockTests.joyCon(reports: 60) {
      let now = Int64(frame.kernel * 1e6)
      let device = Int32(truncatingIfNeeded: Int64((frame.device ?? 0) * 1000))
      let events = [
        InputEvent(
          type: InputEvent.Code.absolute, code: 0, value: Int32(times.count + 1), nanoseconds: now),
        InputEvent(
          type: InputEvent.Code.miscellaneous, code: InputEvent.Code.timestamp, value: device,
          nanoseconds: now),
        InputEvent(
          type: InputEvent.Code.synchronization, code: InputEvent.Code.report, value: 0,
          nanoseconds: now),
      ]
      for case .sample(let sample) in Self.read(events, &assembler) {
        times.append(sample.nanoseconds)
      }
    }
    #expect(times.count == 180)
    let steps = zip(times.dropFirst(), times).map { $0 - $1 }.dropFirst(90)
    #expect(steps.allSatisfy { (4_000_000...6_000_000).contains($0) })
  }

  @Test func axesElsewhereAndWithoutGyroscope() {
    var assembler = FrameAssembler(
      axes: SensorAxes(forceCode: InputEvent.Code.rotationX, unitsPerG: 100))
    let readings = Self.read(
      [Self.axis(0, 7, at: 1), Self.axis(5, 100, at: 1), Self.report(at: 1)], &assembler)
    #expect(
      readings == [
        .sample(IMUSample(nanoseconds: 0, specificForce: Vector3(0, 0, 9.80665)))
      ])
  }
}
