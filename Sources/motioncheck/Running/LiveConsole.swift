import MotionCore
import MotionReport

/// What a person sees and hears of a session while it runs.
struct LiveConsole: ~Copyable {
  private static let bell = "\u{7}"

  private let stream: TextStream
  private let errors = TextStream.standardError()
  private var lines: LiveLines
  private let isQuiet: Bool
  private let rings: Bool

  /// The lines go to standard output, unless that is to hold nothing but a JSON report.
  init(check: Check, format: ReportFormat, isQuiet: Bool = false, rings: Bool = false) {
    stream = format == .text ? .standardOutput() : .standardError()
    lines = LiveLines(sets: check.plan.sets)
    self.isQuiet = isQuiet
    self.rings = rings
  }

  /// Shows events as they come.
  mutating func show(_ events: [SessionEvent]) {
    let text = lines.lines(for: events)
    if !isQuiet { stream.note(text.map { $0 + "\n" }.joined()) }
    if rings {
      errors.note(String(repeating: Self.bell, count: events.count(where: \.isWorthABell)))
    }
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
