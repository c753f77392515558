/// What a person does who wears the sensor and does not exercise.
package enum Activity: String, Sendable, CaseIterable {
  case still
  case walking
  case fidgeting
  case deskWork = "desk-work"
  case gettingUp = "getting-up"
  case lifting
  case strap

  /// One activity for a while.
  package struct Interval: Sendable, Hashable {
    package var activity: Activity
    /// How long it lasts at least; what has been begun is brought to its end.
    package var seconds: Double

    package init(_ activity: Activity, seconds: Double) {
      self.activity = activity
      self.seconds = seconds
    }
  }

  package static let allowedSeconds = 5.0...7200.0

  /// What it is, for a person.
  package var summary: String {
    switch self {
    case .still: "sitting or lying, breathing"
    case .walking: "walks with pauses and turns"
    case .fidgeting: "sitting restlessly"
    case .deskWork: "typing, reaching for the mouse, drinking, turning pages"
    case .gettingUp: "sitting down, lying down, rolling over, getting up"
    case .lifting: "picking things up and putting them down elsewhere"
    case .strap: "pushing the sensor about, taking it off and putting it on"
    }
  }

  /// The postures in which it begins.
  var stances: [Stance] {
    switch self {
    case .still: [.seated, .sitting, .lying(top: .left), .lying(top: .right)]
    case .fidgeting: [.seated, .sitting]
    case .deskWork: [.seated]
    case .strap: [.standing, .seated]
    case .walking, .gettingUp, .lifting: [.standing]
    }
  }
}
