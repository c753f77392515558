import MotionCore
import MotionInput
import MotionReport

/// Keeps the live screen and the page up to date: ten times a second, and at once when something is told.
final class LiveDisplay {
  private static let frameNanoseconds: Int64 = 100_000_000
  private static let batteryNanoseconds: Int64 = 30_000_000_000
  /// The rate of samples is taken over this time of the stream, in seconds.
  private static let rateSeconds = 2.0

  private let screen: LiveScreen?
  private let page: LivePage?
  private let battery: () -> Battery?
  private var state: LiveState
  private var sensor = SensorState()
  private var lastFrame: Int64 = 0
  private var lastArrival = MonotonicClock.now()
  private var lastBattery: Int64?
  private var rate: (samples: Int, since: Double) = (0, 0)
  private var origin: Int64?
  private var needsRedraw = true

  /// A display of what is checked; nil where there is nothing to show it on.
  ///
  /// - Parameters:
  ///   - hasKeys: true where keys lead through the session.
  ///   - screen: nil where lines are better.
  init?(
    _ check: Check, hasKeys: Bool, screen: LiveScreen?, page: LivePage?,
    battery: @escaping () -> Battery?
  ) {
    guard screen != nil || page != nil else { return nil }
    self.screen = screen
    self.page = page
    self.battery = battery
    state = LiveState(
      sets: check.plan.sets, keys: hasKeys ? LiveState.guidedKeys : LiveState.plainKeys)
  }

  /// Takes the session's events.
  func take(_ events: [SessionEvent]) {
    state.take(events)
    sensor.gaps += events.count { if case .gap = $0 { true } else { false } }
    needsRedraw = true
  }

  /// Takes what the person hears.
  func take(_ cue: GuideCue, _ words: GuideWords) {
    state.take(cue, words)
    needsRedraw = true
  }

  /// Takes a note on the session as a whole.
  func take(note: String) {
    state.take(note: note)
    needsRedraw = true
  }

  /// Takes how the session stands after a wait for readings, and draws when it is time.
  func turn(_ session: Session?, _ guide: Guide?, _ readings: [MotionReading]) {
    let now = MonotonicClock.now()
    for case .sample(let sample) in readings { take(sample) }
    if !readings.isEmpty { lastArrival = now }
    guard needsRedraw || now - lastFrame >= Self.frameNanoseconds else { return }
    (lastFrame, needsRedraw) = (now, false)
    if let note = screen?.takeNotes() { state.take(note: note) }
    sensor.silentSeconds = Double(now - lastArrival) / Units.nanosecondsPerSecond
    lookAtBattery(now)
    let view =
      guide.map { state.view($0, sensor) }
      ?? state.view(
        at: session?.now ?? 0, runningHoldStart: session?.runningHoldStart(of: 0), sensor)
    screen?.draw(view)
    page?.show(view, isGuided: guide != nil)
  }

  /// Leaves the screen, and says on the page that all is over.
  func close() {
    screen?.close()
    page?.finish()
  }

  private func take(_ sample: IMUSample) {
    let begin = origin ?? sample.nanoseconds
    origin = begin
    let seconds = Double(sample.nanoseconds - begin) / Units.nanosecondsPerSecond
    state.take(sample, at: seconds)
    rate.samples += 1
    guard seconds - rate.since >= Self.rateSeconds else { return }
    sensor.rateHertz = Double(rate.samples) / (seconds - rate.since)
    rate = (0, seconds)
  }

  private func lookAtBattery(_ now: Int64) {
    guard lastBattery.map({ now - $0 >= Self.batteryNanoseconds }) ?? true else { return }
    lastBattery = now
    let battery = battery()
    (sensor.batteryPercent, sensor.isCharging) = (battery?.percent, battery?.isCharging ?? false)
  }
}
