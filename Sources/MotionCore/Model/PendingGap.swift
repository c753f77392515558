/// A gap that a marker announced and whose end is not known yet.
struct PendingGap: Sendable {
  /// Time of the marker, in seconds from the first sample.
  let seconds: Double
  let reason: GapReason?

  /// The gap between the samples around it.
  func ending(from start: Double, to end: Double) -> Gap {
    Gap(start: start, end: end, reason: reason)
  }

  /// The gap at the end of a stream after which no sample came; nil where nothing is missing.
  func reaching(beyond last: Double) -> Gap? {
    seconds > last ? Gap(start: last, end: seconds, reason: reason) : nil
  }
}

extension Gap {
  /// Over so much may be bridged, in seconds: nothing may where rows came that are no signal.
  var bridgedSeconds: Double { reason?.isBadSignal == true ? .infinity : end - start }
}
