import MotionCore
import MotionReport

/// How far a long replay is, on one line of a terminal that is wiped at the end.
struct ProgressLine: ~Copyable {
  /// Shorter waits need no explanation.
  private static let patience = Duration.seconds(2)
  private static let interval = Duration.milliseconds(500)
  private static let wipe = "\r\u{1B}[K"

  private let stream = TextStream.standardError()
  private let name: String
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var origin: Int64?
  private var isShown = false

  /// Progress through the recording of this name.
  init(_ name: String) {
    self.name = name
    next = clock.now + Self.patience
  }

  deinit {
    if isShown { stream.control(Self.wipe) }
  }

  /// Notes what has been read.
  mutating func passed(_ readings: ArraySlice<MotionReading>) {
    guard let last = readings.last?.nanoseconds else { return }
    let start = origin ?? last
    origin = start
    guard stream.isTerminal, clock.now >= next else { return }
    next = clock.now + Self.interval
    isShown = true
    let seconds = Double(last - start) / Units.nanosecondsPerSecond
    stream.control("\(Self.wipe)\(name.printableLine): \(Wording.clock(seconds))")
  }
}
