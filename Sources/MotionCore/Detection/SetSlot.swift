/// One planned set and what is known of it while a session runs.
struct SetSlot: Sendable {
  /// What was told of it.
  var recorder: SetRecorder
  /// Its own detector, where markers say when it begins and ends.
  var marked: ExerciseDetector?
  /// The bout that was last taken for it.
  var believed: Bout.Identity?
  /// First and last frame of that bout.
  var span: ClosedRange<Int>?
  /// The person ended it because of pain.
  var isStoppedForPain = false
  /// Pain from 0 to 10, where it was noted.
  var pain: Int?

  /// What was looked for.
  var plan: PlannedSet { recorder.plan }

  init(recorder: SetRecorder) { self.recorder = recorder }
}
