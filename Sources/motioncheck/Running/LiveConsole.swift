import MotionCore
import MotionReport

/// What a person sees and hears of a session while it runs.
struct LiveConsole: ~Copyable {
  private static let bell = "\u{7}"

  private let stream: TextStream
  private let errors = TextStream.standardError()
  private var lines: LiveLines
  private let isGuided: Bool
  private let isQuiet: Bool
  private let rings: Bool

  /// The lines go to standard output, unless that is to hold nothing but a JSON report.
  ///
  /// - Parameter isGuided: true where cues name the sets.
  init(
    check: Check, format: ReportFormat, isGuided: Bool = false, isQuiet: Bool = false,
    rings: Bool = false
  ) {
    stream = format == .text ? .standardOutput() : .standardError()
    lines = LiveLines(sets: check.plan.sets, isGuided: isGuided)
    self.isGuided = isGuided
    self.isQuiet = isQuiet
    self.rings = rings
  }

  /// Shows events as they come.
  mutating func show(_ events: [SessionEvent]) {
    let text = lines.lines(for: events)
    if !isQuiet { stream.note(text.map { $0 + "\n" }.joined()) }
    ring(events.count { isGuided ? $0.isCountedRepetition : $0.isWorthABell })
  }

  /// Shows what the person is told, at this time in seconds.
  func show(_ cue: GuideCue, _ words: GuideWords, at time: Double) {
    let text = LiveLines.lines(words.lines(cue), at: time)
    if !isQuiet { stream.note(text.map { $0 + "\n" }.joined()) }
    if case .holdReached = cue { ring(1) }
  }

  private func ring(_ times: Int) {
    if rings { errors.note(String(repeating: Self.bell, count: times)) }
  }
}

extension SessionEvent {
  /// True for what a person waits for without looking: a counted repetition, a hold long enough.
  fileprivate var isWorthABell: Bool {
    switch self {
    case .holdReached: true
    case .repetition, .hold, .repetitionCorrected, .holdCorrected, .gap: isCountedRepetition
    }
  }

  fileprivate var isCountedRepetition: Bool {
    if case .repetition(_, let repetition, _) = self { repetition.isCounted } else { false }
  }
}
