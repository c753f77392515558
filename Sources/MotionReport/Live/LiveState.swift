import MotionCore

/// What a live screen knows: it takes in what happens and gives the view of each moment.
package struct LiveState: Sendable {
  /// The keys of a guided session.
  package static let guidedKeys = "space pause  n next  b back  s side  p pain  q finish"
  /// The keys of a single exercise.
  package static let plainKeys = "Ctrl-C ends the session"

  private let sets: [PlannedSet]
  private let keys: String
  private var counts: [Int]
  private var lastRep: Repetition?
  private var message = SafetyNotice.short
  /// What was noted last, the newest first, and until when it is shown.
  private var notes: [(text: String, until: Double)] = []
  /// Time with a signal, and the time of the last sample, in seconds.
  private var signalSeconds = 0.0
  private var last = 0.0
  private var trace = TurnTrace(capacity: Self.tracePoints)

  /// A minute of movement: more than any screen shows.
  private static let tracePoints = 600
  /// A note on the sensor or the recording stands for this time, in seconds with a signal: for as
  /// long as nothing comes, too.
  private static let noteSeconds = 8.0
  private static let mostNotes = 2

  /// The state of a session that looks for these sets.
  package init(sets: [PlannedSet], keys: String) {
    self.sets = sets
    self.keys = keys
    counts = sets.map { _ in 0 }
  }

  /// Takes a sample of this time, in seconds.
  package mutating func take(_ sample: IMUSample, at seconds: Double) {
    signalSeconds += min(Gap.limitSeconds, max(0, seconds - last))
    last = seconds
    trace.process(sample, at: seconds)
  }

  /// Takes the session's events.
  package mutating func take(_ events: [SessionEvent]) {
    for event in events {
      switch event {
      case .repetition(let set, let repetition, let count):
        counts[set] = count
        if repetition.isCounted { lastRep = repetition }
      case .hold(let set, _, let count), .repetitionCorrected(let set, _, let count),
        .holdCorrected(let set, _, let count):
        counts[set] = count
      case .holdReached, .gap: break
      }
    }
  }

  /// Takes what the person hears.
  package mutating func take(_ cue: GuideCue, _ words: GuideWords) {
    if case .go = cue { trace.beginHere() }
    if case .introduced = cue { lastRep = nil }
    for utterance in words.utterances(cue) where utterance.priority != .count {
      if case .weakSignal = cue {
        message += " " + utterance.text
      } else {
        message = utterance.text
      }
    }
  }

  /// Takes a note on the sensor, the recording or the session: some lines.
  package mutating func take(note: String) {
    let words = note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    notes = [(words, signalSeconds + Self.noteSeconds)] + notes.prefix(Self.mostNotes - 1)
  }
}

// MARK: - Views

extension LiveState {
  /// The view of a single exercise.
  package func view(at now: Double, runningHoldStart: Double?, _ sensor: SensorState) -> LiveView {
    var view = basis(set: 0, at: now, sensor)
    view.place = Wording.clock(now)
    let start = runningHoldStart
    show(count: 0, &view)
    if let start { show(heldSince: start, of: sets[0].target, at: now, &view) }
    (view.phase, view.tone) = (start == nil ? "Counting" : "Hold", .active)
    return alert(view, sensor)
  }

  /// The view of a guided session.
  package func view(_ guide: Guide, _ sensor: SensorState) -> LiveView {
    let set = guide.current ?? sets.count - 1
    var view = basis(set: set, at: guide.now, sensor)
    view.next = guide.route.next.map { Wording.sentenceStart(sets[$0].title) } ?? ""
    switch guide.phase {
    case .starting: view.phase = "Waiting for the sensor"
    case .preparing(let until): prepare(until - guide.now, guide, &view)
    case .passingOver: view.phase = "Cannot be seen from here"
    case .movingStrap(let move):
      view.isExplaining = true
      view.phase = "Sensor to the \(move.arm.rawValue) arm"
    case .settling:
      view.phase = "Be still"
      show(count: set, &view)
    case .exercising(let effort): exercise(effort, set, guide.now, &view)
    case .paused:
      (view.phase, view.tone) = ("Paused", .attention)
      show(count: set, &view)
    case .askingPain(let hurt, let level, _):
      view.title = Wording.sentenceStart(sets[hurt].title)
      view.isAskingPain = true
      (view.phase, view.tone) = ("Stopped. How strong is the pain?", .attention)
      view.figure = level.map(String.init) ?? "-"
      view.caption = "from 0 to 10"
      view.keys = "0 to 10, or next and back to choose and space to confirm"
    case .finished: view.phase = "Over"
    }
    return alert(view, sensor)
  }

