import Dispatch
import MotionCore
import Synchronization

/// Measures recordings with the thresholds of many candidates, on all cores, each pair once.
final class CandidateEvaluator: Sendable {
  private let exercise: Exercise
  private let space: SearchSpace
  private let recordings: [TuningRecording]
  private let monitor: TuningMonitor
  private let known = Mutex<[Job: SetError]>([:])

  private struct Job: Hashable {
    var candidate: Candidate
    var recording: Int
  }

  init(
    exercise: Exercise, space: SearchSpace, recordings: [TuningRecording], monitor: TuningMonitor
  ) {
    self.exercise = exercise
    self.space = space
    self.recordings = recordings
    self.monitor = monitor
  }

  /// How many pairs of a candidate and a recording were measured, and how long those recordings
  /// are together.
  var measured: (times: Int, seconds: Double) {
    known.withLock { known in
      (known.count, known.keys.reduce(0) { $0 + recordings[$1.recording].seconds })
    }
  }

  /// The exercise with a candidate's thresholds.
  func exercise(with candidate: Candidate) -> Exercise {
    var changed = exercise
    changed.parameters = space.parameters(of: candidate)
    return changed
  }

  /// In so many parts the recordings are gone through, after each of which candidates may drop out.
  private static let rounds = 8

  /// The error of each candidate over some recordings, by their positions; nil when it was asked
  /// to stop.
  ///
  /// - Parameter counts: a candidate drops out, and has no error, as soon as its counts are wrong
  ///   by more than this in sum.
  func errors(
    of candidates: [Candidate], on chosen: [Int], within counts: Int = .max
  ) -> [TuningError?]? {
    var found = candidates.map { _ in [SetError]() }
    var open = Array(candidates.indices)
    var rest = chosen[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(max(1, chosen.count / Self.rounds)))
      rest = rest.dropFirst(part.count)
      guard let sets = setErrors(of: open.map { candidates[$0] }, on: part) else { return nil }
      for (index, sets) in zip(open, sets) { found[index] += sets }
      let left = open.filter { TuningError(found[$0]).counts <= counts }
      monitor.passed((open.count - left.count) * rest.count)
      open = left
    }
    return found.indices.map { open.contains($0) ? TuningError(found[$0]) : nil }
  }

  /// What is wrong with each recording with each candidate's thresholds; nil when it was asked to
  /// stop.
  func setErrors(of candidates: [Candidate], on chosen: [Int]? = nil) -> [[SetError]]? {
    let chosen = chosen ?? Array(recordings.indices)
    let jobs = candidates.map { candidate in
      chosen.map { Job(candidate: candidate, recording: $0) }
    }
    let open = known.withLock { known in
      Set(jobs.joined().filter { known[$0] == nil })
    }
    measure(Array(open))
    monitor.passed(candidates.count * chosen.count - open.count)
    return known.withLock { known in
      let found = jobs.map { row in row.compactMap { known[$0] } }
      return found.allSatisfy { $0.count == chosen.count } ? found : nil
    }
  }

  private func measure(_ jobs: [Job]) {
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      guard !monitor.isStopRequested else { return }
      let job = jobs[index]
      let comparison = recordings[job.recording].comparison(with: exercise(with: job.candidate))
      known.withLock { $0[job] = SetError(comparison) }
      monitor.passed(1)
    }
  }
}

/// How far tuning is, and whether it is to stop.
final class TuningMonitor: Sendable {
  private let passed = Atomic(0)
  private let total: Int
  private let isStopped: @Sendable () -> Bool
  private let tell: @Sendable (Double) -> Void

  /// - Parameters:
  ///   - total: how many pairs of a candidate and a recording there will be at most.
  ///   - isStopped: whether a person wants an end.
  ///   - tell: told of the share that is done, from any thread.
  init(
    total: Int, isStopped: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (Double) -> Void
  ) {
    self.total = total
    self.isStopped = isStopped
    self.tell = tell
  }

  var isStopRequested: Bool { isStopped() }

  func passed(_ count: Int) {
    let sum = passed.add(count, ordering: .relaxed).newValue
    tell(min(1, Double(sum) / Double(max(1, total))))
  }
}
