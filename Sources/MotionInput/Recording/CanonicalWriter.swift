import Glibc
import MotionCore

/// Writes a canonical recording; what was once written out stays, whatever happens later.
///
/// Every reading on the `RecordingGrid` reads back unchanged. A live recording reaches the file at
/// least every 0.25 s and the disk at least every second, as long as `append` is called, with
/// nothing to append if need be.
public struct CanonicalWriter: ~Copyable {
  /// How soon what was appended must be safe.
  public enum Pace: Sendable {
    /// A live recording: written out every 0.25 s, on the disk every second.
    case live
    /// A conversion: written out in large pieces.
    case batch
  }

  private static let writeNanoseconds: Int64 = 250_000_000
  private static let syncNanoseconds: Int64 = 1_000_000_000
  private static let pieceBytes = 65_536

  private let file: OutputFile
  private let pace: Pace
  private let clock: @Sendable () -> Int64
  private var text = CanonicalText()
  private var lastWrite: Int64
  private var lastSync: Int64

  /// Creates the file, or writes to standard output for `-`, and writes the metadata.
  ///
  /// - Parameters:
  ///   - replacing: whether a file that exists is replaced.
  ///   - clock: monotonic time in nanoseconds.
  /// - Throws: `InputError.outputExists`, or `.system` when it cannot be created.
  public init(
    path: String, metadata: RecordingMetadata, pace: Pace, replacing: Bool = false,
    clock: @escaping @Sendable () -> Int64 = MonotonicClock.now
  ) throws(InputError) {
    file = try OutputFile(path: path, replacing: replacing)
    self.pace = pace
    self.clock = clock
    lastWrite = clock()
    lastSync = lastWrite
    text.append(metadata)
  }

  /// Makes sure early that nothing stands in the way of a new file.
  ///
  /// - Throws: `InputError.outputExists`.
  public static func requireNew(_ path: String) throws(InputError) {
    guard path == "-" || access(path, F_OK) != 0 else { throw .outputExists(path: path) }
  }

  /// Appends readings in stream order.
  ///
  /// A gyroscope must be in every sample or in none, as every `ReadingSource` guarantees.
  /// - Throws: `InputError.system` when the file cannot be written, such as on a full disk.
  public mutating func append(_ readings: [MotionReading]) throws(InputError) {
    for reading in readings {
      text.append(reading)
      if text.bytes.count >= Self.pieceBytes { try writeOut() }
    }
    guard pace == .live else { return }
    let now = clock()
    if now - lastWrite >= Self.writeNanoseconds {
      try writeOut()
      lastWrite = now
    }
    if now - lastSync >= Self.syncNanoseconds {
      file.sync()
      lastSync = now
    }
  }

  /// Writes out the rest and waits until the disk has it.
  ///
  /// - Throws: `InputError.system` when that fails.
  public consuming func finish() throws(InputError) {
    try writeOut()
    try file.finish()
  }

  private mutating func writeOut() throws(InputError) {
    try file.write(text.bytes)
    text.bytes.removeAll(keepingCapacity: true)
  }

  deinit {
    // Ended by an error: keep what can be kept; there is nobody left to tell of another error.
    try? file.write(text.bytes)
  }
}
