/// The confidence that what was counted is the exercise asked for.
public struct Confidence: Sendable, Hashable {
  /// Under this a set meets no target: it more likely is another thing.
  public static let leastProbability = 0.5

  /// The probability, from 0 to 1.
  public var probability: Double
  /// What else it could be.
  public var alternative: Alternative

  /// What may be taken for an exercise.
  public enum Alternative: String, Sendable, Hashable, CaseIterable {
    /// The arm swings once every two steps.
    case walking
    /// The body shakes too much for a position that is held.
    case unsteady = "not-held"
    /// The movements are those of another exercise: of another size, length or shape.
    case otherMovement = "other-movement"
    /// Movements that happen to resemble each other, among others.
    case everydayMovement = "everyday-movement"
  }

  /// A confidence from its parts.
  public init(probability: Double, alternative: Alternative) {
    self.probability = probability
    self.alternative = alternative
  }

  /// True when it is more likely the exercise than not.
  public var isSure: Bool { probability >= Self.leastProbability }
}
