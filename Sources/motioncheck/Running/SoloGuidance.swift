import MotionCore
import MotionReport

/// Stands beside a single exercise, through which nobody is led: the person can say that it hurts,
/// and end it.
final class SoloGuidance: SessionLead {
  private let set: PlannedSet
  private var control = SoloControl()
  private var words: GuideWords
  private var now = 0.0
  private var lastNanoseconds: Int64 = 0
  private(set) var isOver = false
  private(set) var isComplete = false
  let placesSets = false
  var isLeading = true
  var intents: () -> [GuideIntent] = { [] }
  var onCue: (GuideCue, GuideWords, Double) -> Void = { _, _, _ in }

  init(_ set: PlannedSet, placement: Placement) {
    self.set = set
    words = GuideWords(sets: [set], placement: placement)
  }

  func begin(placement: Placement) { words = GuideWords(sets: [set], placement: placement) }

  func takeIntents() -> [Marker] {
    isLeading ? intents().flatMap { carryOut(control.take($0)) } : []
  }

  func follow(
    _ reading: MotionReading, _ events: [SessionEvent], _ session: Session
  ) -> [Marker] {
    guard isLeading, case .sample(let sample) = reading else { return [] }
    (now, lastNanoseconds) = (session.now, sample.nanoseconds)
    return carryOut(control.process(at: now))
  }

  func take(_ events: [SessionEvent]) {}

  func view(of state: LiveState, _ sensor: SensorState) -> LiveView {
    state.view(control.phase, sensor)
  }

  var moving: Exercise? { control.phase == .counting ? set.exercise : nil }

  private func carryOut(_ actions: [GuideAction]) -> [Marker] {
    actions.compactMap { action in
      switch action {
      case .cue(let cue): onCue(cue, words, now)
      case .note(let kind):
        // What hurt is not begun again.
        isComplete = true
        return Marker(nanoseconds: lastNanoseconds, kind: kind)
      case .end: isOver = true
      }
      return nil
    }
  }
}
