import ArgumentParser
import MotionInput
import MotionReport

/// Checks a session while it is done.
struct Live: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a session while you exercise.",
    usage: """
      motioncheck live [--device NAME | --source SOURCE]
             [--exercise ID | --program ID|FILE] ...
      """,
    discussion: """
      Reads a worn sensor, says what it counts as you move, and prints the report at the end: after \
      Ctrl-C, when the stream ends, or when the --target of an --exercise is reached. Without \
      --device or --source it takes the only motion sensor there is.
      """)

  /// What is still being said when the report is printed is waited for, in seconds.
  private static let longestFarewellSeconds = 5

  @OptionGroup(title: "Sensor") var sensor: SensorOptions
  @OptionGroup(title: "What to check") var choice: CheckOptions
  @OptionGroup(title: "Report") var reporting: ReportOptions

  @Option(
    help: ArgumentHelp(
      "Record to this new file (default: a new file in $XDG_DATA_HOME/motioncheck/recordings).",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var record: String?

  @Flag(help: "Do not record.")
  var noRecord = false

  @Flag(
    help: """
      Go on with the last session if it was cut off, or with the one recorded in --record.
      """)
  var resume = false

  @Flag(help: "Say counts and cues aloud (through spd-say or espeak-ng).")
  var voice = false

  @Flag(help: "Ring the terminal's bell for each counted repetition and each hold long enough.")
  var bell = false

  @Flag(help: "Say nothing until the report.")
  var quiet = false

  func validate() throws {
    if noRecord && (record != nil || resume) {
      let other = resume ? "--resume" : "--record"
      throw ValidationError("\(other) and --no-record exclude each other.")
    }
    if quiet && (bell || voice) {
      throw ValidationError("\(voice ? "--voice" : "--bell") and --quiet exclude each other.")
    }
    if resume && !choice.isEmpty {
      throw ValidationError(
        "--resume goes on with what was being checked; leave out what chooses something else.")
    }
  }

  func run() throws {
    var status = ExitCode.success
    try Failure.reported {
      let begun = try resume ? CutOffSession(path: record ?? RecordingsFolder.usual.newest()) : nil
      let check = try Check(begun?.choice ?? choice)
      if let record, !resume { try CanonicalWriter.requireNew(record) }
      let manner = try manner()
      let interruption = Interruption()
      let sensor = try sensor.open()
      var reporter = try Reporter(reporting)
      if !quiet { TextStream.standardError().note("\(Advice.short)\nCtrl-C ends the session.\n") }
      let (result, recording) = watch(
        begun?.source(sensor) ?? sensor, check, manner, interruption,
        LiveRecorder(destination(begun), of: check, choice: begun?.choice ?? choice))
      defer { manner.speaker?.finish(withinSeconds: Self.longestFarewellSeconds) }
      if let failure = result.failure {
        if result.report.quality.samples > 0 {
          try reporter.write(result, of: check, recording: recording)
        }
        throw failure
      }
      try reporter.write(result, of: check, recording: recording)
      status = result.report.isTargetMet ? .success : .targetNotMet
    }
    guard status.isSuccess else { throw status }
  }

  private func watch(
    _ source: any ReadingSource, _ check: Check, _ manner: LiveConsole.Manner,
    _ interruption: Interruption, _ recorder: consuming LiveRecorder
  ) -> (SessionRun.Result, recording: String?) {
    var console = LiveConsole(check: check, format: reporting.format, manner: manner)
    var recorder = recorder
    let resumed = source as? ResumedSource
    var isCaughtUp = resumed == nil
    var run = SessionRun(check: check, stopsAtTarget: true)
    run.isStopRequested = { interruption.isRequested }
    run.onEvents = { isCaughtUp ? console.show($0) : console.catchUp($0) }
    run.onReadings = { readings, metadata throws(InputError) in
      if isCaughtUp {
        try recorder.record(readings, metadata)
      } else if resumed?.isPast == false {
        isCaughtUp = true
        console.showStanding()
      }
    }
    var result = run.result(of: source)
    let isWhole = result.isEnded && !interruption.isBySystem
    recorder.finish(isWhole: isWhole)
    if !isWhole, !quiet, let path = recorder.path {
      TextStream.standardError().note("To go on: motioncheck live --resume --record \(path)\n")
    }
    result.metadata.recordedAt = recorder.recordedAt ?? result.metadata.recordedAt
    return (result, recorder.path)
  }

  private func destination(_ begun: CutOffSession?) -> LiveRecorder.Destination {
    if let begun { return .resumed(begun.recording) }
    if noRecord { return .nowhere }
    return record.map { .file($0) } ?? .folder(.usual)
  }

  private func manner() throws(SpeechProgram.Missing) -> LiveConsole.Manner {
    let speaker =
      voice
      ? Speaker(programs: try SpeechProgram.installed()) { problem in
        TextStream.standardError().note("Warning: \(problem)\n")
      } : nil
    return LiveConsole.Manner(isQuiet: quiet, rings: bell, speaker: speaker)
  }
}