  private func basis(set: Int, at now: Double, _ sensor: SensorState) -> LiveView {
    var view = LiveView()
    view.title = Wording.sentenceStart(sets[set].title)
    view.place = "\(set + 1) of \(sets.count)   \(Wording.clock(now))"
    view.tempo = lastRep.map(tempo) ?? ""
    view.message = message
    view.note = notes.filter { signalSeconds < $0.until }.map(\.text).joined(separator: " ")
    view.trace = trace.degrees
    view.sensor = sensor.line
    view.keys = keys
    return view
  }

  /// Without a signal nothing else matters.
  private func alert(_ view: LiveView, _ sensor: SensorState) -> LiveView {
    var view = view
    view.isSensorPoor = sensor.isPoor
    if sensor.silentSeconds >= SensorState.longestSilenceSeconds { view.tone = .attention }
    return view
  }

  private func prepare(_ left: Double, _ guide: Guide, _ view: inout LiveView) {
    let seconds = max(0, Int(left.rounded(.up)))
    let isReady = Double(seconds) <= GuideTiming().countdownSeconds
    view.isExplaining = true
    view.phase = isReady ? "Get ready" : "Next"
    view.figure = "\(seconds)"
    view.caption = "s, then \(doseWords(guide.current ?? 0))"
  }

  private func doseWords(_ set: Int) -> String {
    sets[set].target.map { $0.dose(of: sets[set].exercise.kind) } ?? sets[set].title
  }

  private func exercise(_ effort: Effort, _ set: Int, _ now: Double, _ view: inout LiveView) {
    view.tone = .active
    show(count: set, &view)
    guard let hold = effort.hold else {
      view.phase = "Go, slowly"
      return
    }
    show(heldSince: hold.start, of: sets[set].target, at: now, &view)
    let total = sets[set].target?.reps.map { " of \($0)" } ?? ""
    view.phase =
      hold.isReached
      ? sets[set].target?.holdSecondsMax == nil ? "Let go" : "Long enough"
      : "Hold \(hold.number)\(total)"
  }

  private func show(count set: Int, _ view: inout LiveView) {
    let target = sets[set].target
    let noun = sets[set].exercise.kind == .cycle ? "rep" : "hold"
    view.figure = "\(counts[set])"
    view.caption = target?.reps.map { "of \(Wording.count($0, noun))" } ?? "\(noun)s"
    view.progress = target?.reps.map { Double(counts[set]) / Double(max(1, $0)) }
  }

  /// Counts down to what is asked for, and up from there.
  private func show(
    heldSince start: Double, of target: Target?, at now: Double, _ view: inout LiveView
  ) {
    let held = max(0, now - start)
    guard let asked = target?.holdSeconds, held < asked else {
      view.figure = "\(Int(held))"
      view.caption = "s held"
      view.progress = target?.holdSecondsMax.map { held / $0 }
      return
    }
    view.figure = "\(Int((asked - held).rounded(.up)))"
    view.caption = "s to hold"
    view.progress = held / asked
  }

  private func tempo(_ repetition: Repetition) -> String {
    let parts = zip(["out", "turn", "back"], repetition.tempo).compactMap { name, seconds in
      seconds.map { "\(name) \(Wording.seconds($0))" }
    }
    let fast = repetition.verdict == .tooFast ? "  slower" : ""
    return "last: " + parts.joined(separator: "  ") + fast
  }
}
