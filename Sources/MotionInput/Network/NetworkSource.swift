import MotionCore

/// A worn sensor that sends over a network, or in frames over a line, read live.
///
/// A connection that is lost is tried again for two minutes, as a controller that was unplugged is
/// waited for; one that cannot be made at the start is an error at once.
package final class NetworkSource: ReadingSource {
  /// How long a sender that went away is waited for, in seconds.
  package static let timeoutSeconds = EvdevSource.timeoutSeconds

  private enum State: Hashable {
    /// Nothing was heard of it yet.
    case waiting
    case connected
    /// Away since this time of the monotonic clock.
    case away(since: Int64)
    case finished
  }

  private let name: String
  private let inbox: Inbox
  private let tell: (String) -> Void
  /// What has to be kept for as long as this is read, such as a listener.
  private let keeper: (any Sendable)?
  private var state = State.waiting
  private var stream: SensorStream
  private var disconnects = Disconnects()
  private var hasReadings = false
  private var firstUnknown: String?
  private var standingNotices: [String] = []

  /// Where it listens, for a source that does.
  package internal(set) var listeningAddress: NetworkAddress?

  /// What is known of the sensor and the moment.
  package private(set) var metadata: RecordingMetadata

  /// A source that takes what comes into an inbox.
  ///
  /// - Parameters:
  ///   - name: what the sensor is called in messages and in the recording.
  ///   - keeper: is kept for as long as the source.
  ///   - tell: is told what the person should know at once, one sentence each.
  init(
    name: String, inbox: Inbox, keeper: (any Sendable)? = nil,
    tell: @escaping (String) -> Void
  ) {
    self.name = name
    self.inbox = inbox
    self.keeper = keeper
    self.tell = tell
    stream = SensorStream(name: name)
    metadata = RecordingMetadata(device: name, recordedAt: WallClock.now())
  }

  /// Reads over a link, which runs from now on.
  convenience init(_ link: some SensorLink, tell: @escaping (String) -> Void) {
    let inbox = Inbox()
    self.init(name: link.name, inbox: inbox, tell: tell)
    link.start(into: inbox)
  }

  deinit { inbox.close() }

  /// What had to be left out or changed so far.
  package var notices: [String] {
    standingNotices + stream.notices + [disconnects.notice].compactMap(\.self)
  }

  /// What came and could not be used, as long as nothing could.
  package var unreadable: String? {
    guard !hasReadings else { return nil }
    return stream.missing ?? firstUnknown.map { "sends what is not understood: '\($0)'" }
  }

  /// The next readings: empty when none came within about 0.1 s, nil once the sender has gone and
  /// did not come back.
  package func next() throws(InputError) -> [MotionReading]? {
    guard state != .finished else { return nil }
    var readings: [MotionReading] = []
    for arrival in inbox.take() { readings += try take(arrival) }
    if case .away(let since) = state { giveUp(since: since) }
    hasReadings = hasReadings || !readings.isEmpty
    return readings
  }

  private func take(_ arrival: Arrival) throws(InputError) -> [MotionReading] {
    switch arrival.content {
    case .connected(let who): connect(who, at: arrival.nanoseconds)
    case .measurements(let some): return try stream.take(some, arrival: arrival.nanoseconds)
    case .restarted(let isCertain): stream.expectRestart(isCertain: isCertain)
    case .remark(let text): tell("\(name): \(text)")
    case .unknown(let text): firstUnknown = firstUnknown ?? text.quotable
    case .failed(let error): throw error
    case .lost(let error): try lose(error, at: arrival.nanoseconds)
    }
    return []
  }

  private func connect(_ who: String, at now: Int64) {
    switch state {
    case .away:
      tell("\(name): is back after \(disconnects.end(nanoseconds: now)) s")
      stream.expectRestart(isCertain: false)
    case .connected, .waiting:
      tell("\(name): \(who)")
    case .finished: return
    }
    state = .connected
  }

  private func lose(_ error: InputError, at now: Int64) throws(InputError) {
    switch state {
    case .waiting: throw error
    case .connected:
      state = .away(since: now)
      disconnects.begin(nanoseconds: now)
      tell("\(name): the connection was lost; waiting up to \(Int(Self.timeoutSeconds)) s for it")
    case .away, .finished: break
    }
  }

  private func giveUp(since: Int64) {
    guard Double(inbox.now - since) / Units.nanosecondsPerSecond >= Self.timeoutSeconds else {
      return
    }
    state = .finished
    tell("\(name): did not come back")
  }
}
