import Glibc
import MotionCore
import MotionInput

/// A recording handed out as slowly as it was made.
final class PacedSource: ReadingSource {
  /// How long one call may wait, so that Ctrl-C is answered at once.
  private static let longestWait = Duration.milliseconds(100)

  private let source: any ReadingSource
  private let clock = ContinuousClock()
  private var waiting: ArraySlice<MotionReading> = []
  private var origin: (instant: ContinuousClock.Instant, nanoseconds: Int64)?

  /// Paces a source by the times of its own readings.
  init(_ source: any ReadingSource) { self.source = source }

  var metadata: RecordingMetadata { source.metadata }
  var notices: [String] { source.notices }

  func next() throws(InputError) -> [MotionReading]? {
    if waiting.isEmpty {
      guard let readings = try source.next() else { return nil }
      waiting = readings[...]
    }
    guard let first = waiting.first else { return [] }
    let start = origin ?? (clock.now, first.nanoseconds)
    origin = start
    let wait = start.instant + .nanoseconds(first.nanoseconds - start.nanoseconds) - clock.now
    if wait > .zero { sleep(for: min(wait, Self.longestWait)) }
    let elapsed = (clock.now - start.instant) / .nanoseconds(1)
    let due = waiting.prefix { Double($0.nanoseconds - start.nanoseconds) <= elapsed }
    waiting = waiting.dropFirst(due.count)
    return Array(due)
  }

  private func sleep(for duration: Duration) {
    var time = timespec(tv_sec: 0, tv_nsec: Int(duration / .nanoseconds(1)))
    nanosleep(&time, nil)
  }
}
