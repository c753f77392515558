import MotionInput
import MotionReport

/// A session that was cut off, as its recording tells it.
struct CutOffSession {
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
    past = try RecordingSource(path: path)
    choice = try CheckOptions.checked(in: past, path: path)
  }

  /// What was recorded, and then what the sensor sends.
  func source(_ sensor: any ReadingSource) -> ResumedSource {
    let pause = WallClock.nanoseconds() - (recording.lastWrite ?? 0)
    return ResumedSource(past: past, pauseNanoseconds: pause, live: sensor)
  }
}
