import MotionCore
import MotionInput
import MotionReport

/// Keeps the live screen and the page up to date: ten times a second, and at once when something is told.
final class LiveDisplay {
  private static let frameNanoseconds: Int64 = 100_000_000
  private static let batteryNanoseconds: Int64 = 30_000_000_000
  /// The rate of samples is taken over this time of the stream, in seconds.
  private static let rateSeconds = 2.0

  private var screen: LiveScreen?
  /// True while the screen is to come up with the first sample.
  private var isScreenAwaited: Bool
  private let page: LivePage?
  private let isGuided: Bool
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
  ///   - keys: the keys that can be pressed, each with what it does.
  ///   - hasScreen: false where lines are better.
  ///   - isScreenAwaited: true where it is to come up with the first sample.
  init?(
    _ check: Check, keys: [String], hasScreen: Bool, isScreenAwaited: Bool, page: LivePage?,
    battery: @escaping () -> Battery?
  ) {
    guard hasScreen || page != nil else { return nil }
    self.isScreenAwaited = hasScreen && isScreenAwaited
    screen = hasScreen && !isScreenAwaited ? LiveScreen() : nil
    self.page = page
    self.battery = battery
    state = LiveState(sets: check.plan.sets, keys: keys)
    isGuided = check.isGuided
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
  func turn(_ session: Session?, _ lead: any SessionLead, _ readings: [MotionReading]) {
    let now = MonotonicClock.now()
    for case .sample(let sample) in readings { take(sample) }
    if !readings.isEmpty { lastArrival = now }
    guard needsRedraw || now - lastFrame >= Self.frameNanoseconds else { return }
    (lastFrame, needsRedraw) = (now, false)
    if isScreenAwaited, session != nil {
      isScreenAwaited = false
      screen = LiveScreen()
    }
    if let note = screen?.takeNotes() { state.take(note: note) }
    sensor.silentSeconds = Double(now - lastArrival) / Units.nanosecondsPerSecond
    lookAtBattery(now)
    state.wait(silentSeconds: session == nil ? 0 : sensor.silentSeconds)
    if !isGuided { state.take(session?.liveHold(of: 0)) }
    let view = lead.view(of: state, sensor)
    screen?.draw(view)
    page?.show(view, isGuided: isGuided)
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
