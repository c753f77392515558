import MotionCore
import MotionInput
import MotionTuning

extension Manifest.Entry {
  /// What may be tuned on this row: the exercise that it is checked as, or those of a programme.
  package var exercises: Set<String> {
    Program.named(checkAs).map { Set($0.lines.map(\.exercise.id)) } ?? [checkAs]
  }

  /// Why nothing of this row can be used for an exercise.
  package func lack(of exercise: Exercise) -> String {
    guard Program.named(checkAs) == nil else {
      return "a whole session in which no set of \(exercise.id) is labelled, so nothing says where "
        + "one is"
    }
    let others = (try? RecordingTruth(self))?.exercises.sorted() ?? []
    return others.isEmpty
      ? "neither a count nor labels"
      : "its labels name \(others.joined(separator: ", ")), not \(exercise.id)"
  }

  /// What this row gives to tune an exercise: its recording, or the labelled sets of a whole
  /// session, each cut out with what happens around it; nothing where nobody noted what is in it.
  package func tuningRecordings(of exercise: Exercise) throws(InputError) -> [TuningRecording] {
    let noted = try RecordingTruth(self)
    let source = try RecordingSource(path: path)
    let readings = try source.allReadings()
    let worn = placement ?? source.metadata.placement ?? .upperArm
    try noted.check(recordingSeconds: readings.seconds)
    return try parts(of: exercise, in: Program.named(checkAs), noted).compactMap { part in
      let (cut, start) = part.seconds.map { readings.within($0) } ?? (readings, 0)
      return cut.isEmpty
        ? nil
        : tuningRecording(
          of: part,
          ConditionedRecording(cut, placement: worn, for: exercise.parameters), from: start)
    }
  }

  /// Where an exercise is labelled: in the whole recording, or in sets of a programme's session.
  func parts(
    of exercise: Exercise, in program: Program?, _ noted: RecordingTruth
  ) throws(InputError) -> [RecordingTruth.Part] {
    if let program, reps != 0 { return noted.parts(of: program, exercise: exercise) }
    let plan = PlannedSet(exercise: exercise, target: exercise.dose)
    guard noted.names(exercise), let truth = try noted.sets(of: .single(plan))?.first else {
      return []
    }
    return [RecordingTruth.Part(truth: truth, target: plan.target)]
  }

  /// A part of this row, ready to be measured.
  ///
  /// - Parameter start: where the conditioned signal begins, in seconds.
  func tuningRecording(
    of part: RecordingTruth.Part, _ recording: ConditionedRecording, from start: Double
  ) -> TuningRecording {
    TuningRecording(
      name: file, subject: subject, recording: recording, truth: part.truth.moved(by: -start),
      target: part.target)
  }
}

extension [MotionReading] {
  private var times: [Int64] {
    compactMap { if case .sample(let sample) = $0 { sample.nanoseconds } else { nil } }
  }

  /// How long they last, in seconds.
  var seconds: Double {
    let times = self.times
    guard let first = times.first, let last = times.max() else { return 0 }
    return Double(last - first) / Units.nanosecondsPerSecond
  }

  /// Those of a stretch, in seconds from the first sample, and when its own first sample is.
  func within(_ interval: ClosedRange<Double>) -> ([MotionReading], start: Double) {
    guard let first = times.first else { return ([], 0) }
    func seconds(_ nanoseconds: Int64) -> Double {
      Double(nanoseconds - first) / Units.nanosecondsPerSecond
    }
    let kept = filter { reading in
      switch reading {
      case .sample(let sample): interval.contains(seconds(sample.nanoseconds))
      case .marker(let marker): interval.contains(seconds(marker.nanoseconds))
      }
    }
    return (kept, kept.times.first.map(seconds) ?? 0)
  }
}
