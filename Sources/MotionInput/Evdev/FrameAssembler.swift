import MotionCore

/// Puts the events of a motion sensor together to samples.
///
/// The kernel sends only axes that changed and nothing while none does: the last value of each is
/// kept, and a silent sensor's values are repeated by `keepAlive`. Events that the kernel had to
/// drop give a gap marker. Times begin at 0 with the first sample.
struct FrameAssembler {
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
  /// False as long as the device has never reported its acceleration.
  private var hasValues: Bool

  /// An assembler for a device whose axes stand at `values` now.
  init(axes: SensorAxes, values: [Int32] = Array(repeating: 0, count: SensorAxes.count)) {
    precondition(values.count == SensorAxes.count, "one value an axis")
    self.axes = axes
    self.values = values
    hasValues = values[..<3].contains { $0 != 0 }
  }

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
      return interrupt()
    case (InputEvent.Code.synchronization, InputEvent.Code.report):
      return report(nanoseconds: event.nanoseconds)
    default:
      return nil
    }
  }

  /// The last values once more, when the sensor has been silent for a while.
  mutating func keepAlive(nanoseconds now: Int64) -> MotionReading? {
    guard hasValues, now - (lastTime ?? .min / 2) >= Self.keepAliveNanoseconds else {
      return nil
    }
    return sample(time: now)
  }

  /// Notes that samples are missing from here on.
  mutating func interrupt() -> MotionReading? {
    isVoid = true
    clock.reset()
    deviceTime = nil
    guard let lastTime, let origin else { return nil }
    return .marker(Marker(nanoseconds: lastTime - origin, kind: .gap))
  }

  private mutating func report(nanoseconds: Int64) -> MotionReading? {
    defer { deviceTime = nil }
    guard !isVoid else {
      isVoid = false
      return nil
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
