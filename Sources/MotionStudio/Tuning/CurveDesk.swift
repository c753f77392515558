import MotionCore
import MotionReport
import MotionTuning
import Synchronization

/// Measures how the score depends on one threshold when a person asks for it: less than a search
/// takes, since only this threshold moves. A newer question ends an older one.
final class CurveDesk: Sendable {
  private let newest = Atomic(0)

  /// The curve of a threshold for the page; nil for one that is not searched, and where another one
  /// was asked for meanwhile.
  func json(
    _ name: String, of exercise: Exercise, on recordings: [TuningRecording]
  ) -> JSON? {
    let own = newest.add(1, ordering: .relaxed).newValue
    let curve = Sensitivity.of(
      name, exercise, on: recordings,
      isStopped: { self.newest.load(ordering: .relaxed) != own })
    return curve.map(TuningJSON.sensitivity)
  }
}
