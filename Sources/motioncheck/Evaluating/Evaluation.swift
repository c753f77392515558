import Dispatch
import MotionCore
import MotionInput
import MotionStudio
import MotionTuning
import Synchronization

/// Labelled recordings, each run through a session of its own, as many at once as there are cores.
struct Evaluation {
  /// What became of one row of the manifest.
  private enum Outcome {
    /// What was found in it.
    case evaluated(EvaluatedRecording)
    /// Nobody noted what is in it.
    case skipped
    /// It could not be used, and why.
    case failed(InputError)
  }

  /// A set and the recording that holds it.
  typealias Place = (recording: EvaluatedRecording, set: SetComparison)

  /// The recordings that could be evaluated, in the order of the manifest.
  private(set) var recordings: [EvaluatedRecording] = []
  /// Recordings in which nobody noted what is there.
  private(set) var skipped: [String] = []
  /// Why other recordings could not be used.
  private(set) var failures: [InputError] = []

  /// Runs all recordings.
  init(_ entries: [Manifest.Entry], parameters: ParameterFile?) {
    for (entry, outcome) in zip(entries, Self.outcomes(of: entries, parameters)) {
      switch outcome {
      case .evaluated(let recording): recordings.append(recording)
      case .skipped: skipped.append(entry.file)
      case .failed(let error): failures.append(error)
      }
    }
  }

  /// Every set of every recording.
  var places: [Place] {
    recordings.flatMap { recording in recording.sets.map { (recording, $0) } }
  }

  /// The sets that were measured worst, the very worst first; none that has no fault.
  func worst(_ count: Int) -> [Place] {
    let faulty = places.filter { $0.set.fault > .none }
    return Array(faulty.sorted { $0.set.fault > $1.set.fault }.prefix(count))
  }

  private static func outcomes(
    of entries: [Manifest.Entry], _ parameters: ParameterFile?
  ) -> [Outcome] {
    let plans = entries.map { entry in
      Result { () throws(InputError) in try entry.plan(parameters) }
    }
    let finished = Mutex<[Int: Outcome]>([:])
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let outcome = outcome(of: entries[index], plans[index])
      let count = finished.withLock {
        $0[index] = outcome
        return $0.count
      }
      showProgress(count, of: entries.count)
    }
    return finished.withLock { finished in entries.indices.compactMap { finished[$0] } }
  }

  private static func outcome(
    of entry: Manifest.Entry, _ plan: Result<SessionPlan, InputError>
  ) -> Outcome {
    do throws(InputError) {
      let recording = try EvaluatedRecording(entry, try plan.get())
      return recording.map(Outcome.evaluated) ?? .skipped
    } catch {
      return .failed(error)
    }
  }

  private static func showProgress(_ count: Int, of total: Int) {
    let errors = TextStream.standardError()
    guard errors.isTerminal else { return }
    errors.control(count < total ? "\r\(count) of \(total) recordings" : "\r\u{1B}[K")
  }
}
