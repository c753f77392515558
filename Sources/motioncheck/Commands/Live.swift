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

  @Flag(help: "Ring the terminal's bell for each counted repetition and each hold long enough.")
  var bell = false

  @Flag(help: "Say nothing until the report.")
  var quiet = false

  func validate() throws {
    if record != nil && noRecord {
      throw ValidationError("--record and --no-record exclude each other.")
    }
    if bell && quiet {
      throw ValidationError("--bell and --quiet exclude each other.")
    }
  }

  func run() throws {
    var status = ExitCode.success
    try Failure.reported {
      let check = try Check(choice)
      if let record { try CanonicalWriter.requireNew(record) }
      let interruption = Interruption()
      let source = try sensor.open()
      var reporter = try Reporter(reporting)
      if !quiet { TextStream.standardError().note("\(Advice.short)\nCtrl-C ends the session.\n") }
      let (result, recording) = watch(source, check, interruption)
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
    _ source: any ReadingSource, _ check: Check, _ interruption: Interruption
  ) -> (SessionRun.Result, recording: String?) {
    var console = LiveConsole(
      check: check, format: reporting.format, isQuiet: quiet, rings: bell)
    var recorder = LiveRecorder(destination, of: check)
    var run = SessionRun(check: check, stopsAtTarget: true)
    run.isStopRequested = { interruption.isRequested }
    run.onEvents = { console.show($0) }
    run.onReadings = { readings, metadata throws(InputError) in
      try recorder.record(readings, metadata)
    }
    var result = run.result(of: source)
    recorder.finish()
    result.metadata.recordedAt = recorder.recordedAt ?? result.metadata.recordedAt
    return (result, recorder.path)
  }

  private var destination: LiveRecorder.Destination {
    if noRecord { return .nowhere }
    return record.map { .file($0) } ?? .usual
  }
}
