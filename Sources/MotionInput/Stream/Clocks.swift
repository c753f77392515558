import Glibc

/// The clock that no one can set.
package enum MonotonicClock {
  /// Time on `CLOCK_MONOTONIC`, in nanoseconds.
  @Sendable package static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// The clock on the wall.
package enum WallClock {
  /// The present moment as an ISO 8601 time, such as `2026-01-02T03:04:05Z`.
  package static func now() -> String { text(of: time(nil)) }

  /// The present moment in nanoseconds since 1970.
  package static func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A moment, in seconds since 1970, as an ISO 8601 time.
  static func text(of moment: time_t) -> String {
    var moment = moment
    var parts = tm()
    gmtime_r(&moment, &parts)
    let digits = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
    return "\(day)T\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))Z"
  }
}
