import MotionCore

/// A live stream that says so when nothing comes: a board that hangs, a cable that slipped, a
/// program at the other end that waits.
package final class WatchedSource: ReadingSource {
  /// Silence of this many seconds is worth a word: no stream that can be measured from is silent
  /// for more than half a second, and a board that starts anew takes two.
  package static let timeoutSeconds = 3.0

  /// Something that comes and cannot be used is worth a word sooner, in seconds: a session that
  /// waits for the wrong thing looks like one that waits.
  package static let unreadableSeconds = 2.0

  private let source: any ReadingSource
  private let name: String
  private let isPort: Bool
  private let clock: @Sendable () -> Int64
  private let tell: (String) -> Void
  private var lastArrival: Int64
  private var hasBegun = false
  private var isStalled = false
  private var isUnreadable = false
  private var hasEnded = false
  private var stalls = 0
  private var stalledSeconds = 0.0

  /// Watches a source that is live.
  ///
  /// - Parameters:
  ///   - name: what the source is called in messages.
  ///   - isPort: true for a stream that ends only when something is unplugged.
  ///   - clock: monotonic time in nanoseconds.
  ///   - tell: is told what the person should know at once, one sentence each.
  package init(
    _ source: any ReadingSource, name: String, isPort: Bool = false,
    clock: @escaping @Sendable () -> Int64 = MonotonicClock.now,
    tell: @escaping (String) -> Void
  ) {
    self.source = source
    self.name = name
    self.isPort = isPort
    self.clock = clock
    self.tell = tell
    lastArrival = clock()
  }

  /// Where a source listens that waits for a sender, and whether one has come.
  package var listener: NetworkAddress? { (source as? NetworkSource)?.listeningAddress }

  /// What the stream says of itself.
  package var metadata: RecordingMetadata { source.metadata }

  /// What had to be left out or changed so far, and how often nothing came.
  package var notices: [String] {
    var notices = source.notices
    if stalls > 0 {
      let seconds = Int(stalledSeconds.rounded())
      notices.append("\(name): stalled \(stalls.timesInWords), for \(seconds) s in all")
    }
    if isStalled, hasBegun { notices.append("\(name): nothing came any more at the end") }
    if isPort, hasEnded { notices.append("\(name): was unplugged") }
    return notices
  }

  /// The next readings: empty when none came within about 0.1 s, nil at the end.
  package func next() throws(InputError) -> [MotionReading]? {
    guard let readings = try source.next() else {
      hasEnded = true
      return nil
    }
    let now = clock()
    let silence = Double(now - lastArrival) / Units.nanosecondsPerSecond
    if !readings.isEmpty {
      if isStalled { end(after: silence) }
      lastArrival = now
      hasBegun = true
    } else if !hasBegun, !isUnreadable, silence >= Self.unreadableSeconds,
      let unreadable = source.unreadable
    {
      isUnreadable = true
      tell("\(name): \(unreadable)")
    } else if !isStalled, !isUnreadable, silence >= Self.timeoutSeconds {
      isStalled = true
      tell(
        hasBegun
          ? "\(name): nothing came for \(Int(silence)) s; waiting for more"
          : "\(name): nothing has come yet; waiting for the first rows")
    }
    return readings
  }

  private func end(after seconds: Double) {
    isStalled = false
    guard hasBegun else { return }
    stalls += 1
    stalledSeconds += seconds
    tell("\(name): rows come again after \(Int(seconds.rounded())) s")
  }
}
