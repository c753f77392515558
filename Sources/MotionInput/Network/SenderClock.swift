import MotionCore

/// Puts the times of a sender, whose clock nobody here knows, on the time of the stream.
///
/// The stream begins at 0 with the first measurement. A sender's clock is believed for as long as it
/// goes on: a step that this machine's clock shows to be impossible, ahead or back, is a faulty time
/// and left out, unless the next ones agree with it. Then the sender's clock has started anew, and
/// the stream goes on as long after what came before as this machine's clock says.
struct SenderClock {
  /// What becomes of a measurement.
  enum Place: Hashable {
    /// In order, at this time of the stream in nanoseconds.
    case at(Int64)
    /// Behind one of its channel that was passed on already: late, or sent twice.
    case late
    /// At a time that cannot be.
    case doubted
    /// At this time of the stream, and the first since the sender's clock started anew.
    case restarted(Int64)
  }

  /// How far ahead of this machine's a sender's clock may run, in nanoseconds, against where it
  /// stood when least was late: what is sent in batches, or waited on the way, comes late, and
  /// nothing comes before it was measured.
  static let longestLead: Int64 = 5_000_000_000
  /// How far back in its own channel something is only late, in nanoseconds; channels of a batch
  /// may lie a few seconds apart.
  static let longestDelay: Int64 = 5_000_000_000
  /// As many must agree before a clock is taken to have started anew.
  static let fewestAgreeing = 4
  /// The shortest gap that is assumed where it did, in nanoseconds: longer than `GapLimit`.
  static let restartGap: Int64 = 1_000_000_000

  private struct Reference {
    var time: Int64
    var arrival: Int64
  }

  private var last: [Measurement.Channel: Int64] = [:]
  /// The newest of all channels.
  private var newest: Reference?
  /// The sender's clock less this machine's, of the measurement that was the least late.
  private var leastLate: Int64 = 0
  /// What is added to the sender's times.
  private var offset: Int64 = 0
  private var doubted: [Int64] = []
  private var restart = Restart.unexpected

  private enum Restart {
    case unexpected
    /// The connection was lost: the clock may be another one, or go on.
    case possible
    /// The sender said so, or stood still meanwhile.
    case certain
  }

  /// The time of the stream that was reached.
  var reached: Int64? { newest.map { $0.time + offset } }

  /// Notes that the next measurement comes, or may come, of another clock, or one that stood still.
  mutating func expectRestart(isCertain: Bool) {
    guard newest != nil, restart != .certain else { return }
    restart = isCertain ? .certain : .possible
  }

  /// Where a measurement belongs that arrived at this time of the monotonic clock.
  mutating func place(_ measurement: Measurement, arrival: Int64) -> Place {
    let time = measurement.nanoseconds
    guard time.magnitude <= RecordingGrid.latestNanoseconds.magnitude else { return .doubted }
    guard let newest else { return begin(measurement, arrival) }
    let lead = time - newest.time
    let isPossible =
      lead >= -Self.longestDelay && time - arrival <= leastLate + Self.longestLead
    switch restart {
    case .certain: return begin(anewWith: measurement, arrival, newest)
    case .possible where !isPossible || lead < 0:
      return begin(anewWith: measurement, arrival, newest)
    case .possible, .unexpected: restart = .unexpected
    }
    guard isPossible else { return doubt(measurement, arrival, newest) }
    doubted = []
    if let last = last[measurement.channel], time <= last { return .late }
    last[measurement.channel] = time
    leastLate = max(leastLate, time - arrival)
    if lead > 0 { self.newest = Reference(time: time, arrival: arrival) }
    return .at(time + offset)
  }

  private mutating func begin(_ measurement: Measurement, _ arrival: Int64) -> Place {
    let time = measurement.nanoseconds
    offset = -time
    leastLate = time - arrival
    last[measurement.channel] = time
    newest = Reference(time: time, arrival: arrival)
    return .at(0)
  }

  private mutating func doubt(
    _ measurement: Measurement, _ arrival: Int64, _ newest: Reference
  ) -> Place {
    let time = measurement.nanoseconds
    if let previous = doubted.last, abs(time - previous) > Self.longestDelay { doubted = [] }
    doubted.append(time)
    guard doubted.count >= Self.fewestAgreeing else { return .doubted }
    return begin(anewWith: measurement, arrival, newest)
  }

  private mutating func begin(
    anewWith measurement: Measurement, _ arrival: Int64, _ newest: Reference
  ) -> Place {
    let time = measurement.nanoseconds
    let place = newest.time + offset + max(Self.restartGap, arrival - newest.arrival)
    offset = place - time
    leastLate = time - arrival
    last = [measurement.channel: time]
    self.newest = Reference(time: time, arrival: arrival)
    (doubted, restart) = ([], .unexpected)
    return .restarted(place)
  }
}
