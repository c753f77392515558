import Dispatch
import Foundation
import MotionCore
import MotionInput
import MotionTuning
import Synchronization

/// Labelled recordings, each run through a session of its own, as many at once as there are cores.
struct Evaluation {
  /// What became of one row of the manifest.
  enum Outcome: Sendable {
    case evaluated(EvaluatedRecording)
    /// Nobody noted what is in it.
    case skipped
    /// It could not be used, and why.
    case failed(EvaluationError)
  }

  /// A set and the recording that holds it.
  typealias Place = (recording: EvaluatedRecording, set: SetComparison)

  let recordings: [EvaluatedRecording]
  /// What a person must know: rows left out and recordings that could not be used.
  let notes: [String]
  let failures: Int
  let skipped: [String]

  init(_ entries: [Manifest.Entry], parameters: ParameterFile?, isShowingProgress: Bool) {
    let outcomes = Self.outcomes(of: entries, parameters, isShowingProgress)
    recordings = outcomes.compactMap {
      if case .evaluated(let recording) = $0 { recording } else { nil }
    }
    let errors: [String] = outcomes.compactMap {
      if case .failed(let error) = $0 { "Error: \(error)" } else { nil }
    }
    skipped = zip(entries, outcomes).compactMap { entry, outcome in
      if case .skipped = outcome { entry.file } else { nil }
    }
    failures = errors.count
    notes =
      errors
      + (skipped.isEmpty
        ? [] : ["Skipped, without a count or labels: \(skipped.joined(separator: ", "))"])
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
    of entries: [Manifest.Entry], _ parameters: ParameterFile?, _ isShowingProgress: Bool
  ) -> [Outcome] {
    let plans = entries.map { entry in
      Result { () throws(EvaluationError) in try entry.plan(parameters) }
    }
    let finished = Mutex<[Int: Outcome]>([:])
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let outcome = outcome(of: entries[index], plans[index])
      let count = finished.withLock {
        $0[index] = outcome
        return $0.count
      }
      if isShowingProgress { showProgress(count, of: entries.count) }
    }
    return finished.withLock { finished in entries.indices.compactMap { finished[$0] } }
  }

  private static func outcome(
    of entry: Manifest.Entry, _ plan: Result<SessionPlan, EvaluationError>
  ) -> Outcome {
    do throws(EvaluationError) {
      let recording = try EvaluatedRecording(entry, try plan.get())
      return recording.map(Outcome.evaluated) ?? .skipped
    } catch {
      return .failed(error)
    }
  }

  private static func showProgress(_ count: Int, of total: Int) {
    let text = count < total ? "\r\(count) of \(total) recordings" : "\r\u{1B}[K"
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Why a row of a manifest cannot be evaluated.
enum EvaluationError: Error, CustomStringConvertible {
  /// The recording, its labels or the parameters cannot be used.
  case input(InputError)
  /// The column check_as names nothing that there is.
  case unknownCheck(id: String, file: String)
  /// The column events is not of the form "kind start end|kind start end".
  case badEvents(text: String, file: String)

  var description: String {
    switch self {
    case .input(let error): error.description
    case .unknownCheck(let id, let file):
      """
      \(file): check_as is '\(id)' in the manifest; allowed: \
      \((Exercise.catalogue.map(\.id) + Program.builtIn.map(\.id)).joined(separator: ", "))
      """
    case .badEvents(let text, let file):
      """
      \(file): events is '\(text)' in the manifest; expected 'kind start end', separated by '|', \
      in seconds
      """
    }
  }
}
