import MotionCore

/// What a live screen knows: it takes in what happens and gives the view of each moment.
package struct LiveState: Sendable {
  /// The keys of a guided session.
  package static let guidedKeys = [
    "space pause", "n next", "b back", "s side", "p pain", "q finish",
  ]
  /// The keys of a single exercise.
  package static let plainKeys = ["p pain", "q finish", "Ctrl-C ends at once"]
  /// What can be pressed where no keys are read.
  package static let noKeys = ["Ctrl-C ends the session"]
  static let painKeys = ["0 to 10", "n more", "b less", "space confirms", "u undo"]

  let sets: [PlannedSet]
  let keys: [String]
  private(set) var counts: [ShownCount]
  private(set) var lastRep: Repetition?
  private(set) var board = MessageBoard()
  /// Notes on the sensor or the recording, beside what the person is told.
  private(set) var notes = MessageBoard()
  /// The hold of a single exercise, and which one it is, from 1.
  private(set) var hold: LiveHold?
  private(set) var holdNumber = 1
  private(set) var lastHold: EndedHold?
  /// The holds of a single exercise, as far as they are known now.
  private(set) var holds = HoldTally()
  /// Time of the last sample, in seconds.
  private(set) var last = 0.0
  private var silentSeconds = 0.0
  private(set) var trace = TurnTrace(capacity: Self.tracePoints)

  /// A minute of movement: more than any screen shows.
  private static let tracePoints = 600
  /// The shortest step in a sensor's time that is no late sample.
  private static let shortestLeapSeconds = 1.0

  /// The state of a session that looks for these sets.
  package init(sets: [PlannedSet], keys: [String]) {
    self.sets = sets
    self.keys = keys
    counts = sets.map { _ in ShownCount() }
    board.add(.safety, at: 0)
  }

  /// The moment by which messages come and go: time goes on while the sensor is silent, too.
  var now: Double { last + silentSeconds }

  /// Takes a sample of this time, in seconds.
  package mutating func take(_ sample: IMUSample, at seconds: Double) {
    // The pause of a resumed session passes all at once, not as a silence that somebody watches.
    let leap = seconds - now
    if leap >= Self.shortestLeapSeconds { notes.leap(by: leap) }
    (last, silentSeconds) = (max(last, seconds), 0)
    trace.process(sample, at: seconds)
  }

  /// Takes how long nothing has come.
  package mutating func wait(silentSeconds: Double) { self.silentSeconds = silentSeconds }

  /// Takes the session's events.
  package mutating func take(_ events: [SessionEvent]) {
    for event in events {
      switch event {
      case .repetition(let set, let repetition, let count):
        counts[set].take(count: count, at: now)
        if repetition.isCounted { lastRep = repetition }
      case .hold(let set, let hold, let count), .holdCorrected(let set, let hold, let count):
        counts[set].take(count: count, at: now)
        holds.take(count: count, judged: hold)
      case .repetitionCorrected(let set, _, let count):
        counts[set].take(count: count, at: now)
      case .holdReached, .gap: break
      }
    }
  }

  /// Takes the position that is held in a single exercise.
  package mutating func take(_ hold: LiveHold?) {
    if self.hold == nil { holdNumber = holds.nextNumber }
    defer { self.hold = hold }
    guard hold == nil, let over = self.hold,
      case .hold(let parameters) = sets[0].exercise.parameters
    else { return }
    guard over.seconds(at: now) >= parameters.minimumHoldSeconds else { return }
    let ended = holds.take(
      over, number: holdNumber, at: now, target: sets[0].target, parameters)
    lastHold = ended
    counts[0].take(presumed: ended.done, at: now)
    board.add(.ended(ended), at: now)
  }

  /// Takes what the person hears.
  package mutating func take(_ cue: GuideCue, _ words: GuideWords) {
    switch cue {
    case .go: trace.beginHere()
    case .introduced: lastRep = nil
    case .holdEnded(let set, let hold): counts[set].take(presumed: hold.done, at: now)
    default: break
    }
    board.take(cue, words, at: now)
  }

  /// Takes a note on the sensor, the recording or the session: some lines.
  package mutating func take(note: String) {
    let words = note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    notes.add(.note(words), at: now)
  }
}
