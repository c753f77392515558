import MotionCore

/// Takes out of a stream what no worn sensor can have measured, and says in a marker why.
///
/// Rows that look like it are kept back until it is sure (a second for one that reads nothing);
/// all others pass at once. In a live stream equal values pass, too, until it is sure: nobody waits
/// for what a sensor shows that lies still.
struct UnseenSignal {
  /// A sensor that reads less feels no gravity, in m/s^2.
  static let smallestForce = 1.0
  /// Nothing worn falls freely for longer, in nanoseconds.
  private static let longestFall: Int64 = 1_000_000_000
  /// All axes of the same size, above this, are the ends of a scale, in m/s^2: 1.5 g each.
  private static let smallestScaleEnd = 14.0
  /// Shorter faults of the bus are left out and bridged, in nanoseconds.
  private static let shortestBusError: Int64 = 500_000_000
  /// Rows further apart repeat the values of a silent sensor, in nanoseconds: a keep-alive row
  /// comes after 0.2 s.
  private static let longestFullRateStep: Int64 = 150_000_000

  /// Of a sensor that shows noise at rest, values stand still no longer, in nanoseconds.
  static let noisyStandstill: Int64 = 2_000_000_000
  /// The same of one that shows none: longer than any hold, whose breath would move it.
  static let quietStandstill: Int64 = 60_000_000_000

  private enum State {
    case seeing
    /// Rows that may be no signal wait from `since` on.
    case doubting(GapReason, since: Int64)
    case blind(GapReason, last: Int64)
  }

  /// How long values may stand still, in nanoseconds.
  var longestStandstill = quietStandstill
  private let isLive: Bool
  private var state = State.seeing
  private var held: [MotionReading] = []
  private var previous: IMUSample?
  private var rows = 0
  private var unseenRows = 0
  /// Single rows at the ends of the scale that were left out.
  private(set) var droppedRows = 0

  /// True where the sensor never measured; the first row cannot repeat any.
  var hasSeenNothing: Bool { unseenRows > 0 && unseenRows >= rows - 1 }

  /// - Parameter isLive: whether rows are waited for.
  init(isLive: Bool = false) { self.isLive = isLive }

  /// Takes the next reading; appends what can be passed on.
  @inline(__always)
  mutating func take(_ reading: MotionReading, into output: inout [MotionReading]) {
    guard case .sample(let sample) = reading else {
      if case .doubting(let reason, _) = state {
        keep(reading, reason, &output)
      } else {
        output.append(reading)
      }
      return
    }
    let fault = fault(of: sample)
    previous = sample
    rows += 1
    if fault == nil, case .seeing = state {
      output.append(reading)
    } else {
      settle(sample, fault, &output)
    }
  }

  /// Ends the stream.
  mutating func finish(into output: inout [MotionReading]) {
    switch state {
    case .seeing: break
    case .doubting(let reason, _): release(reason, &output)
    case .blind(let reason, let last): output.append(Self.gap(reason, last))
    }
    state = .seeing
  }

  @inline(__always)
  private func fault(of sample: IMUSample) -> GapReason? {
    let force = sample.specificForce
    if abs(force.x) < Self.smallestForce, abs(force.y) < Self.smallestForce,
      abs(force.z) < Self.smallestForce, force.length < Self.smallestForce
    {
      return .noSignal
    }
    if abs(force.x) == abs(force.y), abs(force.y) == abs(force.z),
      abs(force.x) > Self.smallestScaleEnd
    {
      return .busError
    }
    guard let previous, previous.specificForce == force,
      sample.nanoseconds - previous.nanoseconds <= Self.longestFullRateStep
    else { return nil }
    return .frozen
  }

  private mutating func settle(
    _ sample: IMUSample, _ fault: GapReason?, _ output: inout [MotionReading]
  ) {
    switch state {
    case .seeing:
      guard let fault else { return }
      state = .doubting(fault, since: sample.nanoseconds)
      keep(.sample(sample), fault, &output)
    case .doubting(let reason, let since) where reason == fault:
      if sample.nanoseconds - since > limit(reason) {
        unseenRows += 1 + held.count { !$0.isMarker }
        output += held.filter(\.isMarker)
        held = []
        state = .blind(reason, last: sample.nanoseconds)
      } else {
        keep(.sample(sample), reason, &output)
      }
    case .blind(let reason, _) where reason == fault:
      unseenRows += 1
      state = .blind(reason, last: sample.nanoseconds)
    case .doubting(let reason, _):
      release(reason, &output)
      state = .seeing
      pass(sample, fault, &output)
    case .blind(let reason, let last):
      output.append(Self.gap(reason, last))
      state = .seeing
      pass(sample, fault, &output)
    }
  }

  /// Keeps what may be no signal, unless somebody waits for it.
  private mutating func keep(
    _ reading: MotionReading, _ reason: GapReason, _ output: inout [MotionReading]
  ) {
    if isLive, reason == .frozen { output.append(reading) } else { held.append(reading) }
  }

  private mutating func pass(
    _ sample: IMUSample, _ fault: GapReason?, _ output: inout [MotionReading]
  ) {
    if fault == nil { output.append(.sample(sample)) } else { settle(sample, fault, &output) }
  }

  private func limit(_ reason: GapReason) -> Int64 {
    switch reason {
    case .frozen: longestStandstill
    case .busError: Self.shortestBusError
    default: Self.longestFall
    }
  }

  private mutating func release(_ reason: GapReason, _ output: inout [MotionReading]) {
    if reason == .busError {
      droppedRows += held.count { !$0.isMarker }
      output += held.filter(\.isMarker)
    } else {
      output += held
    }
    held = []
  }

  private static func gap(_ reason: GapReason, _ time: Int64) -> MotionReading {
    .marker(Marker(nanoseconds: time, kind: .gap(reason: reason)))
  }
}

extension MotionReading {
  fileprivate var isMarker: Bool { if case .marker = self { true } else { false } }
}
