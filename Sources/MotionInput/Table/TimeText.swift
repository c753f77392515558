import MotionCore

/// Reads dates and times of day: `2024-03-01T10:00:00.020+02:00`, `1/3/2024 10:00:00.02 AM`,
/// `10-22-33_123`, `14-Mar-2024 10:00:00.02`, `20240301T100000.02 UTC`; minutes with their seconds,
/// `0:12.34`; and days with their time, `0 days 00:00:12.34`.
///
/// Only differences of time matter, so that whether day or month comes first is decided once, by
/// the first number above 12, and makes no difference inside of a day.
enum TimeText {
  private static let daySeconds: Int64 = 86_400
  private static let nanosecondsPerSecond: Int64 = 1_000_000_000
  /// A clock that was never set may be far off; two times are less than 2^63 ns apart all the same.
  private static let years: ClosedRange<Int64> = 1900...2190
  /// More days than a clock that counts from a start has run.
  private static let longestDays: Int64 = 10_000
  private static let millisecondDigits = 3
  private static let dayNanoseconds = daySeconds * nanosecondsPerSecond

  /// What the number behind the seconds is.
  enum Fraction: Equatable {
    /// The digits of a decimal fraction.
    case decimal
    /// Whole milliseconds, of which whoever wrote them left the zeros in front out: `10:00:01.5` is
    /// 5 ms after `10:00:01.0`.
    case milliseconds
  }

  /// What it is in times that follow each other: milliseconds where these go on in order, and decimal
  /// fractions would step back.
  static func fraction(in texts: [String]) -> Fraction {
    func stepsBack(_ fraction: Fraction) -> Int {
      let times = texts.compactMap { nanoseconds($0, fraction: fraction) }
      return zip(times, times.dropFirst()).count { $0 > $1 }
    }
    return stepsBack(.decimal) > 0 && stepsBack(.milliseconds) == 0 ? .milliseconds : .decimal
  }

  /// True for a field that can only be a date or a time of day.
  static func matches(_ text: String) -> Bool { nanoseconds(text) != nil }

  /// True for a day without a time of day.
  static func isDate(_ text: String) -> Bool {
    nanoseconds(text).map { !isInOneDay($0) && $0 % dayNanoseconds == 0 } == true
  }

  /// True for a time of day, whichever day it is.
  static func isTimeOfDay(_ text: String) -> Bool { nanoseconds(text).map(isInOneDay) == true }

  private static func isInOneDay(_ nanoseconds: Int64) -> Bool {
    (0..<dayNanoseconds).contains(nanoseconds)
  }

  private static func nanoseconds(_ text: String, fraction: Fraction = .decimal) -> Int64? {
    let bytes = Array(text.utf8)
    return nanoseconds(bytes.span, fraction: fraction)
  }

