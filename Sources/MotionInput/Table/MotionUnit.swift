import MotionCore

/// Units that headers name, however they write them, as factors to SI.
enum MotionUnit {
  /// Factor to m/s^2; nil for a unit of something else.
  static func specificForce(_ unit: String) -> Double? { forces[normal(unit)] }

  /// Factor to rad/s; nil for a unit of something else.
  static func angularRate(_ unit: String) -> Double? { rates[normal(unit)] }

  /// The unit of time; nil for a unit of something else.
  static func time(_ unit: String) -> TimeUnit? { times[normal(unit)] }

  /// True for a word that says how large a number is, not what it is.
  static func isKnown(_ unit: String) -> Bool {
    let unit = normal(unit)
    return forces[unit] != nil || rates[unit] != nil || times[unit] != nil || others.contains(unit)
  }

  /// True for a unit that is known and none of time, as that of a temperature, `T(°)`.
  static func isNotOfTime(_ unit: String) -> Bool { time(unit) == nil && isKnown(unit) }

  private static let g = Units.standardGravity
  private static let degree = Units.radiansPerDegree

  private static let forces: [String: Double] = [
    "m/s2": 1, "ms2": 1, "ms-2": 1, "mps2": 1, "mpss": 1, "m/s/s": 1, "m/ss": 1, "mss": 1,
    "msec2": 1,
    "m/sec2": 1, "ms2cal": 1, "cm/s2": 0.01, "mm/s2": 0.001,
    "g": g, "gs": g, "g0": g, "gforce": g, "gn": g, "mg": g / 1000, "milli-g": g / 1000,
    "ug": g / 1_000_000, "g/1000": g / 1000, "g/64": g / 64,
  ]

  private static let rates: [String: Double] = [
    "rad/s": 1, "rads": 1, "rads-1": 1, "radps": 1, "rad/sec": 1, "r/s": 1, "radsec": 1,
    "mrad/s": 0.001, "deg/s": degree, "°/s": degree, "º/s": degree, "degs": degree,
    "degs-1": degree, "dps": degree, "degps": degree, "deg/sec": degree, "degree/s": degree,
    "degrees/s": degree, "degree/sec": degree, "degrees/sec": degree, "°/sec": degree,
    "mdps": degree / 1000, "mdeg/s": degree / 1000,
  ]

  private static let times: [String: TimeUnit] = [
    "s": .seconds, "sec": .seconds, "secs": .seconds, "second": .seconds, "seconds": .seconds,
    "ms": .milliseconds, "msec": .milliseconds, "millis": .milliseconds,
    "millisecond": .milliseconds, "milliseconds": .milliseconds,
    "us": .microseconds, "µs": .microseconds, "μs": .microseconds, "usec": .microseconds,
    "micros": .microseconds, "microsecond": .microseconds, "microseconds": .microseconds,
    "ns": .nanoseconds, "nsec": .nanoseconds, "nanos": .nanoseconds,
    "nanosecond": .nanoseconds, "nanoseconds": .nanoseconds, "nanosec": .nanoseconds,
    "msecs": .milliseconds, "usecs": .microseconds, "nsecs": .nanoseconds,
    "nano": .nanoseconds, "min": .minutes, "mins": .minutes, "minute": .minutes,
    "minutes": .minutes, "minuten": .minutes, "h": .hours, "hr": .hours, "hour": .hours,
    "hours": .hours, "stunde": .hours, "stunden": .hours, "sek": .seconds, "sekunde": .seconds,
    "sekunden": .seconds,
  ]

  /// Units of other things that stand in the same tables.
  private static let others: Set<String> = [
    "ut", "µt", "μt", "gauss", "mv", "v", "°c", "c", "degc", "hpa", "pa", "lux", "db", "%", "°",
    "deg", "rad",
    "n/a", "nounit", "nounits", "nan", "t", "mt", "local", "m", "hz", "no", "kpa", "bpm",
  ]

  /// One spelling of each unit: small letters, no spaces, `m/s2` for every power and bracket.
  private static func normal(_ unit: String) -> String {
    var text = unit.lowercased()
    for (found, instead) in [
      (" ", ""), ("^", ""), ("**", ""), ("²", "2"), ("\u{FFFD}/s", "°/s"), ("\u{FFFD}", "2"),
      ("(", ""), (")", ""), ("*", ""), ("·", ""), (".", ""), ("_", ""), ("'", ""), ("−", "-"),
      ("⁻", "-"), ("¹", "1"), ("{", ""), ("}", ""),
    ] {
      text = text.replacing(found, with: instead)
    }
    return text
  }
}
