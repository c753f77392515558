import Foundation

/// A time as a recording notes it, the way a person reads it where they are.
package enum ReadableTime {
  /// `Saturday 22 November 2025, 11:00`; the text as it is where it is no ISO 8601 time.
  package static func text(_ recorded: String, in zone: TimeZone = .current) -> String {
    guard let date = date(recorded, in: zone) else { return recorded }
    // Not a DateFormatter, which stops the program where no more files may be opened.
    var style = self.style
    style.timeZone = zone
    let day = [style.weekday(.wide), style.day(), style.month(.wide), style.year()]
      .map { date.formatted($0) }.joined(separator: " ")
    return "\(day), \(date.formatted(style.clock))"
  }

  /// `26 Nov 2026`.
  static func day(_ date: Date) -> String {
    date.formatted(style.day().month(.abbreviated).year())
  }

  /// `26 Nov 2026, 13:05`.
  static func minute(_ date: Date) -> String {
    "\(day(date)), \(date.formatted(style.clock))"
  }

  private static var style: Date.FormatStyle {
    Date.FormatStyle(locale: Locale(identifier: "en_GB"))
  }

  /// The moment; a time without a zone is one of `zone`.
  package static func date(_ recorded: String, in zone: TimeZone = .current) -> Date? {
    let zoned: [Date.ISO8601FormatStyle] = [
      .iso8601, Date.ISO8601FormatStyle(includingFractionalSeconds: true),
    ]
    for style in zoned {
      if let date = try? style.parse(recorded) { return date }
    }
    let bare = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
      .time(includingFractionalSeconds: false)
    return try? bare.parse(String(recorded.prefix(bareLength)))
  }

  /// Length of `2025-11-22T10:00:00`.
  private static let bareLength = 19
}

extension Date.FormatStyle {
  /// Hours and minutes, `13:05`.
  fileprivate var clock: Date.FormatStyle {
    hour(.twoDigits(amPM: .omitted)).minute(.twoDigits)
  }
}
