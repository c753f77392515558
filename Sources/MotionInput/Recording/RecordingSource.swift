import MotionCore

/// A recording from a file, standard input or a FIFO, or lines in the same form from a serial port.
package final class RecordingSource: ReadingSource {
  private static let chunkBytes = 65_536

  private let descriptor: FileDescriptor
  private var parser: RecordingParser
  private var chunk = [UInt8](repeating: 0, count: chunkBytes)
  /// Readings that came while the header was read.
  private var early: [MotionReading] = []
  private var isFinished = false

  /// Opens a file or FIFO, or standard input for `-`.
  ///
  /// The header of a regular file is read here; a FIFO or standard input is not waited for.
  /// - Throws: `InputError` when it cannot be opened or its header is not usable.
  package convenience init(path: String) throws(InputError) {
    let descriptor =
      path == "-" ? FileDescriptor.standardInput() : try FileDescriptor(reading: path)
    try self.init(descriptor)
  }

  init(
    _ descriptor: consuming FileDescriptor, isLiveLine: Bool = false
  ) throws(InputError) {
    parser = RecordingParser(
      path: descriptor.path, isLiveLine: isLiveLine && !descriptor.isRegularFile)
    self.descriptor = descriptor
    while self.descriptor.isRegularFile, !parser.hasHeader, !isFinished {
      early += try read()
    }
  }

  /// Where it is read from.
  var path: String { descriptor.path }

  /// What the recording says of itself.
  package var metadata: RecordingMetadata { parser.metadata }

  /// What had to be left out or changed so far.
  package var notices: [String] { parser.notices }

  /// The next readings: empty when none came within about 0.1 s, nil at the end.
  package func next() throws(InputError) -> [MotionReading]? {
    if !early.isEmpty {
      defer { early = [] }
      return early
    }
    return isFinished ? nil : try read()
  }

  private func read() throws(InputError) -> [MotionReading] {
    switch try descriptor.read(into: &chunk) {
    case .nothing: return []
    case .bytes(let count):
      let bytes = chunk
      return try parser.parse(bytes.span.extracting(0..<count))
    case .end:
      isFinished = true
      return try parser.finish()
    }
  }
}
