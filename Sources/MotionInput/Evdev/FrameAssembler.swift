import MotionCore

/// Puts the events of a motion sensor together to samples.
///
/// The kernel sends only axes that changed and nothing while none does: the last value of each is
/// kept, and a silent sensor's values are repeated by `keepAlive`. Where the kernel had to drop
/// events for longer than rows of a recording may be apart, a gap marker stands; shorter holes are
/// bridged like those of a recording. Times begin at 0 with the first sample.
struct FrameAssembler {
  /// How often, and how long, samples were lost.
  struct Loss: Hashable {
    var times = 0
    var nanoseconds: Int64 = 0

    /// What to say of it in a report; nil where there is nothing to say.
    var notice: String? {
      guard times > 0 else { return nil }
      let seconds = (Double(nanoseconds) / Units.nanosecondsPerSecond * 10).rounded() / 10
      return "this machine was too busy to take every sample: \(times.timesInWords), for "
        + "\(seconds) s in all"
    }
  }

  /// A sensor silent for this long is repeated, in nanoseconds: less than a wait for events takes
  /// (0.1 s), so that one in vain is enough and samples are never 0.2 s apart.
  static let keepAliveNanoseconds: Int64 = 50_000_000

  private let axes: SensorAxes
  private var values: [Int32]
  private var deviceTime: UInt32?
  private var clock = FrameClock()
  private var origin: Int64?
  /// Time of the last sample, on the kernel's clock.
  private var lastTime: Int64?
  /// True from a drop to the report that ends what is void.
  private var isVoid = false
  /// Samples that the kernel had to give up, since nobody took them in time.
  private(set) var loss = Loss()
  /// False as long as the device has never reported its acceleration.
  private var hasValues: Bool

  /// An assembler for a device whose axes stand at `values` now.
  init(axes: SensorAxes, values: [Int32] = Array(repeating: 0, count: SensorAxes.count)) {
    precondition(values.count == SensorAxes.count, "one value an axis")
    self.axes = axes
    self.values = values
    hasValues = Self.areKnown(values)
  }

  /// No sensor under gravity reads zero on all axes: such values were never reported.
  private static func areKnown(_ values: [Int32]) -> Bool { values[..<3].contains { $0 != 0 } }

  /// Takes the next event; returns what it completes.
  mutating func take(_ event: InputEvent) -> MotionReading? {
    switch (event.type, event.code) {
    case (InputEvent.Code.absolute, let code):
      guard let slot = axes.slot(of: code) else { return nil }
      values[slot] = event.value
      hasValues = hasValues || slot < 3
      return nil
    case (InputEvent.Code.miscellaneous, InputEvent.Code.timestamp):
      deviceTime = UInt32(bitPattern: event.value)
      return nil
    case (InputEvent.Code.synchronization, InputEvent.Code.dropped):
      drop()
      return nil
    case (InputEvent.Code.synchronization, InputEvent.Code.report):
      return report(nanoseconds: event.nanoseconds)
    default:
      return nil
    }
  }

  /// Goes on with a device that was connected again and stands at `values` now.
  mutating func resume(values: [Int32]) {
    self.values = values
    hasValues = Self.areKnown(values)
    isVoid = false
  }

  /// The same device from here on as if it began now, in other units.
  func restarted(axes: SensorAxes) -> FrameAssembler { FrameAssembler(axes: axes, values: values) }

  /// The last values once more, when the sensor has been silent for a while.
  mutating func keepAlive(nanoseconds now: Int64) -> MotionReading? {
    guard hasValues, now - (lastTime ?? .min / 2) >= Self.keepAliveNanoseconds else {
      return nil
    }
    return sample(time: now)
  }

  /// Notes that samples are missing from here on, for an unknown time.
  mutating func interrupt() -> MotionReading? {
    startAgain()
    return gap
  }

  private mutating func drop() {
    startAgain()
    loss.times += 1
  }

  private mutating func startAgain() {
    isVoid = true
    clock.reset()
    deviceTime = nil
  }

  private var gap: MotionReading? {
    guard let lastTime, let origin else { return nil }
    return .marker(Marker(nanoseconds: lastTime - origin, kind: .gap()))
  }

  private mutating func report(nanoseconds: Int64) -> MotionReading? {
    defer { deviceTime = nil }
    guard !isVoid else {
      isVoid = false
      let hole = nanoseconds - (lastTime ?? nanoseconds)
      loss.nanoseconds += max(0, hole)
      return hole > GapLimit.nanoseconds ? gap : nil
    }
    guard hasValues else { return nil }
    return sample(
      time: clock.time(kernel: nanoseconds, device: deviceTime, after: lastTime))
  }

  private mutating func sample(time: Int64) -> MotionReading {
    let time = RecordingGrid.round(nanoseconds: time)
    let start = origin ?? time
    origin = start
    lastTime = time
    return .sample(axes.sample(nanoseconds: time - start, values: values))
  }
}
