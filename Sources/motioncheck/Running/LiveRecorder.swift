import Foundation
import MotionCore
import MotionInput

/// Keeps what a live session takes, so that it can be checked again.
///
/// A place that the person named must be writable when the session begins. A disk that fails later,
/// or the usual folder that cannot be used, is warned about and the session goes on.
struct LiveRecorder: ~Copyable {
  /// Where to record.
  enum Destination {
    /// Not at all.
    case nowhere
    /// A file that the person named.
    case file(String)
    /// A new file in the person's folder of recordings, named for the time and the exercise.
    case folder(String)
  }

  private enum Stage { case waiting, writing, ended }

  private let destination: Destination
  private let check: Check
  private var stage = Stage.waiting
  private var writer: CanonicalWriter?
  /// The file that is or was written; nil before the first reading and where there is none.
  private(set) var path: String?
  /// When the recording began, as it states itself; nil where there is none.
  private(set) var recordedAt: String?

  /// A recorder that has seen nothing yet.
  init(_ destination: Destination, of check: Check) {
    self.destination = destination
    self.check = check
  }

  /// Appends readings; with none it only sees to it that earlier ones are safe.
  ///
  /// - Throws: `InputError` when the named file cannot be created.
  mutating func record(
    _ readings: ArraySlice<MotionReading>, _ metadata: RecordingMetadata
  ) throws(InputError) {
    if stage == .waiting, !readings.isEmpty { try begin(metadata) }
    guard stage == .writing else { return }
    do {
      try writer?.append(Array(readings))
    } catch {
      end(because: error)
    }
  }

  /// Brings the rest to the disk.
  mutating func finish() {
    do {
      try writer.take()?.finish()
    } catch {
      end(because: error)
    }
  }

  private mutating func begin(_ source: RecordingMetadata) throws(InputError) {
    var metadata = source
    metadata.placement = check.placement(for: source)
    metadata.recordedAt = source.recordedAt ?? WallClock.now()
    switch destination {
    case .nowhere:
      stage = .ended
    case .file(let path):
      try open(path, metadata)
    case .folder(let folder):
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        try open("\(folder)/\(WallClock.now().replacing(":", with: ""))-\(check.id).csv", metadata)
      } catch {
        end(because: error)
      }
    }
  }

  private mutating func open(_ path: String, _ metadata: RecordingMetadata) throws(InputError) {
    writer = try CanonicalWriter(path: path, metadata: metadata, pace: .live)
    self.path = path
    recordedAt = metadata.recordedAt
    stage = .writing
    TextStream.standardError().note("Recording to \(path)\n")
  }

  private mutating func end(because error: any Error) {
    stage = .ended
    writer = nil
    TextStream.standardError().note(
      "Warning: the session goes on, but is not recorded any further: \(error)\n")
  }
}

extension LiveRecorder.Destination {
  /// The person's folder of recordings (XDG Base Directory Specification 0.8).
  static var usual: LiveRecorder.Destination {
    let environment = ProcessInfo.processInfo.environment
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? ".") + "/.local/share"
    return .folder(data + "/motioncheck/recordings")
  }
}
