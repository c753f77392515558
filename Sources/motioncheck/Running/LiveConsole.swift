import MotionCore
import MotionReport

/// What a person sees and hears of a session while it runs.
struct LiveConsole: ~Copyable {
  /// How a person is told.
  struct Manner {
    var isQuiet = false
    var rings = false
    var speaker: Speaker?
  }

  private static let bell = "\u{7}"

  private let stream: TextStream
  private let errors = TextStream.standardError()
  private var lines: LiveLines
  private var spoken: SpokenLines
  private let manner: Manner

  /// The lines go to standard output, unless that is to hold nothing but a JSON report.
  init(check: Check, format: ReportFormat, manner: Manner = Manner()) {
    stream = format == .text ? .standardOutput() : .standardError()
    lines = LiveLines(sets: check.plan.sets)
    spoken = SpokenLines(sets: check.plan.sets)
    self.manner = manner
  }

  /// Shows events as they come.
  mutating func show(_ events: [SessionEvent]) {
    let text = lines.lines(for: events)
    if !manner.isQuiet { stream.note(text.map { $0 + "\n" }.joined()) }
    if manner.rings {
      errors.note(String(repeating: Self.bell, count: events.count(where: \.isWorthABell)))
    }
    manner.speaker?.say(spoken.utterances(for: events))
  }

  /// Takes note of events of a session that is gone on with, which were told when they happened.
  mutating func catchUp(_ events: [SessionEvent]) {
    _ = lines.lines(for: events)
    _ = spoken.utterances(for: events)
  }

  /// Says how far a session is that is gone on with.
  func showStanding() {
    if !manner.isQuiet { stream.note(lines.standing.map { $0 + "\n" }.joined()) }
  }
}

extension SessionEvent {
  /// True for what a person waits for without looking: a counted repetition, a hold long enough.
  fileprivate var isWorthABell: Bool {
    switch self {
    case .repetition(_, let repetition, _): repetition.isCounted
    case .holdReached: true
    case .hold, .repetitionCorrected, .holdCorrected, .gap: false
    }
  }
}
