/// What a source hands to a session, in stream order.
public enum MotionReading: Sendable, Hashable {
  /// A calibrated sample. Times strictly increase from one sample to the next.
  case sample(IMUSample)
  /// Something noted in the stream, by a person or by the program that recorded it.
  case marker(Marker)
}

/// A note in the stream, `# marker TIME KIND ...` in a canonical recording.
public struct Marker: Sendable, Hashable {
  /// What was noted.
  public enum Kind: Sendable, Hashable {
    /// The set of this exercise begins here, or goes on after a pause; `number` tells the sets of
    /// one exercise and side apart, from 1, where a programme has several.
    case setStart(exercise: String, side: Side?, number: Int? = nil)
    /// The running set ends here.
    case setEnd
    /// The person reported pain, 0 to 10 where a figure was given; the set ends here.
    case pain(level: Int?)
    /// Samples are missing up to here (SYN_DROPPED, disconnect), or those that came cannot be a
    /// worn sensor's, for which there is a reason: nothing may be bridged.
    case gap(reason: GapReason? = nil)
  }

  /// Time on the source's clock, in nanoseconds.
  public var nanoseconds: Int64
  /// What was noted.
  public var kind: Kind

  /// A marker from its parts.
  public init(nanoseconds: Int64, kind: Kind) {
    self.nanoseconds = nanoseconds
    self.kind = kind
  }
}

extension MotionReading {
  /// When it happened on the source's clock, in nanoseconds.
  package var nanoseconds: Int64 {
    switch self {
    case .sample(let sample): sample.nanoseconds
    case .marker(let marker): marker.nanoseconds
    }
  }
}
