import MotionCore

/// What a header says of a column of time.
struct TimeColumn: Equatable {
  /// How its fields are written.
  enum Form: Equatable {
    /// A number in this unit.
    case number(TimeUnit)
    /// A date or a time of day.
    case text
  }

  var form: Form

  /// What a name says, before its fields are looked at; nil for a column of something else.
  ///
  /// - Returns: the unit that the name says, if it says one.
  static func named(_ field: HeaderField) -> (isTime: Bool, unit: TimeUnit?)? {
    guard field.axis == nil else { return nil }
    let words = field.words + (field.unit.map { MotionUnit.time($0) != nil ? [] : [$0] } ?? [])
    let unit = field.unit.flatMap(MotionUnit.time)
    let own = field.words.compactMap(MotionUnit.time).last
    // A temperature: `T(°)`.
    if field.words == ["t"], field.unit.map(MotionUnit.isNotOfTime) == true { return nil }
    let isTime =
      field.words.contains(where: timeWords.contains)
      || (field.words.count == 1 && own != nil) || (field.words.isEmpty && unit != nil)
    guard isTime, Set(words).isDisjoint(with: counterWords) else { return nil }
    return (true, unit ?? own)
  }

  private static let timeWords: Set<String> = [
    "t", "time", "times", "timestamp", "timestamps", "ts", "elapsed", "epoch", "epoc", "unix",
    "unixtime", "datetime", "utc", "clock", "timeofday", "sampletime", "sampletimefine", "date",
    "seconds", "systime", "tstamp", "stamp", "millis", "micros", "zeit", "temps", "tiempo",
    "timestampms", "timems", "timeus", "timens", "loggingtime", "reltime", "abstime", "posixtime",
    "chiptime", "hh", "tempo", "tijd", "hora", "heure", "uhrzeit", "zeitstempel", "datum",
  ]

  /// A count of rows is no time, whatever else its name says.
  private static let counterWords: Set<String> = [
    "index", "sample", "samples", "counter", "count", "frame", "id", "number", "no", "row", "zone",
    "packet", "lap",
  ]

  /// True for a column that numbers the rows.
  static func isCounter(_ field: HeaderField) -> Bool {
    field.axis == nil && !Set(field.words).isDisjoint(with: counterWords)
  }

  /// The unit in which times like these are those of a worn sensor.
  ///
  /// A clock that counts from 1970 shows its unit by its size, any other by the step from row to
  /// row: worn sensors give 5 to 2000 rows a second, and so a step belongs to one unit only.
  ///
  /// - Parameters:
  ///   - first: the first time.
  ///   - step: mean step from row to row.
  static func unit(first: Double, step: Double) -> TimeUnit? {
    let sinceEpoch = TimeUnit.allCases.first {
      epochSeconds.contains(first / $0.perSecond) && step / $0.perSecond < Gap.limitSeconds * 2
    }
    return sinceEpoch ?? TimeUnit.allCases.first { rowSeconds.contains(step / $0.perSecond) }
  }

  /// True for steps of a clock that counts days, as spreadsheets do.
  static func isInDays(step: Double) -> Bool { rowSeconds.contains(step * 86_400) }

  /// Seconds since 1970 of the years 2001 to 2043, at which recordings were made.
  static let epochSeconds = 1.0e9...2.3e9
  /// Steps from row to row, in seconds.
  private static let rowSeconds = 0.0004...0.25
}
