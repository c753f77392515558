import MotionCore

/// How much has been recorded so far.
public struct RecordedSpan: Sendable, Hashable {
  /// Number of samples.
  public private(set) var samples = 0
  private var first: Int64?
  private var last: Int64 = 0

  /// Nothing yet.
  public init() {}

  /// Takes note of readings in stream order.
  public mutating func note(_ readings: [MotionReading]) {
    for case .sample(let sample) in readings {
      first = first ?? sample.nanoseconds
      last = sample.nanoseconds
      samples += 1
    }
  }

  /// Time from the first to the last sample, in seconds.
  public var seconds: Double {
    Double(last - (first ?? last)) / Units.nanosecondsPerSecond
  }

  /// Samples a second over all; nil before there are two.
  public var rateHertz: Double? {
    seconds > 0 ? Double(samples - 1) / seconds : nil
  }
}
