import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// `motioncheck calibrate`: one person's own range.
struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Measure your own full range, so that partial repetitions are known at once.",
    usage: """
      motioncheck calibrate --exercise ID --output FILE RECORDING
             motioncheck calibrate --exercise ID --output FILE --device NAME
      """,
    discussion: """
      Do three good repetitions, or one good hold, as far as it goes without pain, or name a \
      recording of them. With the file that is written ('live --parameters FILE') a repetition is \
      held against this range from the first one on, not only against the others of its set. The \
      file also notes your tempo and your rest level; nothing is judged by those.
      """)

  @Argument(
    help: "A recording; without one a sensor is read live.", completion: .file(extensions: ["csv"]))
  var recording: String?

  @Option(help: ArgumentHelp("What is done.", valueName: "id"), completion: .exercises)
  var exercise: String

  @Option(help: "The arm that moves, or that wears the sensor.")
  var side: Side?

  @Option(help: "Where the sensor is worn (default: what the recording says, else upper-arm).")
  var placement: Placement?

  @OptionGroup(title: "What the recording does not say") var reading: ReadingArguments
  @OptionGroup(title: "Sensor") var sensor: SensorOptions

  @Option(
    help: ArgumentHelp("Write the parameters to this new YAML file.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var output: String

  /// Good repetitions that say what is usual.
  private static let fewestReps = 3
  /// Ranges that differ by more than this factor say nothing usual.
  private static let largestRangeRatio = 1.5

  func validate() throws {
    _ = try Exercise.required(exercise)
    if recording != nil && (sensor.device != nil || sensor.source != nil) {
      throw ValidationError("name either a recording or a sensor, not both.")
    }
  }

  func run() throws {
    try Failure.reported {
      try CanonicalWriter.requireNew(output)
      let exercise = try Exercise.required(exercise)
      let (readings, metadata) = try recording.map(recorded) ?? live(exercise)
      let worn = placement ?? metadata.placement ?? .upperArm
      guard exercise.placements.contains(worn) else {
        throw ValidationError(
          "a sensor on the \(worn.title) cannot see the \(exercise.title); "
            + "wear it on the \(exercise.placements.map(\.title).joined(separator: " or ")).")
      }
      let conditioned = ConditionedRecording(
        readings, placement: worn, for: exercise.parameters)
      let calibration = try judged(conditioned.calibration(for: exercise), exercise)
      try write(calibration, exercise, worn)
    }
  }

  private func recorded(_ path: String) throws -> ([MotionReading], RecordingMetadata) {
    let source = try RecordingSource(path: path, options: reading.options)
    var readings: [MotionReading] = []
    while let next = try source.next() { readings += next }
    return (readings, source.metadata)
  }

  private func live(_ exercise: Exercise) throws -> ([MotionReading], RecordingMetadata) {
    let reps = exercise.kind == .cycle ? Self.fewestReps : nil
    let check = Check(
      PlannedSet(exercise: exercise, side: side, target: reps.map { Target(reps: $0) }),
      placement: placement)
    let interruption = try Interruption()
    let source = try sensor.open()
    TextStream.standardError().note("\(SafetyNotice.short)\n\(instruction(exercise))\n")
    var console = LiveConsole(check: check, format: .json)
    var readings: [MotionReading] = []
    var run = SessionRun(check: check, stopsAtTarget: true)
    run.isStopRequested = { interruption.isRequested }
    run.onEvents = { console.show($0) }
    run.onReadings = { taken, _ in readings += taken }
    let result = run.result(of: source)
    if let failure = result.failure { throw failure }
    return (readings, result.metadata)
  }

  private func instruction(_ exercise: Exercise) -> String {
    switch exercise.kind {
    case .cycle: "Do \(Self.fewestReps) slow, full repetitions. Ctrl-C ends it before."
    case .hold:
      "Take the position once, hold it, let go, rest for two seconds, then press Ctrl-C."
    }
  }

  /// - Throws: `InputError` where what was done does not say what is usual.
  private func judged(
    _ calibration: Calibration?, _ exercise: Exercise
  ) throws(InputError) -> Calibration {
    let fewest = exercise.kind == .cycle ? Self.fewestReps : 1
    let what = exercise.kind == .cycle ? "repetitions" : "holds"
    let path = recording ?? "the sensor"
    guard let calibration, calibration.count >= fewest else {
      throw .unsuitable(
        path: path, found: "\(calibration?.count ?? 0) counted \(what) of \(exercise.id)",
        expected: "at least \(fewest), slow and full, with a moment of rest before and after")
    }
    guard calibration.rangeRatio <= Self.largestRangeRatio else {
      let percent = Int(((calibration.rangeRatio - 1) * 100).rounded())
      throw .unsuitable(
        path: path,
        found: "\(what) of which the largest goes \(percent) % further than the smallest",
        expected: "equally full ones, within \(Int((Self.largestRangeRatio - 1) * 100)) %")
    }
    return calibration
  }

  private func write(
    _ calibration: Calibration, _ exercise: Exercise, _ worn: Placement
  ) throws {
    var personal = exercise
    let range = (calibration.usualRangeDegrees * 10).rounded() / 10
    try personal.parameters.set("usualRangeDegrees", to: range)
    let facts = CalibrationFacts(calibration, exercise, worn, recording: recording).facts
    try PendingFile.write(
      ParameterFile.text(of: personal, source: facts), to: output, replacing: false)
    try TextStream.standardOutput().write(
      lines: ["\(Wording.sentenceStart(exercise.title)), written to \(output)"]
        + facts.map { "  \($0.name): \($0.value)" })
  }
}
