/// A decimal number as it stands in a text, before it becomes a `Double` or a time.
///
/// Most numbers of a recording have few digits; for those the value is one exact integer scaled by
/// one exact power of ten, and so correctly rounded (Clinger 1990, doi:10.1145/93548.93557). All
/// others go through the standard library.
struct Decimal: Equatable {
  var isNegative = false
  /// The first 19 significant digits.
  var mantissa: UInt64 = 0
  /// Power of ten by which the mantissa is multiplied.
  var exponent = 0
  /// False when digits did not fit into the mantissa.
  var isComplete = true

  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  private static let largestExactInteger: UInt64 = 1 << 53
  private static let largestPrefix = (UInt64.max - 9) / 10
  private static let largestExponent = 9_999

  /// Reads the number that begins at `position`, and moves `position` behind it; nil, with
  /// `position` unchanged, where no number begins.
  @inline(__always)
  static func scan(
    _ bytes: Span<UInt8>, at position: inout Int, point: UInt8 = UInt8(ascii: ".")
  ) -> Decimal? {
    var decimal = Decimal()
    var index = position
    let count = bytes.count
    if index < count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      decimal.isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits = decimal.takeDigits(bytes, at: &index, afterPoint: false)
    if index < count, bytes[index] == point {
      index += 1
      digits += decimal.takeDigits(bytes, at: &index, afterPoint: true)
    }
    guard digits > 0 else { return nil }
    // Handed back as a value, so that the number stays in registers.
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e"),
      let written = exponent(bytes, from: index + 1)
    {
      decimal.exponent += written.power
      index = written.end
    }
    position = index
    return decimal
  }

  /// The nearest `Double`; `text` is where the number stands, for the rare long ones.
  @inline(__always)
  func value(
    in bytes: Span<UInt8>, _ text: Range<Int>, point: UInt8 = UInt8(ascii: ".")
  ) -> Double {
    let power = abs(exponent)
    guard isComplete, mantissa <= Self.largestExactInteger, power < Self.exactPowers.count else {
      return Self.longValue(bytes, text, point: point)
    }
    let size = Double(mantissa)
    let scaled =
      exponent < 0 ? size / Self.exactPowers[power] : size * Self.exactPowers[power]
    return isNegative ? -scaled : scaled
  }

  private static func longValue(_ bytes: Span<UInt8>, _ text: Range<Int>, point: UInt8) -> Double {
    let written = bytes.text(text)
    return Double(point == UInt8(ascii: ",") ? written.replacing(",", with: ".") : written) ?? .nan
  }

  /// The number as a time in this unit, in whole nanoseconds; nil where it does not fit.
  func nanoseconds(in unit: TimeUnit) -> Int64? {
    var power = exponent + unit.powerOfTen
    var size = mantissa
    // Of 19 digits the last one tells less than a nanosecond.
    while size > UInt64.max / unit.factor {
      size /= 10
      power += 1
    }
    size *= unit.factor
    while power > 0, size > 0 {
      let (product, overflow) = size.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      size = product
      power -= 1
    }
    if power < 0 {
      guard power > -20 else { return 0 }
      let divisor = Self.integerPower(-power)
      size = size / divisor + (size % divisor >= divisor - divisor / 2 ? 1 : 0)
    }
    guard let time = Int64(exactly: size) else { return nil }
    return isNegative ? -time : time
  }

  @inline(__always)
  private mutating func takeDigits(
    _ bytes: Span<UInt8>, at index: inout Int, afterPoint: Bool
  ) -> Int {
    let first = index
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      if mantissa <= Self.largestPrefix {
        mantissa = mantissa * 10 + UInt64(digit)
        if afterPoint { exponent -= 1 }
      } else {
        isComplete = false
        if !afterPoint { exponent += 1 }
      }
      index += 1
    }
    return index - first
  }

  /// The power of ten that is written from a place on, and where that ends; nil where none is.
  private static func exponent(_ bytes: Span<UInt8>, from start: Int) -> (power: Int, end: Int)? {
    var cursor = start
    var sign = 1
    if cursor < bytes.count,
      bytes[cursor] == UInt8(ascii: "-") || bytes[cursor] == UInt8(ascii: "+")
    {
      sign = bytes[cursor] == UInt8(ascii: "-") ? -1 : 1
      cursor += 1
    }
    let first = cursor
    var size = 0
    while cursor < bytes.count, case let digit = bytes[cursor] &- UInt8(ascii: "0"), digit <= 9 {
      size = min(size * 10 + Int(digit), largestExponent)
      cursor += 1
    }
    return cursor > first ? (sign * size, cursor) : nil
  }

  fileprivate static func integerPower(_ power: Int) -> UInt64 {
    (0..<power).reduce(1 as UInt64) { product, _ in product * 10 }
  }
}

/// Units in which recordings give time.
enum TimeUnit: String, CaseIterable {
  case hours = "h"
  case minutes = "min"
  case seconds = "s"
  case milliseconds = "ms"
  case microseconds = "us"
  case nanoseconds = "ns"

  /// Seconds in one unit.
  var seconds: Double { Double(factor * Decimal.integerPower(powerOfTen)) / 1e9 }

  /// Nanoseconds in one unit: this factor times a power of ten.
  var factor: UInt64 {
    switch self {
    case .hours: 36
    case .minutes: 6
    case .seconds, .milliseconds, .microseconds, .nanoseconds: 1
    }
  }

  /// That power of ten.
  var powerOfTen: Int {
    switch self {
    case .hours: 11
    case .minutes: 10
    case .seconds: 9
    case .milliseconds: 6
    case .microseconds: 3
    case .nanoseconds: 0
    }
  }

  /// True for a unit that a clock of its own counts in; hours and minutes stand beside seconds, or
  /// are named.
  var isOfClocks: Bool { self != .hours && self != .minutes }
}

extension Span<UInt8> {
  /// The text of these bytes; what is not UTF-8 becomes a replacement character.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of all bytes.
  var text: String { text(0..<count) }
}
