import MotionCore

/// Rewrites whatever a source gives as a canonical recording.
///
/// A file appears under its name when it is complete.
package struct Conversion {
  private let path: String
  private let replacing: Bool

  /// A conversion to this file, or to standard output for `-`.
  package init(to path: String, replacing: Bool = false) {
    self.path = path
    self.replacing = replacing
  }

  /// Takes the source to its end.
  ///
  /// - Throws: `InputError`; no file is left behind then.
  package func run(_ source: any ReadingSource) throws(InputError) -> RecordedSpan {
    if !replacing { try CanonicalWriter.requireNew(path) }
    var span = RecordedSpan()
    var early: [MotionReading] = []
    while early.isEmpty, let readings = try source.next() { early = readings }
    var writer = try CanonicalWriter(path: path, metadata: source.metadata, replacing: replacing)
    var next: [MotionReading]? = early
    while let readings = next {
      try writer.append(readings)
      span.note(readings)
      next = try source.next()
    }
    try writer.finish()
    return span
  }
}
