import MotionCore
import MotionReport

/// What a person sees and hears of a session while it runs.
struct LiveConsole: ~Copyable {
  /// How a person is told.
  struct Manner {
    var isQuiet = false
    var rings = false
    var beats = false
    var speaker: Speaker?
  }

  private static let bell = "\u{7}"

  private let stream: TextStream
  private let errors = TextStream.standardError()
  private var lines: LiveLines
  private var spoken: SpokenLines
  private let manner: Manner
  private let isGuided: Bool
  /// The exercises of which it was said how they are done.
  private var explained: Set<String> = []
  private var metronome = Metronome()

  /// The lines go to standard output, unless that is to hold nothing but a JSON report.
  ///
  /// - Parameter isGuided: true where cues name the sets and are said aloud.
  init(
    check: Check, format: ReportFormat, isGuided: Bool = false, manner: Manner = Manner()
  ) {
    stream = format == .text ? .standardOutput() : .standardError()
    lines = LiveLines(sets: check.plan.sets, isGuided: isGuided)
    spoken = SpokenLines(sets: check.plan.sets)
    self.isGuided = isGuided
    self.manner = manner
  }

  /// Shows events as they come.
  mutating func show(_ events: [SessionEvent]) {
    let text = lines.lines(for: events)
    if !manner.isQuiet { stream.note(text.map { $0 + "\n" }.joined()) }
    ring(events.count { isGuided ? $0.isCountedRepetition : $0.ringsBell })
    manner.speaker?.say(spoken.utterances(for: isGuided ? events.filter(\.isGap) : events))
  }

  /// Shows what the person is told, at this time in seconds.
  mutating func show(_ cue: GuideCue, _ words: GuideWords, at time: Double) {
    let text = LiveLines.lines(words.lines(cue), at: time)
    if !manner.isQuiet { stream.note(text.map { $0 + "\n" }.joined()) }
    if case .holdReached = cue { ring(1) }
    var isKnown = false
    if case .introduced(let set, _) = cue {
      isKnown = !explained.insert(words.exercise(set)).inserted
    }
    manner.speaker?.say(words.utterances(cue, isKnown: isKnown))
  }

  /// Sounds the tempo that is asked for of what is being done.
  mutating func beat(at seconds: Double, in exercise: Exercise?) {
    if manner.beats, metronome.isDue(at: seconds, in: exercise) { ring(1, always: true) }
  }

  private func ring(_ times: Int, always: Bool = false) {
    if manner.rings || always { errors.control(String(repeating: Self.bell, count: times)) }
  }

  /// Takes note of events of a session that is resumed, which were reported when they happened.
  mutating func catchUp(_ events: [SessionEvent]) {
    _ = lines.lines(for: events)
    _ = spoken.utterances(for: events)
  }

  /// How far a session is that is resumed.
  var progress: String { lines.progress.joined(separator: "\n") }

  /// Says how far a session is that is resumed.
  func showProgress() {
    if !manner.isQuiet { stream.note(progress + "\n") }
  }
}

extension SessionEvent {
  /// True for what a person waits for without looking: a counted repetition, a hold long enough.
  fileprivate var ringsBell: Bool {
    switch self {
    case .holdReached: true
    case .repetition, .hold, .repetitionCorrected, .holdCorrected, .gap: isCountedRepetition
    }
  }

  fileprivate var isGap: Bool { if case .gap = self { true } else { false } }

  fileprivate var isCountedRepetition: Bool {
    if case .repetition(_, let repetition, _) = self { repetition.isCounted } else { false }
  }
}
