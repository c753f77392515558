import ArgumentParser
import Dispatch
import MotionCore
import MotionInput
import MotionStudio
import MotionTuning
import Synchronization

/// The labelled recordings of one exercise, read and conditioned once.
struct TuningCorpus {
  /// The exercise, with the thresholds to begin from.
  let exercise: Exercise
  /// Its recordings, in the order of the manifest.
  private(set) var recordings: [TuningRecording] = []
  private var leftOut: [String] = []

  /// Fewer recordings leave nothing to hold out.
  private static let fewest = 2

  /// Reads what a manifest names.
  ///
  /// - Throws: `InputError` for the manifest, a recording or its labels, `ValidationError` for
  ///   options that make no sense.
  init(
    _ labelled: LabelledRecordings, exercise id: String?, parameters: ParameterFile?
  ) throws {
    let manifest = labelled.manifest
    let rows = try labelled.rows()
    var exercise = try Self.exercise(id, rows: rows, manifest: manifest)
    if let wanted = parameters?.exercise, wanted != exercise.id {
      throw ValidationError("--parameters: the file is for '\(wanted)', not for '\(exercise.id)'.")
    }
    try parameters?.apply(to: &exercise)
    self.exercise = exercise
    let own = rows.filter { $0.exercises.contains(exercise.id) }
    for (entry, outcome) in zip(own, Self.read(own, exercise)) {
      let found = try outcome.get()
      recordings += found
      if found.isEmpty { leftOut.append("\(entry.file): \(entry.lack(of: exercise))") }
    }
    if rows.count > own.count {
      let count = rows.count - own.count
      leftOut.append("\(count) \(count == 1 ? "row" : "rows") of other exercises")
    }
    try requireEnough(manifest)
  }

  /// What is found on some recordings must be tried on others; the sets of one session are not
  /// parted.
  private func requireEnough(_ manifest: String) throws(InputError) {
    let sessions = Set(recordings.map(\.name)).count
    guard sessions < Self.fewest else { return }
    throw .document(
      path: manifest, line: 1,
      found: "\(sessions) labelled \(sessions == 1 ? "recording" : "recordings") "
        + "of \(exercise.id)",
      expected: "at least \(Self.fewest), so that what is found on some can be tried on others; "
        + "'motioncheck label' notes how many there were")
  }

  /// Names what takes no part, and why.
  func tellWhatIsLeftOut() {
    guard !leftOut.isEmpty else { return }
    TextStream.standardError().note(
      "Left out:\n\(leftOut.map { "  \($0)\n" }.joined())")
  }

  /// The exercise that was named, or the only one of the manifest.
  private static func exercise(
    _ id: String?, rows: [Manifest.Entry], manifest: String
  ) throws -> Exercise {
    let ids = Set(rows.flatMap(\.exercises)).sorted()
    if let id {
      guard ids.contains(id) else {
        throw ValidationError(
          "--exercise: no row of \(manifest) is to be checked as '\(id)'; "
            + "there are: \(ids.joined(separator: ", ")).")
      }
      return try Exercise.required(id)
    }
    guard ids.count == 1, let only = rows.first else {
      throw ValidationError(
        "\(manifest) names \(ids.joined(separator: ", ")); "
          + "choose one with --exercise.")
    }
    guard let exercise = Exercise.named(only.checkAs) else {
      let allowed = Exercise.catalogue.map(\.id).joined(separator: ", ")
      throw only.wrong("check_as", only.checkAs, expected: "an exercise: \(allowed)")
    }
    return exercise
  }

  private static func read(
    _ entries: [Manifest.Entry], _ exercise: Exercise
  ) -> [Result<[TuningRecording], InputError>] {
    let finished = Mutex<[Int: Result<[TuningRecording], InputError>]>([:])
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let recordings = Result { () throws(InputError) in
        try entries[index].tuningRecordings(of: exercise)
      }
      finished.withLock { $0[index] = recordings }
    }
    return finished.withLock { finished in entries.indices.compactMap { finished[$0] } }
  }
}
