import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// Checks recordings.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check recorded sessions.",
    usage: "motioncheck replay RECORDING ... [--exercise ID | --program ID|FILE] ...",
    discussion: """
      A recording is a file, a folder or an archive; 'motioncheck formats' lists what is read. \
      Each is a session of its own. One that cannot be used is named on standard error, and the \
      next is taken; the exit status is the worst of all. Without --exercise or --program it is \
      checked as the recording says of itself, else as upper-back.
      """)

  @Argument(
    help: "Recordings to check; '-' is standard input.", completion: .file(extensions: ["csv"]))
  var recordings: [String]

  /// Labels may lie among the recordings, and are none.
  private var given: [String] { recordings.filter(LabelFile.isRecordingName) }

  @OptionGroup(title: "What to check") var choice: CheckOptions
  @OptionGroup(title: "What the recording does not say") var reading: ReadingArguments
  @OptionGroup(title: "Report") var reporting: ReportOptions

  @Flag(help: "Add what was found to the history.")
  var save = false

  @Flag(help: "Take as long as the recording did, and tell what happens when it happens.")
  var realtime = false

  @Flag(help: "With --exercise: list every movement with what decided whether it was counted.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      """
      Draw the movements of one recording: of an --exercise with the thresholds, of a programme \
      set by set.
      """, valueName: "file.svg"))
  var plot: String?

  func validate() throws {
    try validateExplanation()
    if let gyroscope = reading.gyroscope, recordings.count > 1 {
      throw ValidationError(
        "--gyroscope: '\(gyroscope)' belongs to one recording; \(recordings.count) are given.")
    }
    if reporting.format == .fit, recordings.count > 1 {
      throw ValidationError(
        "--format fit holds one session; \(recordings.count) recordings are given.")
    }
    guard let output = reporting.output else { return }
    let place = Self.resolved(output)
    if let recording = recordings.first(where: { $0 != "-" && Self.resolved($0) == place }) {
      throw ValidationError(
        "--output would overwrite the recording '\(recording)'; name another file.")
    }
  }

  private func validateExplanation() throws {
    guard explain || plot != nil else { return }
    if explain, choice.exercise == nil {
      throw ValidationError(
        "--explain goes with --exercise: of a programme, look at one exercise at a time.")
    }
    if choice.exercise != nil, recordings.contains("-") {
      let name = explain ? "--explain" : "--plot"
      throw ValidationError("\(name) reads the recording twice; give a file, not '-'.")
    }
    if plot != nil && recordings.count > 1 {
      throw ValidationError("--plot draws one recording; \(recordings.count) are given.")
    }
    if explain && reporting.format != .text {
      throw ValidationError("--explain is for --format text.")
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  func run() throws {
    var worst = ExitCode.success
    try Failure.reported {
      _ = try Check(choice)
      guard !given.isEmpty else {
        throw ValidationError("only label files are given; name a recording.")
      }
      let options = try reading.options
      var reporter = try Reporter(reporting)
      let interruption = realtime ? Interruption() : nil
      for recording in given where interruption?.isRequested != true {
        let status = try replay(recording, options, interruption, &reporter)
        worst = ExitCode(max(worst.rawValue, status.rawValue))
      }
      try reporter.finish()
    }
    guard worst.isSuccess else { throw worst }
  }

  private func replay(
    _ recording: String, _ options: ReadingOptions, _ interruption: Interruption?,
    _ reporter: inout Reporter
  ) throws -> ExitCode {
    let result: SessionRun.Result
    let check: Check
    do {
      let source = try RecordingSource(path: recording, options: options)
      try source.readHead()
      check = try Check(choice, of: source.metadata, path: recording)
      result =
        if let interruption {
          watched(source, check, interruption)
        } else {
          straight(source, check, name: recording)
        }
      if let failure = result.failure { throw failure }
    } catch let error as InputError {
      Failure.report(error)
      return .unusable
    }
    try reporter.write(result, of: check, recording: recording)
    if save {
      try HistoryFolder.save(
        result.report, of: check, recordedAt: result.metadata.recordedAt, recording: recording)
    }
    switch check.plan {
    case .single(let set): try explain(recording, options, check, set, &reporter)
    case .program: try draw(result, of: check, recording)
    }
    return result.report.isTargetMet ? .success : .targetNotMet
  }

  private func explain(
    _ recording: String, _ options: ReadingOptions, _ check: Check, _ set: PlannedSet,
    _ reporter: inout Reporter
  ) throws(InputError) {
    guard explain || plot != nil else { return }
    let conditioned = try ConditionedRecording(
      path: recording, options: options, placement: check.placement, for: set.exercise.parameters)
    let explanation = conditioned.explanation(for: set)
    if explain { try reporter.write(lines: [""] + ExplanationText(explanation).lines) }
    if let plot {
      let title = "\(recording): \(set.exercise.title)"
      let drawing = ExplanationPlot(title: title, explanation) { $0.reason }
      try TextStream(creating: plot).write(drawing.svg)
    }
  }

  private func draw(
    _ result: SessionRun.Result, of check: Check, _ recording: String
  ) throws(InputError) {
    guard let plot else { return }
    let context = ReportContext(
      title: check.title, recording: recording, version: Motioncheck.configuration.version)
    let session = ReportedSession(
      result.report, context: context, signals: result.readings.traces(of: result.report))
    try TextStream(creating: plot).write(SessionPlot(session).svg)
  }

  /// True where the readings are needed once more.
  private func keepsReadings(_ check: Check) -> Bool {
    reporting.format.drawsSignal || (plot != nil && choice.exercise == nil)
  }

  private func straight(
    _ source: RecordingSource, _ check: Check, name: String
  ) -> SessionRun.Result {
    var progress = ProgressLine(name)
    var run = SessionRun(check: check)
    run.keepsReadings = keepsReadings(check)
    run.onReadings = { readings, _ in progress.passed(readings) }
    return run.result(of: source)
  }

  private func watched(
    _ source: RecordingSource, _ check: Check, _ interruption: Interruption
  ) -> SessionRun.Result {
    var console = LiveConsole(check: check, format: reporting.format)
    var run = SessionRun(check: check)
    run.keepsReadings = keepsReadings(check)
    run.isStopRequested = { interruption.isRequested }
    run.onEvents = { console.show($0) }
    return run.result(of: PacedSource(source))
  }
}
