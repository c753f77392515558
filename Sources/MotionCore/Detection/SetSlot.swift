/// One planned set and what is known of it while a session runs.
struct SetSlot: Sendable {
  /// What was told of it.
  var recorder: SetRecorder
  /// Its own detector, where markers say when it begins and ends.
  var marked: ExerciseDetector?
  /// The bout that was last taken for it, and which a later one must surpass.
  private(set) var believed: Bout.Identity?
  /// First and last frame of that bout.
  private(set) var span: ClosedRange<Int>?
  private var told: (score: Float, movements: Int)?
  private var isOutdated = false
  /// The person ended it because of pain.
  var isStoppedForPain = false
  /// Pain from 0 to 10, where it was noted.
  var pain: Int?

  /// What was looked for.
  var plan: PlannedSet { recorder.plan }

  init(recorder: SetRecorder) { self.recorder = recorder }

  /// Takes a bout for this set; gives what is new about it.
  mutating func take(_ bout: Bout?, now: Double) -> [SessionEvent] {
    let isSame =
      bout?.identity == believed && bout?.score == told?.score
      && bout?.movements.count == told?.movements
    guard !isSame || isOutdated else { return [] }
    isOutdated = false
    believed = bout?.identity
    told = bout.map { ($0.score, $0.movements.count) }
    span = bout.map { $0.start...max($0.start, $0.end) }
    return recorder.update(bout, now: now)
  }

  /// Believes nothing from now on: the next bout is the best there is.
  mutating func forget() {
    believed = nil
    isOutdated = true
  }
}
