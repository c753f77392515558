import Glibc
import MotionCore

/// Writes a canonical recording in large pieces, such as a conversion.
///
/// Every reading on the `RecordingGrid` reads back unchanged.
package struct CanonicalWriter: ~Copyable {
  private static let pieceBytes = 65_536

  private var file: PendingFile
  private var text = CanonicalText()

  /// Begins the file, or writes to standard output for `-`, and writes the metadata. The file
  /// appears under its name when it is finished.
  ///
  /// - Parameter replacing: whether a file that exists is replaced.
  /// - Throws: `InputError.outputExists`, or `.system` when it cannot be created.
  package init(
    path: String, metadata: RecordingMetadata, replacing: Bool = false
  ) throws(InputError) {
    file = try PendingFile(path: path, replacing: replacing)
    text.append(metadata)
  }

  /// Makes sure early that nothing stands in the way of a new file.
  ///
  /// - Parameter isReplaceable: whether the command has `--force`.
  /// - Throws: `InputError.outputExists`.
  package static func requireNew(
    _ path: String, isReplaceable: Bool = false
  ) throws(InputError) {
    let place = OutputPlace(path)
    guard path == "-" || place == .nothing else {
      throw isReplaceable && place == .file
        ? .outputExists(path: path, advice: "choose another name, or write over it with --force")
        : .outputExists(path: path)
    }
  }

  /// Appends readings in stream order.
  ///
  /// A gyroscope must be in every sample or in none, as every `ReadingSource` guarantees.
  /// - Throws: `InputError.system` when the file cannot be written, such as on a full disk.
  package mutating func append(_ readings: [MotionReading]) throws(InputError) {
    for reading in readings {
      text.append(reading)
      if text.bytes.count >= Self.pieceBytes { try writeOut() }
    }
  }

  /// Writes out the rest and waits until the disk has it.
  ///
  /// - Throws: `InputError.system` when that fails.
  package consuming func finish() throws(InputError) {
    try writeOut()
    try file.commit()
  }

  private mutating func writeOut() throws(InputError) {
    try file.write(text.bytes)
    text.bytes.removeAll(keepingCapacity: true)
  }
}
