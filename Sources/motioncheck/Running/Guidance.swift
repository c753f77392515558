import MotionCore
import MotionReport

/// Leads a person through a live session: the guide, what the person asks of it, and who is told.
final class Guidance: SessionLead {
  /// How often the detector is asked for a running hold, in seconds.
  private static let holdStrideSeconds = 0.1

  private let program: Program
  private let timing: GuideTiming
  private var guide: Guide
  private(set) var isOver = false
  let placesSets = true
  var isLeading = true
  var intents: () -> [GuideIntent] = { [] }
  var onCue: (GuideCue, GuideWords, Double) -> Void = { _, _, _ in }

  private var lastNanoseconds: Int64 = 0
  private var liveHold: (hold: LiveHold?, askedAt: Double) = (nil, -.infinity)

  private var words: GuideWords

  /// Guidance through a programme that has seen nothing yet.
  ///
  /// - Parameter timing: how long it waits for what.
  init(_ program: Program, placement: Placement, timing: GuideTiming) {
    self.program = program
    self.timing = timing
    guide = Guide(program: program, placement: placement, timing: timing)
    words = GuideWords(sets: guide.sets, placement: placement)
  }

  var isComplete: Bool { guide.current == nil }

  var moving: Exercise? {
    guard case .exercising = guide.phase, let set = guide.current else { return nil }
    return guide.sets[set].exercise
  }

  func view(of state: LiveState, _ sensor: SensorState) -> LiveView { state.view(guide, sensor) }

  func begin(placement: Placement) {
    guide = Guide(program: program, placement: placement, timing: timing)
    words = GuideWords(sets: guide.sets, placement: placement)
  }

  func takeIntents() -> [Marker] {
    isLeading ? intents().flatMap { carryOut(guide.take($0)) } : []
  }

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
          sample, at: session.now, hold: liveHold(of: session)))
  }

  func take(_ events: [SessionEvent]) { _ = carryOut(guide.take(events)) }

  private func liveHold(of session: Session) -> LiveHold? {
    guard case .exercising = guide.phase, let set = guide.current else { return nil }
    if session.now - liveHold.askedAt >= Self.holdStrideSeconds {
      liveHold = (session.liveHold(of: set), session.now)
    }
    return liveHold.hold
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
