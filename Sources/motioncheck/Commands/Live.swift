import ArgumentParser
import MotionInput
import MotionReport

/// Checks a session while it is done.
struct Live: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live",
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

      Keys: space pause, n next, b back, s other side first, p pain (stops the exercise at once and \
      asks how strong, 0 to 10; u undoes it for a few seconds), q twice finish.
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

  @Flag(help: "Do not record, and keep the session out of the history.")
  var noRecord = false

  @Flag(
    help: """
      Resume the last session if it was interrupted, or the one recorded in --record.
      """)
  var resume = false

  @Flag(help: "Say counts and cues aloud (through spd-say or espeak-ng).")
  var voice = false

  @Flag(help: "Ring the terminal's bell for each counted repetition and each hold long enough.")
  var bell = false

  @Flag(help: "Sound the tempo of a slow repetition: a bell for the way out, one for the way back.")
  var metronome = false

  @Option(
    help: ArgumentHelp(
      """
      Show the session on a page for a browser, too, such as a phone's across the room; this \
      machine alone unless an address is given (0.0.0.0:8766 for all in the network).
      """, valueName: "[address:]port"))
  var page: String?

  @Flag(help: "Say nothing until the report.")
  var quiet = false

  func validate() throws {
    if noRecord && (record != nil || resume) {
      let other = resume ? "--resume" : "--record"
      throw ValidationError("\(other) and --no-record exclude each other.")
    }
    let loud = [(voice, "--voice"), (bell, "--bell"), (metronome, "--metronome")].first(where: \.0)
    if quiet, let loud { throw ValidationError("\(loud.1) and --quiet exclude each other.") }
    if let page, NetworkAddress(listener: page) == nil {
      throw ValidationError("--page is '\(page)'; it must be a port, or ADDRESS:PORT.")
    }
    try OutputFiles(("--record", resume ? nil : record), ("--output", reporting.output))
      .require(apartFrom: [sensor.source, resume ? record : nil] + choice.files)
    if resume && !choice.isEmpty {
      throw ValidationError(
        "--resume goes on with what was being checked; leave out what chooses something else.")
    }
  }

  func run() throws {
    var status = ExitCode.success
    try Failure.reported {
      let begun =
        try resume ? InterruptedSession(path: record ?? RecordingsFolder.usual.newest()) : nil
      let check = try Check(begun?.choice ?? choice)
      if let record, !resume { try CanonicalWriter.requireNew(record) }
      let manner = try manner()
      let interruption = try Interruption()
      StandardStreams.outliveReaders()
      let page = try page.flatMap { NetworkAddress(listener: $0) }.map { try LivePage(at: $0) }
      let sensor = try sensor.open()
      var reporter = try Reporter(reporting)
      let keyboard = Keyboard(isInputTaken: self.sensor.source == "-")
      if !quiet { TextStream.standardError().note(introduction(check, hasKeys: keyboard != nil)) }
      let session = LiveSession(
        sensor: sensor, begun: begun, check: check, format: reporting.format, manner: manner,
        interruption: interruption, keyboard: keyboard, page: page)
      let done = session.run(
        recordedBy: LiveRecorder(destination(begun), of: check, choice: begun?.choice ?? choice))
      var result = done.result
      let (ending, recording) = (done.ending, done.recording)
      defer { manner.speaker?.finish(withinSeconds: Self.longestFarewellSeconds) }
      // Who presses Ctrl-C wants to be out.
      if keyboard != nil, !quiet, result.isEnded, !interruption.isRequested {
        if let remark = SessionQuestion.answer() {
          result.metadata.remark = remark
          if let recording { LiveRecording.add(remark, to: recording) }
        }
      }
      if ending != .whole, !quiet, let recording {
        let limit = ending == .early ? " today" : ""
        TextStream.standardError().note(
          "To go on\(limit): motioncheck live --resume --record \(recording)\n")
      }
      if result.failure == nil { remember(result, of: check, recording) }
      if result.failure == nil || result.report.quality.samples > 0 {
        do throws(InputError) {
          try reporter.write(result, of: check, recording: recording)
          try reporter.finish()
        } catch {
          try rescue(result, of: check, recording, from: error)
        }
      }
      if let failure = result.failure { throw failure }
      status = result.report.isTargetMet ? .success : .targetNotMet
    }
    guard status.isSuccess else { throw status }
  }

  /// Prints a report that could not be written to its file: the session cannot be done once more.
  ///
  /// - Throws: always, why it could not be written.
  private func rescue(
    _ result: SessionRun.Result, of check: Check, _ recording: String?, from error: InputError
  ) throws {
    guard reporting.output != nil else { throw error }
    var printed = reporting
    printed.output = nil
    // Of all forms only this one is no text.
    if printed.format == .fit { printed.format = .text }
    TextStream.standardError().note("The report could not be written and is printed instead.\n")
    var reporter = try Reporter(printed)
    try reporter.write(result, of: check, recording: recording)
    try reporter.finish()
    throw error
  }

  /// Adds the session to the history; where that fails the report is no worse for it.
  private func remember(_ result: SessionRun.Result, of check: Check, _ recording: String?) {
    guard !noRecord, result.report.quality.samples > 0 else { return }
    do {
      try HistoryFolder.save(result, of: check, recording: recording)
    } catch {
      TextStream.standardError().note("Warning: \(error)\n")
    }
  }

  private func introduction(_ check: Check, hasKeys: Bool) -> String {
    let keys =
      check.isGuided
      ? "space pause, n next, b back, s other side, p pain, q finish\n" : "p pain, q finish\n"
    return "\(SafetyNotice.short)\n\(hasKeys ? keys : "")Ctrl-C ends the session.\n"
  }

  private func destination(_ begun: InterruptedSession?) -> LiveRecorder.Destination {
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
    return LiveConsole.Manner(
      isQuiet: quiet, rings: bell, beats: metronome, speaker: speaker)
  }
}
