/// How an exercise is checked.
public enum ExerciseKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A movement away from the resting position and back, counted.
  case cycle
  /// A position taken and kept, timed.
  case hold
}

/// The measuring rules of an exercise, by its kind.
public enum DetectionParameters: Sendable, Hashable {
  /// Rules of the cycle detector.
  case cycle(CycleParameters)
  /// Rules of the hold detector.
  case hold(HoldParameters)

  /// Which kind of exercise these rules measure.
  public var kind: ExerciseKind {
    switch self {
    case .cycle: .cycle
    case .hold: .hold
    }
  }
}

/// One exercise that a session can check.
public struct Exercise: Sendable, Hashable {
  /// Name on the command line and in reports, such as `bent-over-row`.
  public var id: String
  /// Name for a person, such as "bent-over row".
  public var title: String
  /// One or two sentences, in this project's own words, on what is done.
  public var summary: String
  /// True where the programme asks for both sides one after the other.
  public var isOneSided: Bool
  /// What the programme asks for when nothing else is said; nil for the generic exercises.
  public var dose: Target?
  /// Sensor placements that can see this exercise, best first.
  public var placements: [Placement]
  /// The measuring rules, which also tell the kind.
  public var parameters: DetectionParameters
  /// By how much earlier than the body a sensor there arrives in a held position, in seconds, where
  /// that is more than what is uncertain anyway.
  public var leadSeconds: [Placement: Double]

  /// How this exercise is checked.
  public var kind: ExerciseKind { parameters.kind }

  /// An exercise from its parts.
  public init(
    id: String, title: String, summary: String, isOneSided: Bool = false, dose: Target?,
    placements: [Placement], leadSeconds: [Placement: Double] = [:],
    parameters: DetectionParameters
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.isOneSided = isOneSided
    self.dose = dose
    self.placements = placements
    self.leadSeconds = leadSeconds
    self.parameters = parameters
  }
}
