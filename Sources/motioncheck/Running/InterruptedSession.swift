import MotionInput
import MotionReport

/// A session that was interrupted, as its recording tells it.
struct InterruptedSession {
  /// What was checked.
  let choice: CheckOptions
  /// Where the session goes on being recorded.
  let recording: LiveRecording
  private let past: RecordingSource

  /// Opens its recording.
  ///
  /// - Throws: `InputError` when there is nothing to go on with.
  init(path: String) throws(InputError) {
    recording = try LiveRecording(resuming: path)
    // A file that is no session's must stay as it is.
    choice = try CheckOptions.checked(in: RecordingSource(path: path), path: path)
    recording.cutTornRow()
    past = try RecordingSource(path: path)
  }

  /// What was recorded, and then what the sensor sends.
  func source(_ sensor: any ReadingSource) -> ResumedSource {
    let pause = WallClock.nanoseconds() - (recording.lastWrite ?? 0)
    return ResumedSource(past: past, pauseNanoseconds: pause, live: sensor)
  }
}
