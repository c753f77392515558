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
  func run(
    recordedBy recorder: consuming LiveRecorder
  ) -> (result: SessionRun.Result, ending: RecordingEnding, recording: String?) {
    let lead = check.lead(timing: manner.speaker == nil ? GuideTiming() : .spoken)
    let isGuided = lead is Guidance
    let hasScreen = !manner.isQuiet && LiveScreen.isPossible()
    let display = display(isGuided: isGuided, hasScreen: hasScreen)
    defer {
      display?.close()
      TerminalRestoration.restore()
    }
    var manner = manner
    manner.isQuiet = manner.isQuiet || hasScreen
    var console = LiveConsole(
      check: check, format: format, isGuided: isGuided, manner: manner)
    let buttons = (sensor as? EvdevSource)?.buttons
    lead.intents = {
      (keyboard?.intents() ?? []) + (buttons?.intents() ?? []) + (page?.intents() ?? [])
    }
    let inhibitor = SleepInhibitor()
    defer { withExtendedLifetime(inhibitor) {} }
    lead.onCue = { cue, words, time in
      console.show(cue, words, at: time)
      display?.take(cue, words)
    }
    var recorder = recorder
    let resumed = begun?.source(sensor)
    var isCaughtUp = resumed == nil
    lead.isLeading = isCaughtUp
    var origin: Int64?
    var run = SessionRun(check: check, stopsAtTarget: true, lead: lead)
    run.keepsReadings = format.drawsSignal
    run.isStopRequested = { interruption.isRequested }
    run.onEvents = { events in
      isCaughtUp ? console.show(events) : console.catchUp(events)
      display?.take(events)
    }
    run.onTurn = { session, readings in
      console.beat(at: session?.now ?? 0, in: lead.moving)
      display?.turn(session, lead, readings)
    }
    run.onReadings = { readings, metadata throws(InputError) in
      origin = origin ?? readings.first?.nanoseconds
      if isCaughtUp {
        try recorder.record(readings, metadata)
      } else if resumed?.isPast == false {
        isCaughtUp = true
        lead.isLeading = true
        console.showProgress()
        display?.take(note: console.progress)
      }
    }
    let startedAt = WallClock.now()
    var result = run.result(of: resumed ?? sensor)
    let ending = ending(of: result, lead)
    recorder.finish(ending)
    if let recording = recorder.brokenOff, let origin {
      let written = Double((recording.written ?? origin) - origin) / Units.nanosecondsPerSecond
      result.report.warnings.append(
        "the recording is incomplete: it could not be written from about "
          + "\(Wording.clock(written)) on, and replaying it gives less than this report")
    }
    result.metadata.recordedAt = recorder.recordedAt ?? result.metadata.recordedAt ?? startedAt
    return (result, ending, recorder.path)
  }

  /// How it ended, which decides whether it may be resumed.
  private func ending(of result: SessionRun.Result, _ lead: any SessionLead) -> RecordingEnding {
    guard result.isEnded, !interruption.isBySystem else { return .interrupted }
    let isAskedFor = interruption.isRequested || lead.isOver
    return isAskedFor && !lead.isComplete ? .early : .whole
  }

  /// What shows the session. The screen comes up with the first sample where somebody must first
  /// set up a phone by what stands in the terminal.
  private func display(isGuided: Bool, hasScreen: Bool) -> LiveDisplay? {
    let device = sensor as? EvdevSource
    let keys =
      keyboard == nil
      ? LiveState.noKeys : isGuided ? LiveState.guidedKeys : LiveState.plainKeys
    return LiveDisplay(
      check, keys: keys, hasScreen: hasScreen,
      isScreenAwaited: (sensor as? WatchedSource)?.listener != nil, page: page
    ) { device?.battery }
  }
}

extension Check {
  /// What leads through a programme, or stands beside a single exercise.
  ///
  /// - Parameter timing: how long it waits for what.
  func lead(timing: GuideTiming) -> any SessionLead {
    let placement = placement(for: RecordingMetadata())
    return switch plan {
    case .program(let program): Guidance(program, placement: placement, timing: timing)
    case .single(let set): SoloGuidance(set, placement: placement)
    }
  }

  /// True where somebody is led.
  var isGuided: Bool { if case .program = plan { true } else { false } }
}
