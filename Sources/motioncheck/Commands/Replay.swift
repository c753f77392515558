import ArgumentParser
import Dispatch
import Foundation
import MotionCore
import MotionInput
import MotionReport
import MotionStudio
import MotionTuning
import Synchronization

/// Checks recordings.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
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
    try OutputFiles(("--output", reporting.output), ("--plot", plot))
      .require(apartFrom: recordings + choice.files + [reading.gyroscope])
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

  func run() throws {
    var worst = ExitCode.success
    try Failure.reported {
      _ = try Check(choice)
      guard !given.isEmpty else {
        throw ValidationError("only label files are given; name a recording.")
      }
      let options = try reading.options
      var reporter = try Reporter(reporting)
      if realtime || given.count == 1 {
        let interruption = try realtime ? Interruption() : nil
        for recording in given where interruption?.isRequested != true {
          let outcome = Result { try replayed(recording, options, interruption) }
          let status = try write(outcome, of: recording, options, &reporter)
          worst = .max(worst, status)
        }
      } else {
        try replayAll(options) { worst = .max(worst, try write($1, of: $0, options, &reporter)) }
      }
      try reporter.finish()
    }
    guard worst.isSuccess else { throw worst }
  }

  /// A session that was replayed, and what was looked for in it.
  private typealias Replayed = (result: SessionRun.Result, check: Check)

  /// How many recordings are replayed before what they came to is written.
  private static let batch = 64

  /// Replays the recordings on all cores, and hands on what they came to in the order in which they
  /// were given.
  private func replayAll(
    _ options: ReadingOptions, _ write: (String, Result<Replayed, any Error>) throws -> Void
  ) throws {
    for start in stride(from: 0, to: given.count, by: Self.batch) {
      let recordings = Array(given[start..<min(start + Self.batch, given.count)])
      let finished = Mutex<[Int: Result<Replayed, any Error>]>([:])
      DispatchQueue.concurrentPerform(iterations: recordings.count) { index in
        let outcome = Result { try replayed(recordings[index], options, nil) }
        finished.withLock { $0[index] = outcome }
      }
      for (index, recording) in recordings.enumerated() {
        if let outcome = finished.withLock({ $0[index] }) { try write(recording, outcome) }
      }
    }
  }

  private func replayed(
    _ recording: String, _ options: ReadingOptions, _ interruption: Interruption?
  ) throws -> Replayed {
    let source = try RecordingSource(path: recording, options: options)
    try source.readHead()
    let check = try Check(choice, of: source.metadata, path: recording)
    let result =
      if let interruption {
        watched(source, check, interruption)
      } else {
        straight(source, check, name: recording)
      }
    if let failure = result.failure { throw failure }
    return (result, check)
  }

  private func write(
    _ outcome: Result<Replayed, any Error>, of recording: String, _ options: ReadingOptions,
    _ reporter: inout Reporter
  ) throws -> ExitCode {
    switch outcome {
    case .failure(let error as InputError):
      Failure.report(error)
      return .unusable
    case .failure(let error): throw error
    case .success((let result, let check)):
      try reporter.write(result, of: check, recording: recording)
      if save, result.isEnded {
        TextStream.standardError().note("Not added to the history, since it was stopped.\n")
      } else if save {
        var saved = result
        saved.metadata.recordedAt = result.metadata.recordedAt ?? reporting.recordedAt
        try HistoryFolder.save(saved, of: check, recording: recording)
      }
      switch check.plan {
      case .single(let set): try explain(recording, options, check, set, &reporter)
      case .program: try draw(result, of: check, recording)
      }
      return result.report.isTargetMet ? .success : .targetNotMet
    }
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
      try PendingFile.write(drawing.svg, to: plot)
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
    try PendingFile.write(SessionPlot(session).svg, to: plot)
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
    var result = run.result(of: PacedSource(source))
    if result.isEnded { result.report.breakOff() }
    return result
  }
}

extension SessionReport {
  /// Says that the rest of the recording was not looked at: what was not found may be in it.
  fileprivate mutating func breakOff() {
    for index in sets.indices where sets[index].outcome == .notDone {
      sets[index].outcome = .notStarted
    }
    warnings.insert(
      "stopped at \(Wording.clock(quality.seconds)): what comes after it was not looked at", at: 0)
  }
}

extension ExitCode {
  /// The worse of two.
  fileprivate static func max(_ a: ExitCode, _ b: ExitCode) -> ExitCode {
    a.rawValue < b.rawValue ? b : a
  }
}
