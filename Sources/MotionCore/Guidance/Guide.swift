/// Leads a person through a programme: says what to do, waits, counts down and goes on by itself.
///
/// A synchronous value beside the `Session`: it takes the samples that the session took and the
/// events that they brought about, and gives cues for the person and markers that say where the
/// sets are. The markers must be handed to the session and to the recording at once, so that a
/// replay sees what the live session saw. It has no clock: its time is the stream's.
public struct Guide: Sendable {
  /// The programme's sets.
  public let sets: [PlannedSet]
  /// In which order they are done, and which one it is now.
  public internal(set) var route: GuideRoute
  /// What is going on.
  public internal(set) var phase = GuidePhase.starting
  /// What was counted of each set so far.
  public internal(set) var counts: [Int]
  /// Time of the last sample, in seconds from the session's first one.
  public private(set) var now = 0.0

  let timing: GuideTiming
  /// Where the sensor sits.
  public let placement: Placement
  /// Rest after each set.
  let restSeconds: [Double]
  var stillness = StillnessWatch()
  private var announcedCountdown: Int?
  /// The set that ended last.
  var ended: Int?
  /// The exercises that were stopped for pain, by their ids.
  var hurt: Set<String> = []
  /// What was asked for once and must be asked for again until then.
  var confirmation: (intent: GuideIntent, until: Double)?
  var pace: PaceWatch?
  /// The exercises that were explained, by their ids.
  private var explained: Set<String> = []
  /// The set that runs in the past that is being recalled.
  var recalled: Int?
  private var signal = SignalWatch()

  /// A guide that has seen nothing yet.
  ///
  /// - Parameters:
  ///   - program: what is to be done.
  ///   - placement: where the sensor sits.
  ///   - timing: how long it waits for what.
  public init(
    program: Program, placement: Placement, timing: GuideTiming = GuideTiming()
  ) {
    sets = program.sets
    restSeconds = program.lines.flatMap { line in
      Array(repeating: line.restSeconds, count: line.sides.count * line.sets)
    }
    self.placement = placement
    self.timing = timing
    route = GuideRoute(sets: program.sets)
    counts = sets.map { _ in 0 }
    if placement == .upperBack { route.arm = nil }
  }

  /// The present set; nil when all are done.
  public var current: Int? { route.current }

}

// MARK: - Time

extension Guide {
  /// Takes a sample that the session took.
  ///
  /// - Parameters:
  ///   - sample: what the sensor read, in its own frame.
  ///   - seconds: its time from the session's first sample.
  ///   - hold: the present set's position while it is held, as the session sees it.
  public mutating func process(
    _ sample: IMUSample, at seconds: Double, hold: LiveHold? = nil
  ) -> [GuideAction] {
    guard seconds >= now else { return [] }
    observe(sample, at: seconds)
    switch phase {
    case .starting: return [.note(.setEnd)] + arrive(restUntil: now)
    case .preparing(let until): return prepare(until)
    case .passingOver(let until): return now >= until ? leave() : []
    case .movingStrap(let move): return moveStrap(move)
    case .settling(let since): return settle(since)
    case .exercising(let effort): return exercise(effort, hold)
    case .paused(let since):
      return now - since >= timing.longestPauseSeconds ? finish() : []
    case .askingPain(let question): return wait(for: question)
    case .advising(let advice): return now >= advice.until ? leave(advice) : []
    case .finished: return []
    }
  }

  /// Follows the sensor.
  mutating func observe(_ sample: IMUSample, at seconds: Double) {
    now = seconds
    stillness.process(sample, at: seconds)
    signal.process(sample, at: seconds)
  }

  /// Goes to the present set: asks for the strap where it must move, else introduces it.
  mutating func arrive(restUntil: Double) -> [GuideAction] {
    announcedCountdown = nil
    guard let set = current else { return finish() }
    let rest = restUntil - now
    let announced: [GuideAction] = rest > 0 ? [.cue(.rest(seconds: rest, next: set))] : []
    guard sets[set].exercise.placements.contains(placement) else {
      phase = .passingOver(until: now + timing.unseenSeconds)
      return [.cue(.unseen(set: set))]
    }
    if let arm = newArm(for: set) {
      phase = .movingStrap(StrapMove(arm: arm, since: now, restUntil: restUntil))
      return announced + [.cue(.moveStrap(to: arm))]
    }
    return announced + introduce(set, restUntil: restUntil)
  }