  /// Nanoseconds since 1970, or since midnight where there is no date; nil where it is neither.
  static func nanoseconds(_ bytes: Span<UInt8>, fraction form: Fraction = .decimal) -> Int64? {
    var numbers = InlineArray<9, Int64>(repeating: 0)
    var signs = InlineArray<9, UInt8>(repeating: 0)
    var count = 0
    var (days, isNegative) = (Int64(0), false)
    var fraction: Int64?
    var zone: Int64?
    var halfDay: UInt8?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let word = Word(bytes, at: index) {
        if case .month(let month) = word {
          guard count < 2 else { return nil }
          // The day may stand before it, and only there.
          numbers[count] = month
          if count == 1 { (numbers[0], numbers[1]) = (month, numbers[0]) }
          count += 1
        }
        index += Word.length
        if case .day = word {
          guard count == 1, numbers[0] < longestDays else { return nil }
          (days, count, signs[0]) = (isNegative ? -numbers[0] : numbers[0], 0, 0)
          if index < bytes.count, bytes[index] == UInt8(ascii: "s") { index += 1 }
        }
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
        switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "a"), UInt8(ascii: "P"), UInt8(ascii: "p"):
          halfDay = byte | 0x20
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
          // A sign behind the time of day begins the zone.
          if count >= 5, signs[3] == UInt8(ascii: ":") {
            zone = Self.zone(bytes, from: index)
            index = bytes.count
            continue
          }
          if count > 0 { signs[count - 1] = byte }
          isNegative = count == 0 && byte == UInt8(ascii: "-") || isNegative && count > 0
        case UInt8(ascii: "M"), UInt8(ascii: "m"), UInt8(ascii: "Z"), UInt8(ascii: "T"),
          UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: ":"),
          UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "_"),
          UInt8(ascii: "["), UInt8(ascii: "]"):
          if count > 0, signs[count - 1] == 0 || signs[count - 1] == UInt8(ascii: " ") {
            signs[count - 1] = byte
          }
        default: return nil
        }
        index += 1
        continue
      }
      guard count < 9 else { return nil }
      let start = index
      var number: Int64 = 0
      while index < bytes.count, bytes[index] >= UInt8(ascii: "0"),
        bytes[index] <= UInt8(ascii: "9")
      {
        if index - start < 18 { number = number * 10 + Int64(bytes[index] - UInt8(ascii: "0")) }
        index += 1
      }
      if isFraction(count, signs, numbers) {
        guard fraction == nil else { return nil }
        let isWhole = form == .milliseconds && index - start <= millisecondDigits
        fraction = scaled(number, digits: isWhole ? millisecondDigits : index - start)
        continue
      }
      if let parts = Self.compact(number, digits: index - start, count, signs, bytes, next: index) {
        for part in 0..<3 {
          numbers[count] = parts.numbers[part]
          signs[count] = parts.sign
          count += 1
        }
        signs[count - 1] = 0
        continue
      }
      numbers[count] = number
      count += 1
    }
    return assembled(numbers, count, signs, fraction: fraction, zone: zone, halfDay: halfDay)
      .map { $0 + days * dayNanoseconds }
  }

  /// Three letters and more that say which month it is, or nothing of the time.
  private enum Word {
    case month(Int64)
    case day
    case other

    static let length = 3

    private static let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { Array($0.utf8) }
    private static let others = ["utc", "gmt"].map { Array($0.utf8) }
    private static let dayWord = Array("day".utf8)

    init?(_ bytes: Span<UInt8>, at index: Int) {
      // Mostly it is the `T` or `Z` of a row's time, which is no word.
      guard bytes[index] > UInt8(ascii: "9"), index + Self.length <= bytes.count,
        bytes[index + 1] > UInt8(ascii: "9")
      else { return nil }
      func isHere(_ word: [UInt8]) -> Bool {
        word.indices.allSatisfy { bytes[index + $0] | 0x20 == word[$0] }
      }
      if let month = Self.months.firstIndex(where: isHere) {
        self = .month(Int64(month + 1))
      } else if isHere(Self.dayWord) {
        self = .day
      } else if Self.others.contains(where: isHere) {
        self = .other
      } else {
        return nil
      }
    }
  }

  /// The three parts of a date or a time of day that are written together: `20240301T100000`.
  private static func compact(
    _ number: Int64, digits: Int, _ count: Int, _ signs: InlineArray<9, UInt8>,
    _ bytes: Span<UInt8>, next: Int
  ) -> (numbers: InlineArray<3, Int64>, sign: UInt8)? {
    let isDate =
      count == 0 && digits == 8 && next < bytes.count && bytes[next] == UInt8(ascii: "T")
    let isTimeOfDay =
      count == 3 && digits == 6 && signs[0] == UInt8(ascii: "-") && signs[2] == UInt8(ascii: "T")
    guard isDate || isTimeOfDay else { return nil }
    let hundred: Int64 = 100
    let parts: InlineArray<3, Int64> = [
      number / (hundred * hundred), number / hundred % hundred, number % hundred,
    ]
    return (parts, isDate ? UInt8(ascii: "-") : UInt8(ascii: ":"))
  }

  /// The number behind the seconds: those are the third of a time of day, the sixth with a date, or
  /// the second where there are minutes only.
  private static func isFraction(
    _ count: Int, _ signs: InlineArray<9, UInt8>, _ numbers: InlineArray<9, Int64>
  ) -> Bool {
    if count == 6 || isMinutes(count, signs) { return true }
    return count == 3 && signs[0] == UInt8(ascii: ":") && signs[1] == UInt8(ascii: ":")
  }

  private static func isMinutes(_ count: Int, _ signs: InlineArray<9, UInt8>) -> Bool {
    count == 2 && signs[0] == UInt8(ascii: ":") && signs[1] == UInt8(ascii: ".")
  }

  private static func scaled(_ number: Int64, digits: Int) -> Int64 {
    var (scaled, left) = (number, min(digits, 18))
    while left < 9 {
      scaled *= 10
      left += 1
    }
    while left > 9 {
      scaled /= 10
      left -= 1
    }
    return scaled
  }

  private static func zone(_ bytes: Span<UInt8>, from start: Int) -> Int64? {
    var digits: Int64 = 0
    var count = 0
    for index in start + 1..<bytes.count where bytes[index] != UInt8(ascii: ":") {
      guard count <= 4, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") else {
        break
      }
      digits = digits * 10 + Int64(bytes[index] - UInt8(ascii: "0"))
      count += 1
    }
    guard count == 2 || count == 4 else { return nil }
    let minutes = count == 2 ? digits * 60 : digits / 100 * 60 + digits % 100
    return (bytes[start] == UInt8(ascii: "-") ? -minutes : minutes) * 60
  }

  private static func assembled(
    _ numbers: InlineArray<9, Int64>, _ count: Int, _ signs: InlineArray<9, UInt8>,
    fraction: Int64?, zone: Int64?, halfDay: UInt8?
  ) -> Int64? {
    // 59.96 s may be rounded to 60.0.
    if isMinutes(count, signs), let fraction, numbers[0] < daySeconds,
      numbers[1] < 60 || numbers[1] == 60 && fraction == 0
    {
      return (numbers[0] * 60 + numbers[1]) * nanosecondsPerSecond + fraction
    }
    let isTimeOnly = count == 3 && signs[0] == UInt8(ascii: ":") && signs[1] == UInt8(ascii: ":")
    if count == 3, !isTimeOnly, signs[0] == signs[1], signs[0] != 0 {
      return days(numbers[0], numbers[1], numbers[2]).map { $0 * dayNanoseconds }
    }
    guard count == 6 || count == 5 || isTimeOnly else { return nil }
    let first = isTimeOnly ? 0 : 3
    var hour = numbers[first]
    let second = count == 5 ? 0 : numbers[first + 2]
    guard hour < 25, numbers[first + 1] < 60, second < 61 else { return nil }
    if halfDay == UInt8(ascii: "p"), hour < 12 { hour += 12 }
    if halfDay == UInt8(ascii: "a"), hour == 12 { hour = 0 }
    let seconds = (hour * 60 + numbers[first + 1]) * 60 + second - (zone ?? 0)
    guard !isTimeOnly else { return seconds * nanosecondsPerSecond + (fraction ?? 0) }
    guard let days = days(numbers[0], numbers[1], numbers[2]) else { return nil }
    return days * dayNanoseconds + seconds * nanosecondsPerSecond + (fraction ?? 0)
  }

  /// Days since 1970-01-01 of a year, month and day in one of their usual orders.
  private static func days(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64? {
    var (year, month, day) = a > 31 ? (a, b, c) : (c, a, b)
    if month > 12 { (month, day) = (day, month) }
    if year < 100 { year += 2000 }
    guard (1...12).contains(month), (1...31).contains(day), years.contains(year) else {
      return nil
    }
    return daysFromCivil(year: year, month: month, day: day)
  }

  /// Howard Hinnant, 'chrono-Compatible Low-Level Date Algorithms', days_from_civil.
  private static func daysFromCivil(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
