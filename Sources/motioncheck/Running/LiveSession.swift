import MotionCore
import MotionInput
import MotionReport

/// A live session from its first sample to its report: who leads, who is told, what is recorded.
struct LiveSession {
  /// What is worn.
  let sensor: any ReadingSource
  /// The session that is resumed, if one is.
  let begun: InterruptedSession?
  let check: Check
  let format: ReportFormat
  let manner: LiveConsole.Manner
  let interruption: Interruption
  let keyboard: Keyboard?
  /// A page that shows the session in a browser, too.
  let page: LivePage?

  /// Takes the session to its end; the terminal is then as it was before.
  func run(recordedBy recorder: consuming LiveRecorder) -> (SessionRun.Result, recording: String?) {
    let guidance = check.guidance()
    let screen = manner.isQuiet ? nil : LiveScreen()
    let display = display(hasKeys: guidance != nil && keyboard != nil, screen)
    defer {
      display?.close()
      TerminalRestoration.restore()
    }
    var manner = manner
    manner.isQuiet = manner.isQuiet || screen != nil
    var console = LiveConsole(
      check: check, format: format, isGuided: guidance != nil, manner: manner)
    let buttons = (sensor as? EvdevSource)?.buttons
    guidance?.intents = {
      (keyboard?.intents() ?? []) + (buttons?.intents() ?? []) + (page?.intents() ?? [])
    }
    let inhibitor = SleepInhibitor()
    defer { withExtendedLifetime(inhibitor) {} }
    guidance?.onCue = { cue, words, time in
      console.show(cue, words, at: time)
      display?.take(cue, words)
    }
    var recorder = recorder
    let resumed = begun?.source(sensor)
    var isCaughtUp = resumed == nil
    guidance?.isLeading = isCaughtUp
    var origin: Int64?
    var run = SessionRun(check: check, stopsAtTarget: true, guidance: guidance)
    run.keepsReadings = format.drawsSignal
    run.isStopRequested = { interruption.isRequested }
    run.onEvents = { events in
      isCaughtUp ? console.show(events) : console.catchUp(events)
      display?.take(events)
    }
    run.onTurn = { display?.turn($0, guidance?.guide, $1) }
    run.onReadings = { readings, metadata throws(InputError) in
      origin = origin ?? readings.first?.nanoseconds
      if isCaughtUp {
        try recorder.record(readings, metadata)
      } else if resumed?.isPast == false {
        isCaughtUp = true
        guidance?.isLeading = true
        console.showProgress()
        display?.take(note: console.progress)
      }
    }
    let startedAt = WallClock.now()
    var result = run.result(of: resumed ?? sensor)
    recorder.finish(isWhole: isWhole(result))
    if let recording = recorder.brokenOff, let origin {
      let written = Double((recording.written ?? origin) - origin) / Units.nanosecondsPerSecond
      result.report.warnings.append(
        "the recording is incomplete: it could not be written from about "
          + "\(Wording.clock(written)) on, and replaying it gives less than this report")
    }
    result.metadata.recordedAt = recorder.recordedAt ?? result.metadata.recordedAt ?? startedAt
    return (result, recorder.path)
  }

  /// False when it was interrupted, so that it may be resumed.
  func isWhole(_ result: SessionRun.Result) -> Bool {
    result.isEnded && !interruption.isBySystem
  }

  private func display(hasKeys: Bool, _ screen: LiveScreen?) -> LiveDisplay? {
    let device = sensor as? EvdevSource
    return LiveDisplay(check, hasKeys: hasKeys, screen: screen, page: page) { device?.battery }
  }
}

extension Check {
  /// What leads through a programme; nil for a single exercise, which is not guided.
  func guidance() -> Guidance? {
    guard case .program(let program) = plan else { return nil }
    return Guidance(program, placement: placement ?? .upperArm)
  }
}
