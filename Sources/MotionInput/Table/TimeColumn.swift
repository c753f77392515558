import MotionCore

/// What a header says of a column of time.
struct TimeColumn: Equatable {
  /// How its fields are written.
  enum Form: Equatable {
    /// A number in this unit.
    case number(TimeUnit)
    /// A date or a time of day.
    case text(TimeText.Fraction)

    /// The column that holds such a time.
    var column: ColumnLayout.Column {
      switch self {
      case .number(let unit): .time(unit)
      case .text(let fraction): .timeText(fraction)
      }
    }
  }

  var form: Form

  /// What a name says, before its fields are looked at; nil for a column of something else.
  ///
  /// - Returns: the unit that the name says, if it says one.
  static func named(_ field: HeaderField) -> (isTime: Bool, unit: TimeUnit?)? {
    guard field.axis == nil || isOfChannel(field) else { return nil }
    let words = field.words + (field.unit.map { MotionUnit.time($0) != nil ? [] : [$0] } ?? [])
    let unit = field.unit.flatMap(MotionUnit.time)
    let isNamed = field.words.contains(where: timeWords.contains)
    // An hour by itself is a part of a time, and `min` may be the least: beside `time` they are units.
    let own = field.words.compactMap(MotionUnit.time).last { $0.isOfClocks || isNamed }
    // A temperature: `T(°)`.
    if field.words == ["t"], field.unit.map(MotionUnit.isNotOfTime) == true { return nil }
    let isTime =
      isNamed || (field.words.count == 1 && own != nil) || (field.words.isEmpty && unit != nil)
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

  /// `X [s]`, `ACC X Time Series (s)`: where every channel has a clock of its own, it may be named
  /// like it.
  private static func isOfChannel(_ field: HeaderField) -> Bool {
    guard field.unit.flatMap(MotionUnit.time) != nil else { return false }
    return field.words.isEmpty || field.words.contains("time")
  }

  /// A part of a clock that stands in several columns, as `UTC_Hour` does: its unit, and what all
  /// parts are named by.
  static func part(_ field: HeaderField) -> (unit: TimeUnit, stem: [String])? {
    guard field.axis == nil else { return nil }
    if let unit = field.unit { return MotionUnit.time(unit).map { ($0, field.words) } }
    guard let word = field.words.last, let unit = partWords[word] ?? MotionUnit.time(word) else {
      return nil
    }
    return (unit, field.words.dropLast())
  }

  private static let partWords: [String: TimeUnit] = [
    "hh": .hours, "mm": .minutes, "ss": .seconds,
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
    let units = TimeUnit.allCases.filter(\.isOfClocks)
    let sinceEpoch = units.first {
      epochSeconds.contains(first * $0.seconds) && step * $0.seconds < Gap.limitSeconds * 2
    }
    return sinceEpoch ?? units.first { rowSeconds.contains(step * $0.seconds) }
  }

  /// True for steps of a clock that counts days, as spreadsheets do.
  static func isInDays(step: Double) -> Bool { rowSeconds.contains(step * 86_400) }

  /// Seconds since 1970 of the years 2001 to 2043, at which recordings were made.
  static let epochSeconds = 1.0e9...2.3e9
  /// Steps from row to row, in seconds.
  private static let rowSeconds = 0.0004...0.25
  /// Shorter steps are those of few sensors that are worn, in seconds: where nothing names the unit,
  /// it may be another.
  static let usualRowSeconds = 0.0024
}
