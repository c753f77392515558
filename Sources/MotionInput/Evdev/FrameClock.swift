/// Gives each frame of a motion sensor its time.
///
/// The kernel's event time is the master clock. Frames that arrive in a burst (a Joy-Con's report
/// carries three, Bluetooth delivers several reports at once) have almost the same kernel time;
/// the device's own clock, or their mean interval where that clock cannot be trusted, spreads them
/// forward. The lead over the kernel that this builds up is given back as frames go on. Device
/// clocks wrap after 2^32 microseconds, start again, and on some kernels run twice too fast: their
/// rate is measured, and they are trusted only while it fits.
struct FrameClock {
  /// Rates of the device's clock against the kernel's at which it is trusted.
  static let trustedRates = 0.9...1.1
  /// Over how long the rate is measured, in nanoseconds.
  static let windowNanoseconds: Int64 = 250_000_000
  /// Frames further apart than this, in nanoseconds, tell nothing of the rate: samples are missing
  /// between them, or the sensor had nothing to say.
  static let longestInterval: Int64 = 100_000_000
  /// Frames never run further ahead of the kernel than this, in nanoseconds: above the longest
  /// burst seen (16 frames at 250 Hz).
  static let longestLead: Int64 = 64_000_000
  /// Share of an interval by which frames of a burst advance; the rest gives back the lead.
  static let spreadFraction = 0.95

  private struct Frame {
    var kernel: Int64
    var device: UInt32?
    var time: Int64
  }

  private struct Window {
    var start: Int64
    var frames = 0
    /// Time that passed on the device's clock; nil once that is not known.
    var device: Int64? = 0
  }

  private var last: Frame?
  private var window: Window?
  private var meanInterval: Int64?
  private(set) var isDeviceTrusted = false

  /// The time of the frame that arrived now, strictly after all before; in nanoseconds.
  mutating func time(kernel: Int64, device: UInt32?, after previous: Int64?) -> Int64 {
    let passed = last.flatMap { last in
      device.flatMap { now in last.device.map { Int64(now &- $0) * 1000 } }
    }
    measure(kernel: kernel, passed: passed)
    var time = kernel
    if let last, let interval = isDeviceTrusted ? passed : meanInterval {
      let spread = last.time + Int64(Double(interval) * Self.spreadFraction)
      if spread - kernel <= Self.longestLead { time = max(time, spread) }
    }
    if let previous { time = max(time, previous + RecordingGrid.nanoseconds) }
    last = Frame(kernel: kernel, device: device, time: time)
    return time
  }

  /// Forgets what was measured: frames were lost.
  mutating func reset() {
    last = nil
    window = nil
    meanInterval = nil
    isDeviceTrusted = false
  }

  private mutating func measure(kernel: Int64, passed: Int64?) {
    let isInterrupted = last.map { kernel - $0.kernel > Self.longestInterval } ?? false
    guard var current = window, !isInterrupted else {
      window = Window(start: kernel)
      return
    }
    current.frames += 1
    current.device = current.device.flatMap { sum in passed.map { sum + $0 } }
    let elapsed = kernel - current.start
    guard elapsed >= Self.windowNanoseconds else {
      window = current
      return
    }
    meanInterval = elapsed / Int64(current.frames)
    isDeviceTrusted =
      current.device.map { Self.trustedRates.contains(Double($0) / Double(elapsed)) } ?? false
    window = Window(start: kernel)
  }
}