  private mutating func introduce(_ set: Int, restUntil: Double) -> [GuideAction] {
    let isNew = explained.insert(sets[set].exercise.id).inserted
    let seconds = isNew ? timing.explanationSeconds : timing.introductionSeconds
    phase = .preparing(until: max(restUntil, now + seconds))
    let weakness = signal.weakness(for: sets[set].exercise)
    return [.cue(.introduced(set: set, arm: route.arm))]
      + weakness.map { .cue(.weakSignal(set: set, $0)) }
  }

  /// The arm to which the sensor must move for a set; nil where it is right as it is.
  func newArm(for set: Int) -> Side? {
    guard placement != .upperBack, sets[set].exercise.isOneSided, let side = sets[set].side,
      side != route.arm
    else { return nil }
    return side
  }

  private mutating func prepare(_ until: Double) -> [GuideAction] {
    guard let set = current else { return finish() }
    let left = until - now
    if left <= 0 {
      phase = .settling(since: now)
      return settle(now)
    }
    let seconds = Int(left.rounded(.up))
    let isDue = Double(seconds) <= timing.countdownSeconds || Double(seconds) == timing.readySeconds
    guard isDue, seconds != announcedCountdown else { return [] }
    announcedCountdown = seconds
    return [.cue(.getReady(set: set, secondsLeft: seconds))]
  }

  private mutating func moveStrap(_ move: StrapMove) -> [GuideAction] {
    let still = stillness.stillSeconds(at: now)
    var move = move
    if still < timing.stillSeconds, now - move.since > timing.stillSeconds { move.hasMoved = true }
    let isDone = move.hasMoved && still >= timing.strappedSeconds
    guard isDone || now - move.since >= timing.longestStrapSeconds else {
      phase = .movingStrap(move)
      return []
    }
    return strapped(move)
  }

  private mutating func strapped(_ move: StrapMove) -> [GuideAction] {
    route.arm = move.arm
    guard let set = current else { return finish() }
    return introduce(set, restUntil: move.restUntil)
  }

  private mutating func settle(_ since: Double) -> [GuideAction] {
    guard let set = current else { return finish() }
    let isStill = stillness.stillSeconds(at: now) >= timing.stillSeconds
    if isStill || now - since >= timing.longestSettlingSeconds { return begin(set) }
    return since == now ? [.cue(.holdStill(set: set))] : []
  }

  mutating func begin(_ set: Int) -> [GuideAction] {
    if case .movingStrap(let move) = phase { route.arm = move.arm }
    phase = .exercising(
      Effort(begun: now, lastProgress: now, holds: HoldTally(counted: counts[set])))
    pace = PaceWatch(sets[set].exercise)
    return [.note(start(of: set)), .cue(.go(set: set))]
  }

  /// The marker of a set's beginning, with a number where the programme has several that are
  /// similar.
  func start(of set: Int) -> Marker.Kind {
    let (exercise, side) = (sets[set].exercise.id, sets[set].side)
    let matching = sets.matching(exercise: exercise, side: side)
    let number = matching.firstIndex(of: set).map { $0 + 1 }
    return .setStart(exercise: exercise, side: side, number: matching.count > 1 ? number : nil)
  }

  /// Ends the running set and goes on to the next.
  mutating func endSet(_ set: Int) -> [GuideAction] {
    let noted = close(set) + [.cue(.setEnded(set: set, count: counts[set]))]
    route.advance()
    return noted + arrive(restUntil: route.current == nil ? now : now + restSeconds[set])
  }

  mutating func close(_ set: Int) -> [GuideAction] {
    ended = set
    return [.note(.setEnd)]
  }

  mutating func leave() -> [GuideAction] {
    route.advance()
    return arrive(restUntil: now)
  }

  mutating func finish() -> [GuideAction] {
    guard phase != .finished else { return [] }
    var actions: [GuideAction] = []
    if case .exercising = phase, let set = current { actions = close(set) }
    phase = .finished
    return actions + [.cue(.finished), .end]
  }
}
