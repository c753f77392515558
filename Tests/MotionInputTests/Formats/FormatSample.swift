import MotionCore
import Testing

@testable import MotionInput

/// A recording as one app writes it: its files by name, and what must be found in it.
struct FormatSample: CustomTestStringConvertible {
  var format: any RecordingFormat.Type
  var note = ""
  var files: [(name: String, bytes: [UInt8])]
  var hasGyroscope: Bool
  /// The file to give; nil for the folder.
  var given: String?

  var testDescription: String { "\(format.title) \(note)" }

  /// A recording of one file.
  init(
    _ format: any RecordingFormat.Type, note: String = "", name: String = "a.csv", _ text: String,
    gyroscope: Bool = false
  ) {
    self.format = format
    self.note = note
    files = [(name, Array(text.utf8))]
    hasGyroscope = gyroscope
    given = name
  }

  /// A recording of several files in a folder.
  init(
    _ format: any RecordingFormat.Type, note: String = "", folder: [(String, String)],
    gyroscope: Bool, given: String? = nil
  ) {
    self.format = format
    self.note = note
    files = folder.map { ($0.0, Array($0.1.utf8)) }
    hasGyroscope = gyroscope
    self.given = given
  }

  /// All of them.
  static var all: [FormatSample] {
    phones + iPhones + devices + laboratory + linux + generic
  }
}

/// Texts of tables.
enum Table {
  static let motion = SampleMotion.shared.instants
  static let later = SampleMotion.shared.laterRates
  static let g = Units.standardGravity
  static let degree = Units.radiansPerDegree

  /// A header, and a row an instant.
  static func text(
    _ header: String?, _ instants: [SampleMotion.Instant] = motion, end: String = "\n",
    _ row: (SampleMotion.Instant) -> String
  ) -> String {
    ((header.map { [$0] } ?? []) + instants.map(row)).joined(separator: end) + end
  }

  /// Numbers between delimiters.
  static func join(_ numbers: [Double], _ delimiter: String = ",", decimals: Int = 6) -> String {
    numbers.map { $0.text(decimals) }.joined(separator: delimiter)
  }

  /// Names between quotes.
  static func quoted(_ names: [String], _ delimiter: String = ",") -> String {
    names.map { "\"\($0)\"" }.joined(separator: delimiter)
  }

  /// A name for each axis, put where the star stands.
  static func axes(_ pattern: String, _ axes: String = "xyz") -> [String] {
    axes.map { pattern.replacing("*", with: String($0)) }
  }

  /// `2024-03-01 10:00:00.020`, so many seconds into a recording.
  static func date(_ seconds: Double, separator: String = " ") -> String {
    let total = Int((seconds * 1000).rounded())
    let parts = [total / 60_000 % 60, total / 1000 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let rest = String(1000 + total % 1000).dropFirst()
    return "2024-03-01\(separator)10:\(parts[0]):\(parts[1]).\(rest)"
  }
}
