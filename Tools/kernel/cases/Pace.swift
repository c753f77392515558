import Glibc
import MotionCore
import MotionInput

/// Waiting on the monotonic clock.
enum Pace {
  /// Whole milliseconds up to a moment, in nanoseconds.
  static func milliseconds(until nanoseconds: Int64) -> Int32 {
    Int32(clamping: max(0, nanoseconds - MonotonicClock.now()) / 1_000_000)
  }

  /// Sleeps up to a moment, in nanoseconds.
  static func wait(until nanoseconds: Int64) {
    let left = nanoseconds - MonotonicClock.now()
    guard left > 0 else { return }
    var time = timespec(
      tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
    nanosleep(&time, nil)
  }
}

/// Plays a recording through a sensor as slowly as it was made.
///
/// Samples that are late, since the machine was busy, are left out: no sensor sends them all at
/// once.
struct Player {
  /// Later than this a sample is not sent any more, in nanoseconds.
  private static let latest: Int64 = 30_000_000
  /// A machine that stands still for longer than this makes gaps of its own, in seconds.
  static let longestStallSeconds = 0.3
  /// One that keeps back more than this share of the samples is no sensor, either: what reads them is
  /// as late (on a quiet machine of two cores 0.06, beside compilers 0.2).
  private static let largestLateShare = 0.1

  private var rest: ArraySlice<IMUSample>
  /// Samples that the sensor sent.
  private(set) var sent = 0
  /// Samples that came too late to be sent.
  private var late = 0
  /// True where the machine was too busy to be a sensor.
  var isBehind: Bool {
    longestStallSeconds > Self.longestStallSeconds
      || Double(late) > Self.largestLateShare * Double(sent + late)
  }
  /// True until the recording is over.
  var isPlaying: Bool { !rest.isEmpty }
  /// The longest time for which the machine kept it from sending, in seconds.
  private(set) var longestStallSeconds = 0.0
  /// Monotonic time at which the recording would have begun, in nanoseconds.
  private var origin: Int64

  /// A player that begins now.
  init(_ samples: [IMUSample]) {
    rest = samples[...]
    origin = MonotonicClock.now() - (samples.first?.nanoseconds ?? 0)
  }

  /// Plays what comes before `seconds` of the recording.
  mutating func play(until seconds: Double = .infinity, on sensor: any VirtualSensor) throws {
    while let sample = rest.first, sample.seconds < seconds {
      try sensor.serve(until: origin + sample.nanoseconds)
      rest = rest.dropFirst()
      let delay = MonotonicClock.now() - origin - sample.nanoseconds
      longestStallSeconds = max(longestStallSeconds, Double(delay) / Units.nanosecondsPerSecond)
      guard delay < Self.latest else {
        late += 1
        continue
      }
      try sensor.send(sample)
      sent += 1
    }
  }

  /// Lets the time of `seconds` of the recording pass without a sample.
  mutating func skip(_ seconds: Double, on sensor: any VirtualSensor) throws {
    guard let start = rest.first?.seconds else { return }
    rest = rest.drop { $0.seconds < start + seconds }
    if let next = rest.first { try sensor.serve(until: origin + next.nanoseconds) }
  }

  /// Plays the next so many seconds.
  mutating func play(for seconds: Double, on sensor: any VirtualSensor) throws {
    try play(until: (rest.first?.seconds ?? 0) + seconds, on: sensor)
  }

  /// Stops the recording until now: what follows is that much later.
  mutating func resume() {
    if let next = rest.first { origin = MonotonicClock.now() - next.nanoseconds }
  }
}

extension RecordingSource {
  /// Every sample of the recording.
  func samples() throws -> [IMUSample] {
    var samples: [IMUSample] = []
    while let readings = try next() {
      for case .sample(let sample) in readings { samples.append(sample) }
    }
    return samples
  }
}

extension IMUSample {
  /// Time in seconds.
  var seconds: Double { Double(nanoseconds) / Units.nanosecondsPerSecond }
}
