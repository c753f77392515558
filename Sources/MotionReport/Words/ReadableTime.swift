import Foundation

/// A time as a recording notes it, the way a person reads it where they are.
package enum ReadableTime {
  /// `Saturday 22 November 2025, 11:00`; the text as it is where it is no ISO 8601 time.
  package static func text(_ recorded: String, in zone: TimeZone = .current) -> String {
    guard let date = date(recorded, in: zone) else { return recorded }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_GB")
    formatter.timeZone = zone
    formatter.dateFormat = "EEEE d MMMM y, HH:mm"
    return formatter.string(from: date)
  }

  /// `26 Nov 2026`.
  static func day(_ date: Date) -> String {
    date.formatted(style.day().month(.abbreviated).year())
  }

  /// `26 Nov 2026, 13:05`.
  static func minute(_ date: Date) -> String {
    "\(day(date)), " + date.formatted(style.hour(.twoDigits(amPM: .omitted)).minute(.twoDigits))
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
