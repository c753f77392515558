import Dispatch
import MotionCore
import MotionInput
import MotionReport
import MotionTuning
import Synchronization

/// What two parameter files find in each recording of a library, side by side.
struct Comparison: Sendable {
  /// The rows, a recording and exercise each, as far as they could be measured.
  let json: JSON

  /// Looks with both files at every recording in which something is looked for.
  ///
  /// - Throws: `InputError` for thresholds that an exercise does not have.
  init(_ a: ParameterFile, _ b: ParameterFile, in library: Library) throws(InputError) {
    var jobs: [(item: Int, a: SessionPlan, b: SessionPlan)] = []
    for (index, item) in library.items.enumerated() {
      guard let plan = item.plan else { continue }
      jobs.append((index, try plan.with(a), try plan.with(b)))
    }
    let rows = Mutex<[Int: JSON]>([:])
    let work = jobs
    DispatchQueue.concurrentPerform(iterations: work.count) { index in
      let job = work[index]
      let row = Self.row(job.item, job.a, job.b, library)
      rows.withLock { $0[job.item] = row }
    }
    json = ["rows": .array(rows.withLock { rows in work.compactMap { rows[$0.item] } })]
  }

  private static func row(
    _ item: Int, _ a: SessionPlan, _ b: SessionPlan, _ library: Library
  ) -> JSON {
    do throws(InputError) {
      let first = try Detection(item, of: library, plan: a, isExplained: false)
      let second =
        a == b ? first : try Detection(item, of: library, plan: b, isExplained: false)
      let truth = try library.truth(item).sets(of: a)
      return [
        "recording": .integer(item), "file": .string(library.items[item].entry.file),
        "seconds": .number(first.report.quality.seconds),
        "truth": JSON(truth.map { $0.reduce(0) { $0 + $1.count } }),
        "a": .array(first.report.sets.map { DetectedSet($0, nil).json }),
        "b": .array(second.report.sets.map { DetectedSet($0, nil).json }),
      ]
    } catch {
      return [
        "recording": .integer(item), "file": .string(library.items[item].entry.file),
        "error": .string("\(error)"),
      ]
    }
  }
}

extension SessionPlan {
  /// The same plan with the thresholds of a file.
  fileprivate func with(_ file: ParameterFile) throws(InputError) -> SessionPlan {
    var thresholds: [String: DetectionParameters] = [:]
    for set in sets {
      var exercise = Exercise.named(set.exercise.id) ?? set.exercise
      try file.apply(to: &exercise)
      thresholds[exercise.id] = exercise.parameters
    }
    return with(thresholds)
  }
}
