import MotionCore

/// How much has been recorded so far.
package struct RecordedSpan: Sendable, Hashable {
  /// Number of samples.
  package private(set) var samples = 0
  private var first: Int64?
  private var last: Int64 = 0

  /// Nothing yet.
  package init() {}

  /// Takes note of readings in stream order.
  package mutating func note(_ readings: [MotionReading]) {
    for case .sample(let sample) in readings {
      first = first ?? sample.nanoseconds
      last = sample.nanoseconds
      samples += 1
    }
  }

  /// Time from the first to the last sample, in seconds.
  package var seconds: Double {
    Double(last - (first ?? last)) / Units.nanosecondsPerSecond
  }

  /// Samples a second over all; nil before there are two.
  package var rateHertz: Double? {
    seconds > 0 ? Double(samples - 1) / seconds : nil
  }
}
