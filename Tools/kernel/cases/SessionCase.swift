import Glibc
import MotionCore
import MotionInput

/// A simulated session, played to motioncheck through a sensor of the kernel's.
struct SessionCase {
  /// What happens between two movements, in the middle of the session.
  enum Mishap {
    case none
    /// The sensor is pulled out and plugged in again after so many seconds; meanwhile another one
    /// of its kind is there.
    case unplugging(seconds: Double)
    /// motioncheck is stopped, so that the kernel has to drop events.
    case stopping(seconds: Double)
    /// Samples fail to come, now and then, for so many seconds each.
    case dropouts(seconds: Double)
  }

  /// The recording beside which the truth stands.
  var recording: String
  var exercise: String
  var options: [String] = []
  var mishap = Mishap.none
  /// True to repeat the last sample for as long as the person holds a position: the axes do not
  /// change then, and the kernel passes nothing on.
  var isStillInHolds = false
  /// The session may begin this much later than the sensor, since its scale must be found first.
  var latestStartSeconds = 0.0
  /// Words that a warning of the report must have.
  var warning: String?
  /// How many programs read the sensor side by side; a mishap is the first one's.
  var readers = 1
  /// Plugs the sensor in; the number tells one from another of its kind.
  var plugIn: (_ number: UInt8) throws -> any VirtualSensor

  /// A session in which the machine was too busy for a sensor is played again, so many times.
  private static let attempts = 3

  /// Plays the session; returns what was measured.
  ///
  /// A machine that leaves the reader without a core makes it lose samples that the player sent in time,
  /// so one failure alone is said and played again; what fails twice is a fault.
  /// - Throws: `Outcome.skipped` where the machine was too busy to be a sensor.
  func run() throws -> String {
    var first: String?
    for _ in 1...Self.attempts {
      var isBusy = false
      do {
        let measured = try play(&isBusy)
        return first.map { "\(measured); played again after: \($0)" } ?? measured
      } catch Outcome.failed(let reason) {
        guard !isBusy else { continue }
        guard first == nil else { throw Outcome.failed(reason) }
        first = reason
      }
    }
    throw Outcome.skipped(
      "the machine is too busy for \(Self.attempts) sessions" + (first.map { "; one: \($0)" } ?? "")
    )
  }

  /// Plays it once; tells whether the machine was too busy for it.
  private func play(_ isBusy: inout Bool) throws -> String {
    let truth = try LabelFile.load(LabelFile.path(forRecording: recording))
    let samples = try samples(truth)
    var sensor = try plugIn(1)
    let command =
      [
        "live", "--device", sensor.device.path, "--exercise", exercise, "--no-target", "--format",
        "json", "--no-record",
      ] + options
    let lives = try (0..<readers).map { _ in try LiveProcess(command) }
    for live in lives { try live.waitUntilReady(serving: sensor) }
    var player = Player(samples)
    let movements = truth.filter { $0.kind != .set }
    let interruption = try suffer(lives[0], &sensor, &player, movements)
    try player.play(on: sensor)
    isBusy = player.isBehind || interruption.stallSeconds > Player.longestStallSeconds
    let expected = expectation(samples, movements, interruption)
    for live in lives { live.signal(SIGINT) }
    for live in lives where try live.end(serving: sensor) != 0 {
      throw Outcome.failed("motioncheck said: \(live.errors)")
    }
    let reports = try lives.map { live in
      let report = try LiveReport(live.output)
      try expected.check(report)
      return report.summary
    }
    return "\(reports.joined(separator: " and ")) of \(player.sent) sent"
  }

  private func expectation(
    _ samples: [IMUSample], _ movements: [Label], _ interruption: Interruption
  ) -> Expectation {
    let seconds =
      (samples.last?.seconds ?? 0) - (samples.first?.seconds ?? 0) + interruption.delaySeconds
    return Expectation(
      count: movements.count,
      holdSeconds: movements.filter { $0.kind == .hold }.map { $0.end - $0.start },
      sessionSeconds: seconds - latestStartSeconds...seconds,
      gapSeconds: interruption.gapSeconds, warning: warning,
      mostSamples: isStillInHolds ? samples.count - 1 : .max)
  }

  /// What of the recording is played, as this sensor sees it.
  private func samples(_ truth: [Label]) throws -> [IMUSample] {
    let start = (truth.map(\.start).min() ?? 0) - Self.marginSeconds
    let end = (truth.map(\.end).max() ?? 0) + Self.marginSeconds
    var samples = try RecordingSource(path: recording).samples()
      .filter { (start...end).contains($0.seconds) }
    guard isStillInHolds else { return samples }
    for index in samples.indices.dropFirst() {
      let seconds = samples[index].seconds
      guard truth.contains(where: { $0.kind == .hold && $0.isSettled(at: seconds) }) else {
        continue
      }
      samples[index].specificForce = samples[index - 1].specificForce
      samples[index].angularRate = samples[index - 1].angularRate
    }
    return samples
  }

  /// What a mishap did to the signal.
  private struct Interruption {
    var gapSeconds: Double?
    /// How much later everything behind it came.
    var delaySeconds = 0.0
    /// How much longer than it should the machine was at it.
    var stallSeconds = 0.0
  }

  /// Plays up to the end of the mishap.
  private func suffer(
    _ live: LiveProcess, _ sensor: inout any VirtualSensor, _ player: inout Player,
    _ movements: [Label]
  ) throws -> Interruption {
    guard movements.count > 2 else { throw Outcome.failed("\(recording): too few movements") }
    let middle = (movements[1].end + movements[2].start) / 2
    switch mishap {
    case .none: return Interruption()
    case .unplugging(let seconds):
      try player.play(until: middle, on: sensor)
      let paused = MonotonicClock.now()
      sensor = try plugIn(2)
      let unplugged = MonotonicClock.now()
      try sensor.serve(until: unplugged + Int64(seconds * Units.nanosecondsPerSecond))
      sensor = try plugIn(1)
      player.resume()
      let now = MonotonicClock.now()
      let gap = Double(now - unplugged) / Units.nanosecondsPerSecond
      return Interruption(
        gapSeconds: gap, delaySeconds: Double(now - paused) / Units.nanosecondsPerSecond,
        stallSeconds: gap - seconds - Self.longestPluggingSeconds)
    case .stopping(let seconds):
      try player.play(until: middle - seconds / 2, on: sensor)
      live.signal(SIGSTOP)
      try player.play(until: middle + seconds / 2, on: sensor)
      live.signal(SIGCONT)
      return Interruption(gapSeconds: seconds)
    case .dropouts(let seconds):
      for movement in movements {
        try player.play(until: movement.end + Self.settlingSeconds, on: sensor)
        try player.skip(seconds, on: sensor)
      }
      return Interruption()
    }
  }

  /// The kernel takes up to so long until a sensor that is plugged in is there.
  private static let longestPluggingSeconds = 1.5
  /// How much is played before and after the movements.
  private static let marginSeconds = 5.0
  /// How long after a movement a dropout comes.
  private static let settlingSeconds = 0.3
}

extension Label {
  /// How long a position takes to settle, and begins to be left, inside the hold's label.
  private static let edgeSeconds = 0.5

  /// True while the position is neither taken up nor left.
  fileprivate func isSettled(at seconds: Double) -> Bool {
    start + Self.edgeSeconds < seconds && seconds < end - Self.edgeSeconds
  }
}
