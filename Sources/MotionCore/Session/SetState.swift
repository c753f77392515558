/// One planned set and what is known of it while a session runs.
struct SetState: Sendable {
  /// What was reported of it.
  var recorder: SetRecorder
  /// True once a marker has begun it.
  private(set) var isMarked = false
  /// True once a marker has ended it: a single movement is its set, too.
  private(set) var isEnded = false
  /// True while it goes on after such an end and nothing was found in it since: what was its set
  /// then stays so, a single movement, too, which would be none while more may come.
  private var isResumed = false
  /// The candidate set that was last taken for it, and which a later one must surpass.
  private(set) var selected: CandidateSet.Identity?
  /// First and last frame of that candidate set.
  private(set) var span: ClosedRange<Int>?
  /// The same where it tells where the sets beside it are: a guess tells nothing of that, unless a
  /// marker says when the set is done.
  var sureSpan: ClosedRange<Int>? { !isMarked && isDoubtful ? nil : span }
  /// The confidence that this candidate set is the exercise.
  private(set) var confidence: Confidence?
  /// True where it more likely is another thing.
  var isDoubtful: Bool { confidence?.isSure == false }
  /// What is most like the set where it was not found.
  var doubted: CandidateSet?
  private var reported: ReportedState?
  private var isOutdated = false
  /// The person ended it because of pain.
  var isStoppedForPain = false
  /// Pain from 0 to 10, where it was noted.
  var pain: Int?

  /// What was looked for.
  var plan: PlannedSet { recorder.plan }

  init(recorder: SetRecorder) { self.recorder = recorder }

  /// Takes a candidate set for this set; gives what is new about it.
  mutating func take(
    _ candidate: CandidateSet?, confidence: Confidence?, now: Double, speeds: AngularSpeedHistory
  ) -> [SessionEvent] {
    if candidate == nil, isResumed { return [] }
    isResumed = false
    self.confidence = confidence
    let newEvents = candidate.map(ReportedState.init)
    guard candidate?.identity != selected || newEvents != reported || isOutdated else { return [] }
    isOutdated = false
    selected = candidate?.identity
    reported = newEvents
    span = candidate.map { $0.start...max($0.start, $0.end) }
    return recorder.update(candidate, now: now, speeds: speeds)
  }

  /// Begins where a marker says so, or goes on after an earlier end.
  mutating func begin() {
    isMarked = true
    isResumed = isEnded && recorder.isBegun
    isEnded = false
  }

  /// Ends where a marker says so.
  mutating func end() {
    isEnded = true
    forget()
  }

  /// True where something of a candidate set would count: of holds their times decide, too.
  func counts(_ candidate: CandidateSet, now: Double, speeds: AngularSpeedHistory) -> Bool {
    var state = self
    _ = state.take(candidate, confidence: nil, now: now, speeds: speeds)
    return state.recorder.count > 0
  }

  /// Keeps no selection from now on: the next candidate set is the best there is.
  mutating func forget() {
    selected = nil
    isOutdated = true
  }
}

/// By what a candidate set shows that there is something new about it.
private struct ReportedState: Sendable, Equatable {
  var score: Float
  var movements: Int
  /// A movement that is not over yet is reported anew when it is.
  var isOpen: Bool

  init(_ candidate: CandidateSet) {
    score = candidate.score
    movements = candidate.listedCount
    isOpen = candidate.isOpen
  }
}
