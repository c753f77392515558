/// What is asked of one set.
public struct Target: Sendable, Hashable, Codable {
  /// How many repetitions, or how many holds; nil where only a hold time was asked.
  public var reps: Int?
  /// The shortest hold that is asked for, in seconds; nil for repetitions.
  public var holdSeconds: Double?
  /// The longest hold that is asked for, in seconds, where a range was prescribed.
  public var holdSecondsMax: Double?

  /// A target from its parts.
  public init(reps: Int?, holdSeconds: Double? = nil, holdSecondsMax: Double? = nil) {
    self.reps = reps
    self.holdSeconds = holdSeconds
    self.holdSecondsMax = holdSecondsMax
  }

  /// True when `count` counted repetitions or holds fulfil the target.
  public func isMet(by count: Int) -> Bool { count >= (reps ?? 1) }

  /// By how many `count` goes beyond the target; nil where no number was asked for.
  public func excess(of count: Int) -> Int? { reps.map { max(0, count - $0) } }
}
