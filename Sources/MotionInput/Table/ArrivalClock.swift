import MotionCore

/// When the rows of a live stream came: the time of those that state none, and how long a pause
/// was that their own clock does not show.
struct ArrivalClock {
  /// Rows over which a pause is remembered: `ClockRepair` decides with the second.
  private static let rowsBehindAPause = 2

  /// When what is read now came, in nanoseconds on the monotonic clock.
  var now: Int64 = 0
  /// The pause before the newest rows, in nanoseconds.
  private(set) var pause: Int64 = 0

  private var frames = FrameClock()
  private var origin: Int64?
  private var lastArrival: Int64?
  private var lastTime: Int64?
  private var rowsSincePause = 0

  /// The time of a row; its own unless it has none.
  mutating func take(_ row: Row, isTimeless: Bool) -> Int64 {
    notePause()
    guard isTimeless else { return row.nanoseconds }
    let time = frames.time(kernel: now, device: nil, after: lastTime)
    lastTime = time
    let start = origin ?? time
    origin = start
    return RecordingGrid.round(nanoseconds: time - start)
  }

  private mutating func notePause() {
    let passed = now - (lastArrival ?? now)
    lastArrival = now
    rowsSincePause += 1
    if passed > GapLimit.nanoseconds {
      (pause, rowsSincePause) = (passed, 0)
    } else if rowsSincePause > Self.rowsBehindAPause {
      pause = 0
    }
  }
}
