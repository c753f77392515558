/// One planned set and what is known of it while a session runs.
struct SetSlot: Sendable {
  /// What was told of it.
  var recorder: SetRecorder
  /// Its own detector, where markers say when it begins and ends.
  var marked: ExerciseDetector?
  /// True once a marker has ended it: a single movement is its set, too.
  private var isEnded = false
  /// The bout that was last taken for it, and which a later one must surpass.
  private(set) var believed: Bout.Identity?
  /// First and last frame of that bout.
  private(set) var span: ClosedRange<Int>?
  /// How surely that bout is the exercise.
  private(set) var confidence: Confidence?
  /// What is most like the set where it was not found.
  var doubted: Bout?
  private var told: Told?
  private var isOutdated = false
  /// The person ended it because of pain.
  var isStoppedForPain = false
  /// Pain from 0 to 10, where it was noted.
  var pain: Int?

  /// What was looked for.
  var plan: PlannedSet { recorder.plan }

  init(recorder: SetRecorder) { self.recorder = recorder }

  /// Takes a bout for this set; gives what is new about it.
  mutating func take(_ bout: Bout?, now: Double, speeds: AngularSpeedHistory) -> [SessionEvent] {
    confidence = bout?.confidence
    let news = bout.map(Told.init)
    guard bout?.identity != believed || news != told || isOutdated else { return [] }
    isOutdated = false
    believed = bout?.identity
    told = news
    span = bout.map { $0.start...max($0.start, $0.end) }
    return recorder.update(bout, now: now, speeds: speeds)
  }

  /// Begins where a marker says so, or goes on after an earlier end.
  mutating func begin(placement: Placement, rateHertz: Double) {
    isEnded = false
    guard marked == nil else { return }
    marked = ExerciseDetector(
      exercise: plan.exercise, placement: placement, target: plan.target, isMarked: true,
      longestPauseSeconds: .infinity, rateHertz: rateHertz)
  }

  /// Ends where a marker says so.
  mutating func end() {
    isEnded = true
    marked?.cut()
    forget()
  }

  /// What its own detector has found, where it has one.
  var markedBout: Bout? { marked?.set(believed: believed, isFinal: isEnded) }

  /// Believes nothing from now on: the next bout is the best there is.
  mutating func forget() {
    believed = nil
    isOutdated = true
  }
}

/// By what a bout shows that there is something new about it.
private struct Told: Sendable, Equatable {
  var score: Float
  var movements: Int
  /// A movement that is not over yet is told anew when it is.
  var isOpen: Bool

  init(_ bout: Bout) {
    score = bout.score
    movements = bout.movements.count
    isOpen = bout.movements.last?.movement.isProvisional ?? false
  }
}
