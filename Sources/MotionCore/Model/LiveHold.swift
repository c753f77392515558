/// A position while it is held. Times are seconds from the recording's first sample.
public struct LiveHold: Sendable, Hashable {
  /// When eighty percent of the way into it were done, as far as is known now.
  public var start: Double
  /// Since when it has been left; nil while it is held. Taken again within the longest break of the
  /// exercise it goes on.
  public var leftAt: Double?
  /// True for as long as no second hold has shown that it is the exercise.
  public var isProvisional: Bool
  /// By how much earlier than the body the sensor may have arrived, in seconds.
  public var leadSeconds: Double

  /// As exactly as the start of a running hold is mostly known, in seconds: what is said of its
  /// length waits for as long, so that it hardly ever comes too early ('accuracy-trials hold-cues').
  private static let certainSeconds = 0.04

  /// How long it has lasted for certain, in seconds.
  public func seconds(at now: Double) -> Double {
    max(0, (leftAt ?? now - Self.certainSeconds - leadSeconds) - start)
  }

  /// A hold from its parts.
  public init(
    start: Double, leftAt: Double? = nil, isProvisional: Bool = true, leadSeconds: Double = 0
  ) {
    self.start = start
    self.leftAt = leftAt
    self.isProvisional = isProvisional
    self.leadSeconds = leadSeconds
  }
}
