import MotionCore
import MotionInput
import MotionTuning

extension Manifest.Entry {
  /// What may be tuned on this row: the exercise that it is checked as, or those of a programme.
  var exercises: Set<String> {
    Program.named(checkAs).map { Set($0.lines.map(\.exercise.id)) } ?? [checkAs]
  }

  /// Why nothing of this row can be used for an exercise.
  func lack(of exercise: Exercise) -> String {
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
  func tuningRecordings(of exercise: Exercise) throws(InputError) -> [TuningRecording] {
    let noted = try RecordingTruth(self)
    let source = try RecordingSource(path: path)
    let readings = try source.allReadings()
    let worn = placement ?? source.metadata.placement ?? .upperArm
    try noted.check(recordingSeconds: readings.seconds)
    func recording(
      _ readings: [MotionReading], _ truth: SetTruth, _ target: Target?
    ) -> TuningRecording {
      TuningRecording(
        name: file, subject: subject,
        recording: ConditionedRecording(readings, placement: worn, for: exercise.parameters),
        truth: truth, target: target)
    }
    guard let program = Program.named(checkAs), reps != 0 else {
      let plan = PlannedSet(exercise: exercise, target: exercise.dose)
      guard noted.names(exercise) else { return [] }
      let truth = try noted.sets(of: .single(plan))?.first
      return truth.map { [recording(readings, $0, plan.target)] } ?? []
    }
    return noted.parts(of: program, exercise: exercise).compactMap { part in
      let (cut, start) = readings.within(part.seconds)
      return cut.isEmpty ? nil : recording(cut, part.truth.moved(by: -start), part.target)
    }
  }
}

extension [MotionReading] {
  private var times: [Int64] {
    compactMap { if case .sample(let sample) = $0 { sample.nanoseconds } else { nil } }
  }

  /// How long they last, in seconds.
  fileprivate var seconds: Double {
    let times = self.times
    guard let first = times.first, let last = times.max() else { return 0 }
    return Double(last - first) / Units.nanosecondsPerSecond
  }

  /// Those of a stretch, in seconds from the first sample, and when its own first sample is.
  fileprivate func within(_ interval: ClosedRange<Double>) -> ([MotionReading], start: Double) {
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
