/// What truly happened in a recording, as a person or a simulator noted it.
public struct Label: Sendable, Hashable {
  /// What the label marks.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A whole set, with its count.
    case set
    /// One repetition.
    case rep
    /// One hold.
    case hold
  }

  /// Start in seconds from the recording's first sample.
  public var start: Double
  /// End in seconds from the recording's first sample.
  public var end: Double
  /// Which exercise was done, by its id.
  public var exercise: String
  /// The arm that moved, where it matters.
  public var side: Side?
  /// What is marked.
  public var kind: Kind
  /// How many repetitions or holds the set has; nil for single ones.
  public var count: Int?

  /// A label from its parts.
  public init(
    start: Double, end: Double, exercise: String, side: Side? = nil, kind: Kind,
    count: Int? = nil
  ) {
    self.start = start
    self.end = end
    self.exercise = exercise
    self.side = side
    self.kind = kind
    self.count = count
  }
}
