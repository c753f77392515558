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
    /// A new file in the person's folder of recordings.
    case folder(RecordingsFolder)
    /// The recording of a session that was interrupted.
    case resumed(LiveRecording)
  }

  private enum Stage {
    case waiting(Destination)
    case writing(LiveRecording)
    case ended
  }

  private let check: Check
  /// What the recording says of the check.
  private let comments: [String]
  private var stage: Stage
  /// The file that is or was written; nil before the first reading and where there is none.
  private(set) var path: String?
  /// When the recording began, as it states itself; nil where there is none.
  private(set) var recordedAt: String?
  /// The recording that could not be written to its end; nil while it is whole.
  private(set) var brokenOff: LiveRecording?

  /// A recorder that has seen nothing yet.
  ///
  /// - Parameter choice: what the recording is to say of what is checked.
  init(_ destination: Destination, of check: Check, choice: CheckOptions) {
    self.check = check
    comments = choice.comments
    stage = .waiting(destination)
  }

  /// Takes readings; does not wait for the disk.
  ///
  /// - Throws: `InputError` when the named file cannot be created.
  mutating func record(
    _ readings: ArraySlice<MotionReading>, _ metadata: RecordingMetadata
  ) throws(InputError) {
    if case .waiting(let destination) = stage, !readings.isEmpty {
      try begin(destination, metadata)
    }
    guard case .writing(let recording) = stage else { return }
    do {
      try recording.append(readings)
      if let notice = recording.notice() { TextStream.standardError().note("\(notice)\n") }
    } catch {
      end(because: error)
    }
  }

  /// Brings the rest to the disk.
  ///
  /// - Parameter ending: how the session ended, which decides whether it may be resumed.
  mutating func finish(_ ending: RecordingEnding) {
    guard case .writing(let recording) = stage else { return }
    do {
      try recording.finish(ending)
      stage = .ended
    } catch {
      end(because: error)
    }
  }

  private mutating func begin(
    _ destination: Destination, _ source: RecordingMetadata
  ) throws(InputError) {
    var metadata = source
    metadata.placement = check.placement(for: source)
    metadata.recordedAt = source.recordedAt ?? WallClock.now()
    metadata.program = check.programText ?? source.program
    metadata.comments = source.comments.filter { !CheckOptions.isOwn($0) } + comments
    switch destination {
    case .nowhere:
      stage = .ended
    case .file(let path):
      write(to: try LiveRecording(path: path, metadata: metadata), metadata)
    case .resumed(let recording):
      write(to: recording, metadata)
    case .folder(let folder):
      do {
        let path = try folder.newFile(for: check.id)
        write(to: try LiveRecording(path: path, metadata: metadata), metadata)
      } catch {
        end(because: error)
      }
    }
  }

  private mutating func write(to recording: LiveRecording, _ metadata: RecordingMetadata) {
    path = recording.path
    recordedAt = metadata.recordedAt
    stage = .writing(recording)
    TextStream.standardError().note("Recording to \(recording.path)\n")
  }

  private mutating func end(because error: any Error) {
    if case .writing(let recording) = stage { brokenOff = recording }
    stage = .ended
    TextStream.standardError().note(
      "Warning: the session goes on, but is not recorded any further: \(error)\n")
  }
}
