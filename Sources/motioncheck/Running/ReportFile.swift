import MotionInput
import MotionReport

/// Where a report goes: standard output, or a file that takes the place of an older one only when
/// it is whole.
struct ReportFile: ~Copyable {
  private var file: PendingFile
  private let isStandardOutput: Bool

  /// Begins a file; nil and `-` are standard output.
  ///
  /// - Throws: `InputError` when nothing can be written there.
  init(path: String?) throws(InputError) {
    let path = path ?? "-"
    file = try PendingFile(path: path)
    isStandardOutput = path == "-"
  }

  /// How wide it is; nil where it is no terminal.
  var columns: Int? { isStandardOutput ? TextStream.standardOutput().columns : nil }

  /// Colours as they were asked for.
  func style(_ choice: ColorChoice) -> TextStyle {
    switch choice {
    case .auto: isStandardOutput ? TextStream.standardOutput().style : .plain
    case .always: .terminal
    case .never: .plain
    }
  }

  /// Writes all of these bytes.
  func write(_ bytes: [UInt8]) throws(InputError) { try file.write(bytes) }

  /// Gives the file its name.
  mutating func commit() throws(InputError) { try file.commit() }
}
