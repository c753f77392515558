import MotionCore

/// When a recording began, as far as its own clock is that of the world.
enum RecordedStart {
  /// The time of the first row as an ISO 8601 time; without a zone where the rows name none, nil
  /// where they count from elsewhere, no sensor was worn then (a clock that was never set), or they
  /// are not written year first (`1/3/2024`).
  static func text(of layout: ColumnLayout, in table: MotionTable) -> String? {
    guard layout.clock == .columns else { return nil }
    var texts: [String] = []
    var seconds: (first: Double, last: Double)?
    for (column, meaning) in layout.columns.enumerated() {
      switch meaning {
      case .time(let unit):
        let times = table.numbers(column)
        guard let first = times.first, let last = times.last else { return nil }
        let before = seconds ?? (0, 0)
        seconds = (before.first + first * unit.seconds, before.last + last * unit.seconds)
      case .timeText:
        if let text = table.texts(column).first { texts.append(text) }
      default: continue
      }
    }
    guard let seconds else { return text(of: texts.joined(separator: "T")) }
    // Where the newest row comes first, the first one is nowhere near.
    return seconds.last < seconds.first ? nil : text(seconds: seconds.first)
  }

  /// The same of seconds since 1970; nil where they are not of a year in which sensors were worn.
  static func text(seconds: Double) -> String? {
    TimeColumn.epochSeconds.contains(seconds) ? WallClock.text(of: Int(seconds)) : nil
  }

  /// `2024-03-01 10:00:00.02+02:00` without its fraction.
  private static func text(of time: String) -> String? {
    let moment = /(?<day>\d{4}-\d\d-\d\d)[T ](?<time>\d\d:\d\d:\d\d)([.,]\d+)?\s*/
    let bytes = Array(time.utf8)
    guard let match = time.prefixMatch(of: moment),
      let since1970 = TimeText.nanoseconds(bytes.span),
      TimeColumn.epochSeconds.contains(Double(since1970) / Units.nanosecondsPerSecond)
    else { return nil }
    let (written, begin) = (time[match.range.upperBound...], "\(match.day)T\(match.time)")
    if written.isEmpty { return begin }
    if ["Z", "UTC", "GMT"].contains(written) { return begin + "Z" }
    return written.wholeMatch(of: /[+-]\d\d:\d\d/) == nil ? nil : begin + written
  }
}
