import Glibc
import MotionCore

/// Rewrites whatever a source gives as a canonical recording.
///
/// A file appears under its name when it is complete; until then it is `NAME.partial`.
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
    var status = stat()
    let exists = path != "-" && stat(path, &status) == 0
    if exists, !replacing { throw .outputExists(path: path) }
    let isDirect = path == "-" || exists && status.st_mode & S_IFMT != S_IFREG
    guard !isDirect else { return try copy(source, to: path) }
    let partial = path + ".partial"
    do throws(InputError) {
      let span = try copy(source, to: partial)
      guard rename(partial, path) == 0 else {
        throw InputError.system(action: "create", path: path, code: errno)
      }
      return span
    } catch {
      unlink(partial)
      throw error
    }
  }

  private func copy(_ source: any ReadingSource, to path: String) throws(InputError) -> RecordedSpan
  {
    var span = RecordedSpan()
    var early: [MotionReading] = []
    while early.isEmpty, let readings = try source.next() { early = readings }
    var writer = try CanonicalWriter(
      path: path, metadata: source.metadata, replacing: true)
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
