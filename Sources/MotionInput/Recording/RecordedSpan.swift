import MotionCore

/// How much has been recorded so far, and how well: the same figures as those of a report.
package struct RecordedSpan: Sendable {
  private var timeline = Timeline()
  private var last: Int64?
  private var pending: (nanoseconds: Int64, reason: GapReason?)?

  /// Nothing yet.
  package init() {}

  /// Takes note of readings in stream order.
  package mutating func note(_ readings: [MotionReading]) {
    for reading in readings {
      switch reading {
      case .sample(let sample): note(sample)
      case .marker(let marker):
        if case .gap(let reason) = marker.kind { pending = (marker.nanoseconds, reason) }
      }
    }
  }

  private mutating func note(_ sample: IMUSample) {
    guard case .at(let seconds) = timeline.process(sample) else { return }
    defer { (last, pending) = (sample.nanoseconds, nil) }
    guard let last else { return }
    let start = timeline.seconds(of: last)
    if pending != nil || seconds - start > Gap.limitSeconds {
      timeline.add(Gap(start: start, end: seconds, reason: pending?.reason))
    }
  }

  /// The figures so far, a gap at the end among them.
  package var quality: Quality {
    guard let pending, let last, pending.nanoseconds > last else { return timeline.figures }
    var whole = timeline
    whole.add(
      Gap(
        start: timeline.seconds(of: last), end: timeline.seconds(of: pending.nanoseconds),
        reason: pending.reason))
    return whole.figures
  }

  /// Number of samples.
  package var samples: Int { quality.samples }
  /// Time from the first to the last sample, in seconds.
  package var seconds: Double { quality.seconds }
  /// Mean rate outside of gaps, in hertz; nil before there are two samples.
  package var rateHertz: Double? { quality.rateHertz }
}
