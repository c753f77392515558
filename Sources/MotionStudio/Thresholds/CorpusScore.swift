import Dispatch
import MotionCore
import MotionInput
import MotionReport
import MotionTuning
import Synchronization

/// How right the counts of a whole library are with some thresholds, beside those of before.
///
/// A newer request of the same page ends an older one: nobody waits for it any more.
final class CorpusScore: Sendable {
  /// So long a request may take at most before it answers with what is known, in seconds: reading
  /// many recordings for the first time takes longer than a browser should wait.
  private static let longestSeconds = 4.0

  private let library: Library
  private let memory = Mutex(Memory())

  private struct MeasureKey: Hashable {
    var item: Int
    var exercise: Exercise
  }

  private struct Memory {
    /// The newest request of each page.
    var newest: [String: Int] = [:]
    /// What was measured, with the truth that it was compared with, for thresholds that return:
    /// those of the start, and those at which the person stays.
    var known: [MeasureKey: [SetComparison]] = [:]
  }

  init(_ library: Library) { self.library = library }

  /// What came of one recording.
  private enum Outcome {
    case measured(before: [SetComparison], after: [SetComparison])
    case unlabelled
    case failed(InputError)
  }

  /// Measures all recordings of an exercise; nil where a newer request has come.
  ///
  /// - Parameters:
  ///   - start: with the thresholds of before.
  ///   - changed: with those that are tried.
  ///   - page: who asks, and for the how many-th time.
  func json(
    _ start: Exercise, _ changed: Exercise, page: (name: String, request: Int)
  ) -> JSON? {
    memory.withLock { memory in
      memory.newest[page.name] = max(memory.newest[page.name] ?? 0, page.request)
    }
    let deadline = ContinuousClock.now + .seconds(Self.longestSeconds)
    let chosen = library.items.indices.filter {
      library.items[$0].exercises.contains(start.id)
    }
    let outcomes = Mutex<[Int: Outcome]>([:])
    DispatchQueue.concurrentPerform(iterations: chosen.count) { index in
      guard isNewest(page), ContinuousClock.now < deadline else { return }
      let outcome = outcome(chosen[index], start, changed)
      outcomes.withLock { $0[chosen[index]] = outcome }
    }
    guard isNewest(page) else { return nil }
    return outcomes.withLock { Self.json($0, of: chosen) }
  }

  private func isNewest(_ page: (name: String, request: Int)) -> Bool {
    memory.withLock { ($0.newest[page.name] ?? 0) <= page.request }
  }

  private func outcome(_ item: Int, _ start: Exercise, _ changed: Exercise) -> Outcome {
    do throws(InputError) {
      let recordings = try library.labelled(item, start)
      guard !recordings.isEmpty else { return .unlabelled }
      let before = comparisons(item, recordings, start)
      return .measured(
        before: before,
        after: changed == start ? before : comparisons(item, recordings, changed))
    } catch {
      return .failed(error)
    }
  }

  /// What is found, as far as it is not known with the very same labels.
  private func comparisons(
    _ item: Int, _ recordings: [TuningRecording], _ exercise: Exercise
  ) -> [SetComparison] {
    let key = MeasureKey(item: item, exercise: exercise)
    if let known = memory.withLock({ $0.known[key] }),
      known.map(\.truth) == recordings.map(\.truth)
    {
      return known
    }
    // Of the recording that is shown it is found already.
    let found = recordings.map { recording in
      library.known(item, PlannedSet(exercise: exercise, target: recording.target))
        .map(recording.comparison(of:)) ?? recording.comparison(with: exercise)
    }
    memory.withLock { memory in
      if memory.known.count >= Self.mostKnown { memory.known = [:] }
      memory.known[key] = found
    }
    return found
  }

  private static let mostKnown = 4096

  // MARK: - JSON

  private static func json(_ outcomes: [Int: Outcome], of chosen: [Int]) -> JSON {
    var (before, after) = (Score(), Score())
    var rows: [JSON] = []
    for item in chosen {
      switch outcomes[item] {
      case .measured(let old, let new):
        for set in old { before.add(set) }
        for set in new { after.add(set) }
        rows.append(row(item, old, new))
      case .failed(let error):
        rows.append(["recording": .integer(item), "error": .string("\(error)")])
      case .unlabelled, nil: break
      }
    }
    return [
      "asked": .integer(chosen.count), "known": .integer(outcomes.count),
      "rows": .array(rows), "before": figures(before), "after": figures(after),
    ]
  }

  private static func row(_ item: Int, _ old: [SetComparison], _ new: [SetComparison]) -> JSON {
    let (oldError, newError) = (error(old), error(new))
    return [
      "recording": .integer(item),
      "truth": .integer(new.reduce(0) { $0 + $1.truth.count }),
      "before": .integer(old.reduce(0) { $0 + $1.count }),
      "after": .integer(new.reduce(0) { $0 + $1.count }),
      "change": .string(newError < oldError ? "better" : oldError < newError ? "worse" : "same"),
    ]
  }

  private static func error(_ sets: [SetComparison]) -> TuningError {
    TuningError(sets.map { SetError($0) })
  }

  static func figures(_ score: Score) -> JSON {
    [
      "sets": .integer(score.sets), "exact": .integer(score.exact.right),
      "withinOne": .integer(score.withinOne.right),
      "meanError": JSON(score.meanAbsoluteError), "f1": JSON(score.f1),
      "boundarySeconds": JSON(score.boundaryErrorSeconds.mean),
      "holdSeconds": JSON(score.holdErrorSeconds.mean),
    ]
  }
}
