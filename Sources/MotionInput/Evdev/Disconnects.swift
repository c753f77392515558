import MotionCore

/// How often, and how long, a sensor was away in a session.
struct Disconnects {
  private var count = 0
  private var nanoseconds: Int64 = 0
  /// When it went, on the monotonic clock; nil while it is here.
  private(set) var since: Int64?

  /// Notes that it went.
  mutating func begin(nanoseconds now: Int64) {
    count += 1
    since = now
  }

  /// Notes that it is back; returns how long it was away, in whole seconds.
  mutating func end(nanoseconds now: Int64) -> Int {
    let away = now - (since ?? now)
    nanoseconds += away
    since = nil
    return Self.wholeSeconds(away)
  }

  /// What to say of it in a report; nil where there is nothing to say.
  var notice: String? {
    guard count > 0 else { return nil }
    if since != nil { return "the sensor was disconnected and did not come back" }
    return
      "the sensor was disconnected \(count.timesInWords), for \(Self.wholeSeconds(nanoseconds)) s in all"
  }

  private static func wholeSeconds(_ nanoseconds: Int64) -> Int {
    Int((Double(nanoseconds) / Units.nanosecondsPerSecond).rounded())
  }
}

extension Int {
  /// Such as `once` or `3 times`.
  var timesInWords: String { self == 1 ? "once" : "\(self) times" }
}
