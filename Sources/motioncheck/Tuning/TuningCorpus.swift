import ArgumentParser
import Dispatch
import MotionCore
import MotionInput
import MotionTuning
import Synchronization

/// The labelled recordings of one exercise, read and conditioned once.
struct TuningCorpus {
  /// The exercise, with the thresholds to begin from.
  let exercise: Exercise
  /// Its recordings, in the order of the manifest.
  private(set) var recordings: [TuningRecording] = []
  private var skipped: [String] = []

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
    let own = rows.filter { $0.checkAs == exercise.id }
    for (entry, outcome) in zip(own, Self.read(own, exercise)) {
      if let recording = try outcome.get() {
        recordings.append(recording)
      } else {
        skipped.append(entry.file)
      }
    }
    guard recordings.count >= Self.fewest else {
      throw InputError.document(
        path: manifest, line: 1,
        found: "\(recordings.count) labelled \(recordings.count == 1 ? "recording" : "recordings") "
          + "of \(exercise.id)",
        expected: "at least \(Self.fewest), so that what is found on some can be tried on others; "
          + "'motioncheck label' notes how many there were")
    }
  }

  /// Names what takes no part.
  func tellWhatIsLeftOut() {
    guard !skipped.isEmpty else { return }
    TextStream.standardError().note(
      "Skipped, without a count or labels: \(skipped.joined(separator: ", "))\n")
  }

  /// The exercise that was named, or the only one of the manifest.
  private static func exercise(
    _ id: String?, rows: [Manifest.Entry], manifest: String
  ) throws -> Exercise {
    let ids = Set(rows.map(\.checkAs)).sorted()
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
  ) -> [Result<TuningRecording?, InputError>] {
    let finished = Mutex<[Int: Result<TuningRecording?, InputError>]>([:])
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      let recording = Result { () throws(InputError) in
        try TuningRecording(entries[index], exercise)
      }
      finished.withLock { $0[index] = recording }
    }
    return finished.withLock { finished in entries.indices.compactMap { finished[$0] } }
  }
}

extension TuningRecording {
  /// Reads a recording; nil when nobody noted what is in it.
  fileprivate init?(_ entry: Manifest.Entry, _ exercise: Exercise) throws(InputError) {
    let noted = try RecordingTruth(entry)
    let plan = PlannedSet(exercise: exercise, target: exercise.dose)
    guard let truth = try noted.sets(of: .single(plan))?.first else { return nil }
    let recording = try ConditionedRecording(
      path: entry.path, placement: entry.placement, for: exercise.parameters)
    try noted.check(recordingSeconds: recording.quality.seconds)
    self.init(
      name: entry.file, subject: entry.subject, recording: recording, truth: truth,
      target: exercise.dose)
  }
}

extension ConditionedRecording {
  /// Reads a recording from a file.
  ///
  /// - Parameter placement: where the sensor sat; nil for what the recording says.
  init(
    path: String, placement: Placement?, for parameters: DetectionParameters
  ) throws(InputError) {
    let source = try RecordingSource(path: path)
    var readings: [MotionReading] = []
    while let next = try source.next() { readings += next }
    self.init(
      readings, placement: placement ?? source.metadata.placement ?? .upperArm, for: parameters)
  }
}
