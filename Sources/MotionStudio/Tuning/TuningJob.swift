import Dispatch
import MotionCore
import MotionInput
import MotionReport
import MotionTuning
import Synchronization

/// A search for thresholds that runs beside the page: one at a time, with its progress, until it is
/// over or somebody stops it.
final class TuningJob: Sendable {
  /// Why no search can begin.
  enum Refusal: Error, Sendable, Hashable {
    case running
    /// One recording has nothing to be compared with.
    case tooFew(found: Int)
  }

  private enum Stage: Sendable {
    case idle
    case running(exercise: String, share: Double)
    case over(TuningResult, recordings: [TuningRecording])
  }

  private struct Content {
    var stage = Stage.idle
    var isStopRequested = false
  }

  private let content = Mutex(Content())

  /// Begins a search.
  ///
  /// - Parameter budget: how many thresholds each search tries.
  /// - Throws: `Refusal`.
  func begin(
    _ exercise: Exercise, _ recordings: [TuningRecording], budget: Int, seed: UInt64
  ) throws(Refusal) {
    guard Set(recordings.map(\.name)).count > 1 else { throw .tooFew(found: recordings.count) }
    let isFree = content.withLock { content in
      if case .running = content.stage { return false }
      content = Content(stage: .running(exercise: exercise.id, share: 0))
      return true
    }
    guard isFree else { throw .running }
    let tuning = Tuning(exercise: exercise, recordings: recordings, budget: budget, seed: seed)
    // Slider and labels go on meanwhile, and come first.
    DispatchQueue.global(qos: .utility).async {
      let result = tuning.result(
        isStopped: { self.content.withLock { $0.isStopRequested } },
        progress: { self.note($0, of: exercise.id) })
      self.content.withLock { $0.stage = .over(result, recordings: recordings) }
    }
  }

  /// Ends the search with the best so far.
  func stop() { content.withLock { $0.isStopRequested = true } }

  /// What came of the last search, for a parameter file.
  var result: TuningResult? {
    content.withLock { content in
      if case .over(let result, _) = content.stage { result } else { nil }
    }
  }

  private func note(_ share: Double, of exercise: String) {
    content.withLock { content in
      if case .running(_, let known) = content.stage, share > known {
        content.stage = .running(exercise: exercise, share: share)
      }
    }
  }

  /// How it stands, for the page.
  var json: JSON {
    let content = self.content.withLock { $0 }
    switch content.stage {
    case .idle: return ["stage": "idle"]
    case .running(let exercise, let share):
      return [
        "stage": .string(content.isStopRequested ? "stopping" : "running"),
        "exercise": .string(exercise), "share": .number(share),
      ]
    case .over(let result, let recordings):
      return TuningJSON(result, recordings: recordings).json
    }
  }
}
