/// The arm that moves; in the open book the top arm.
public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
  /// The left arm.
  case left
  /// The right arm.
  case right
}

/// Where on the body the sensor is worn.
public enum Placement: String, Sendable, Hashable, Codable, CaseIterable {
  /// On the outside of the upper arm, the default.
  case upperArm = "upper-arm"
  /// On the wrist, like a watch.
  case wrist
  /// On top of the shoulder.
  case shoulder
  /// Between the shoulder blades.
  case upperBack = "upper-back"

  /// The name a person reads.
  public var title: String {
    switch self {
    case .upperArm: "upper arm"
    case .wrist: "wrist"
    case .shoulder: "top of the shoulder"
    case .upperBack: "upper back"
    }
  }
}
