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
    /// The set of this exercise begins here.
    case setStart(exercise: String, side: Side?)
    /// The running set ends here.
    case setEnd
    /// The person reported pain, 0 to 10 where a figure was given; the set ends here.
    case pain(level: Int?)
    /// Samples were lost here (SYN_DROPPED, disconnect): nothing may be bridged.
    case gap
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
