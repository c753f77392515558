import Glibc
import MotionCore

/// Which column of a table holds what, and in which unit.
struct ColumnLayout: Equatable {
  /// What a column holds. `factor` converts to SI units; columns of the same axis are added, such
  /// as gravity and the acceleration without it.
  enum Column: Equatable {
    /// A number in this unit; where the parts of a clock stand apart, a table has a column for each.
    case time(TimeUnit)
    /// A date, a time of day, or both; a table may have a column for each.
    case timeText(TimeText.Fraction)
    case specificForce(axis: Int, factor: Double)
    case angularRate(axis: Int, factor: Double)
    case ignored

    var isTime: Bool {
      switch self {
      case .time, .timeText: true
      default: false
      }
    }
  }

  /// Where the time of a row comes from.
  enum Clock: Equatable {
    case columns
    /// Rows follow each other evenly.
    case even(rateHertz: Double)
    /// Rows of a live stream were measured when they came.
    case arrival
    /// The time column counts the rows and starts again after `modulus`.
    case counter(rateHertz: Double, modulus: Double)
  }

  /// What says in which unit angular rates are.
  enum RateUnit {
    /// The columns, the format or a person.
    case named
    /// Nothing, and the usual one is rad/s: unless gravity is seen to turn by another.
    case usual
    /// Nothing; they are as they stand, and gravity must show it.
    case open
  }

  /// The axes by number, and their names.
  static let axes = 0..<3
  static let names = ["x", "y", "z"]

  var columns: [Column]
  var shape: TableShape
  var clock = Clock.columns
  var rateUnit = RateUnit.named
  /// The time of the first row where the rows have none, in nanoseconds.
  var startNanoseconds: Int64 = 0

  /// True when angular rate is among the columns.
  var hasGyroscope: Bool {
    columns.contains { if case .angularRate = $0 { true } else { false } }
  }

  /// True when specific force is among the columns.
  var hasAccelerometer: Bool {
    columns.contains { if case .specificForce = $0 { true } else { false } }
  }
}

extension Span<UInt8> {
  func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: 0) != nil }

  /// Where this byte stands first, at or after `start`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}

extension StringProtocol {
  /// The text without the characters that are white space, or another kind, at its ends.
  func trimmed(where isMargin: (Character) -> Bool = \.isWhitespace) -> String {
    let head = drop(while: isMargin)
    guard let last = head.lastIndex(where: { !isMargin($0) }) else { return "" }
    return String(head[...last])
  }
}
