import MotionCore

/// What one sensor of a sender measured at one moment, on the sender's own clock.
struct Measurement: Sendable, Hashable {
  /// Which quantity it is. A sender may give the same one in several ways.
  enum Channel: Sendable, Hashable, CaseIterable {
    /// Specific force, in m/s^2 or g.
    case force
    /// The same before the sender's own calibration.
    case uncalibratedForce
    /// Gravity alone, of which the rest of the force is missing.
    case gravity
    /// What is left of the force without gravity.
    case linearAcceleration
    /// Angular rate, in rad/s.
    case rate
    /// Specific force of a watch that a phone passes on.
    case watchForce
    /// Angular rate of a watch that a phone passes on.
    case watchRate
  }

  var channel: Channel
  /// Time on the sender's clock, in nanoseconds.
  var nanoseconds: Int64
  var vector: Vector3
}

/// What came of a sender, with the time on this machine's monotonic clock at which it did.
struct Arrival: Sendable {
  /// What it was.
  enum Content: Sendable {
    /// A connection stands, or a sender was accepted; the text names it.
    case connected(String)
    case measurements([Measurement])
    /// The sender goes on, or may go on, with another clock, or one that stood still meanwhile.
    case restarted(isCertain: Bool)
    /// What the person should know at once.
    case remark(String)
    /// What came and has no meaning here: how it begins.
    case unknown(String)
    /// The connection is gone; it is tried again.
    case lost(InputError)
    /// It cannot go on.
    case failed(InputError)
  }

  var nanoseconds: Int64
  var content: Content
}
