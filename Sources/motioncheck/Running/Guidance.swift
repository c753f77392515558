import MotionCore
import MotionReport

/// Leads a person through a live session: the guide, what the person asks of it, and who is told.
final class Guidance {
  /// How often the detector is asked for a running hold, in seconds.
  private static let holdStrideSeconds = 0.1

  private let program: Program
  private(set) var guide: Guide
  /// Whether the session is over.
  private(set) var isOver = false
  /// False for as long as what comes is the past of a session that is resumed: its own markers
  /// say where its sets were.
  var isLeading = true
  /// Asked for what the person wants, after each wait for readings.
  var intents: () -> [GuideIntent] = { [] }
  /// Told of each cue, with its words and the time in seconds from the first sample.
  var onCue: (GuideCue, GuideWords, Double) -> Void = { _, _, _ in }

  private var lastNanoseconds: Int64 = 0
  private var runningHold: (start: Double?, askedAt: Double) = (nil, -.infinity)

  private var words: GuideWords

  /// Guidance through a programme that has seen nothing yet.
  init(_ program: Program, placement: Placement) {
    self.program = program
    guide = Guide(program: program, placement: placement)
    words = GuideWords(sets: guide.sets, placement: placement)
  }

  /// Begins with the sensor at this place, which is known with the first reading.
  func begin(placement: Placement) {
    guide = Guide(program: program, placement: placement)
    words = GuideWords(sets: guide.sets, placement: placement)
  }

  /// Takes what the person asked for meanwhile; returns what is to be noted now.
  func takeIntents() -> [Marker] {
    isLeading ? intents().flatMap { carryOut(guide.take($0)) } : []
  }

  /// Takes a reading that the session took, with what it brought about; returns what is to be noted
  /// right behind it.
  func follow(
    _ reading: MotionReading, _ events: [SessionEvent], _ session: Session
  ) -> [Marker] {
    guard isLeading else {
      guide.recall(reading, events, at: session.now)
      return []
    }
    let notes = carryOut(guide.take(events))
    guard case .sample(let sample) = reading else { return notes }
    lastNanoseconds = sample.nanoseconds
    return notes
      + carryOut(
        guide.process(
          sample, at: session.now, runningHoldStart: runningHoldStart(session)))
  }

  /// Takes what its own notes brought about.
  func take(_ events: [SessionEvent]) { _ = carryOut(guide.take(events)) }

  private func runningHoldStart(_ session: Session) -> Double? {
    guard case .exercising = guide.phase, let set = guide.current else { return nil }
    if session.now - runningHold.askedAt >= Self.holdStrideSeconds {
      runningHold = (session.runningHoldStart(of: set), session.now)
    }
    return runningHold.start
  }

  private func carryOut(_ actions: [GuideAction]) -> [Marker] {
    actions.compactMap { action in
      switch action {
      case .cue(let cue): onCue(cue, words, guide.now)
      case .note(let kind): return Marker(nanoseconds: lastNanoseconds, kind: kind)
      case .end: isOver = true
      }
      return nil
    }
  }
}
