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
      Leads through a programme: says what comes next, counts, times holds and rests, goes on by \
      itself, and prints the report at the end. An --exercise is counted at once and without \
      guidance, until Ctrl-C, the end of the stream or its --target. Without --device or --source \
      it takes the only motion sensor there is.

      Keys: space pause, n next, b back, s other side first, p pain (ends the exercise at once and \
      asks how strong, 0 to 10), q finish.
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
      let keyboard = Keyboard(isInputTaken: sensor.source == "-")
      if !quiet { TextStream.standardError().note(introduction(hasKeys: keyboard != nil)) }
      let (result, recording) = watch(source, check, interruption, keyboard)
      TerminalRestoration.restore()
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
    _ source: any ReadingSource, _ check: Check, _ interruption: Interruption,
    _ keyboard: Keyboard?
  ) -> (SessionRun.Result, recording: String?) {
    let guidance = check.guidance
    var console = LiveConsole(
      check: check, format: reporting.format, isGuided: guidance != nil, isQuiet: quiet,
      rings: bell)
    guidance?.intents = { keyboard?.intents() ?? [] }
    guidance?.onCue = { console.show($0, $1, at: $2) }
    var recorder = LiveRecorder(destination, of: check)
    var run = SessionRun(check: check, stopsAtTarget: true, guidance: guidance)
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

  private func introduction(hasKeys: Bool) -> String {
    let keys =
      hasKeys && choice.exercise == nil
      ? "space pause, n next, b back, s other side, p pain, q finish\n" : ""
    return "\(Advice.short)\n\(keys)Ctrl-C ends the session.\n"
  }

  private var destination: LiveRecorder.Destination {
    if noRecord { return .nowhere }
    return record.map { .file($0) } ?? .usual
  }
}

extension Check {
  /// What leads through a programme; nil for a single exercise, which is not guided.
  fileprivate var guidance: Guidance? {
    guard case .program(let program) = plan else { return nil }
    return Guidance(program, placement: placement ?? .upperArm)
  }
}
