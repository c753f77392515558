/// The course of a movement for a person to look at: how far gravity has turned in the sensor's
/// frame since a moment of rest, a few times a second.
///
/// It is not what the detector counts from, and has no part in it.
public struct TurnTrace: Sendable {
  /// Points a second.
  public static let rateHertz = 10.0

  /// The newest turns, in degrees, oldest first; at most `capacity`.
  public private(set) var degrees: [Double] = []
  private let capacity: Int
  private var stillness = StillnessWatch()
  private var reference: Vector3?
  private var next = -Double.infinity

  /// A trace of at most so many points.
  public init(capacity: Int) { self.capacity = capacity }

  /// Measures from the present position on.
  public mutating func beginHere() { reference = stillness.direction }

  /// Takes the sample of this time, in seconds.
  public mutating func process(_ sample: IMUSample, at seconds: Double) {
    stillness.process(sample, at: seconds)
    guard seconds >= next, let direction = stillness.direction else { return }
    next = max(next, seconds) + 1 / Self.rateHertz
    let reference = self.reference ?? direction
    self.reference = reference
    degrees.append(direction.angle(to: reference) / Units.radiansPerDegree)
    if degrees.count > capacity { degrees.removeFirst(degrees.count - capacity) }
  }
}
