import MotionCore

/// Makes samples of the channels of one sender.
///
/// The first second is looked at to find out which channels there are. From then on each time of
/// the force gives a sample, as soon as the other channels have reached it.
/// Latency: that of the slowest channel; one that has fallen silent is waited for a little, and then
/// the samples without it are left out, since a gyroscope is there in all or none.
struct SampleJoiner {
  private enum State {
    /// The first of them came at `since`.
    case choosing([Measurement], since: Int64)
    case joining(ChannelChoice)
  }

  /// How long a silent channel is waited for, in nanoseconds of the stream: channels may come in
  /// messages of their own, some of which take a second together.
  static let longestWait: Int64 = 2_000_000_000
  /// How long is looked before it is chosen, in nanoseconds.
  static let choiceNanoseconds: Int64 = 1_000_000_000

  private var state: State?
  /// Batches that came since there was something to choose from.
  private var batches = 0
  private var lines: [Measurement.Channel: ChannelLine] = [:]
  /// Times of the force that wait for the other channels.
  private var waiting: [Int64] = []
  private var nextWaiting = 0
  /// Samples that one of the channels was missing for.
  private(set) var incompleteSamples = 0

  /// What is known of the channels; nil before there is a choice.
  var choice: ChannelChoice? { if case .joining(let choice) = state { choice } else { nil } }
  /// Channels that came, as long as nothing could be chosen.
  var undecided: Set<Measurement.Channel>? {
    if case .choosing(let some, _) = state { Set(some.map(\.channel)) } else { nil }
  }

  /// Takes a measurement whose time is that of the stream and in order within its channel.
  mutating func take(_ measurement: Measurement) -> [IMUSample] {
    switch state {
    case nil:
      state = .choosing([measurement], since: measurement.nanoseconds)
      batches = 0
      return []
    case .choosing(let some, let since):
      state = .choosing(some + [measurement], since: since)
      return []
    case .joining(let choice):
      append(measurement, choice)
      return joined()
    }
  }

  /// Ends what came together: it may hold one channel behind the other, or one alone where each
  /// comes by itself, so that it is not chosen before.
  mutating func endBatch() -> [IMUSample] {
    guard case .choosing(let some, let since) = state else { return [] }
    batches += 1
    let newest = some.map(\.nanoseconds).max() ?? since
    let isWhole = batches > 1 || Set(some.map(\.channel)).count > 1
    guard isWhole, newest - since >= Self.choiceNanoseconds, let choice = ChannelChoice(some)
    else {
      keep(some, since: since, newest: newest)
      return []
    }
    state = .joining(choice)
    for one in some { append(one, choice) }
    return joined()
  }

  /// Forgets what waits: the sender starts anew, and nothing joins what was before with it.
  mutating func restart() {
    for channel in Array(lines.keys) { lines[channel]?.removeAll() }
    (waiting, nextWaiting) = ([], 0)
    if case .choosing = state { state = nil }
  }

  /// A sender without any acceleration may go on for long: only the newest are kept.
  private mutating func keep(_ some: [Measurement], since: Int64, newest: Int64) {
    guard batches > 1, newest - since > 2 * Self.choiceNanoseconds else { return }
    let start = newest - Self.choiceNanoseconds
    state = .choosing(some.filter { $0.nanoseconds >= start }, since: start)
  }

  private mutating func append(_ measurement: Measurement, _ choice: ChannelChoice) {
    lines[measurement.channel, default: ChannelLine()]
      .append(measurement.vector, at: measurement.nanoseconds)
    if measurement.channel == choice.clock { waiting.append(measurement.nanoseconds) }
    guard !choice.channels.contains(measurement.channel) else { return }
    lines[measurement.channel] = nil
  }

  private mutating func joined() -> [IMUSample] {
    guard case .joining(let choice) = state else { return [] }
    var samples: [IMUSample] = []
    let newest = waiting.last ?? 0
    while nextWaiting < waiting.count {
      let time = waiting[nextWaiting]
      var values: [Vector3] = []
      var isWaiting = false
      for channel in choice.channels {
        switch lines[channel, default: ChannelLine()].value(at: time) {
        case .known(let vector): values.append(vector)
        case .waiting: isWaiting = true
        case .unknown: break
        }
      }
      if isWaiting, newest - time <= Self.longestWait { break }
      nextWaiting += 1
      if let sample = choice.sample(values, at: time) {
        samples.append(sample)
      } else {
        incompleteSamples += 1
      }
    }
    waiting.removeFirst(nextWaiting)
    nextWaiting = 0
    return samples
  }
}

extension ChannelChoice {
  /// Those that a sample needs, in the order in which `sample` takes them.
  fileprivate var channels: [Measurement.Channel] {
    let forces: [Measurement.Channel] =
      switch force {
      case .whole(let channel): [channel]
      case .sum: [.gravity, .linearAcceleration]
      }
    return forces + [rate].compactMap(\.self)
  }

  /// The one whose times the samples have.
  fileprivate var clock: Measurement.Channel { channels[0] }

  /// Nil where a channel is missing.
  fileprivate func sample(_ values: [Vector3], at time: Int64) -> IMUSample? {
    guard values.count == channels.count else { return nil }
    let force = force == .sum ? values[0] + values[1] : values[0]
    return IMUSample(
      nanoseconds: time, specificForce: force * scale,
      angularRate: rate == nil ? nil : values[values.count - 1])
  }
}
