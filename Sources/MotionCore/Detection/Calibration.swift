/// How one person does an exercise, measured on a few good repetitions or a good hold.
public struct Calibration: Sendable, Hashable {
  /// How many counted repetitions or holds it was measured on.
  public var count: Int
  /// Their usual range in the detector's own signal, in degrees or their equivalent: what
  /// `usualRangeDegrees` takes.
  public var usualRangeDegrees: Double
  /// By how much their ranges differ: the largest as a multiple of the smallest.
  public var rangeRatio: Double
  /// How far the sensor turned, in degrees.
  public var turnedDegrees: Double
  /// Median seconds of the way out, the turn (or the hold) and the way back.
  public var tempo: [Double]
  /// The rest level: where gravity points at rest in the sensor's frame, of length 1; depends on how
  /// the sensor is strapped on.
  public var restDirection: Vector3
}

extension Calibration {
  /// The calibration of a set; nil where nothing in it was counted.
  init?(_ bout: Bout, rateHertz: Double) {
    let counted = bout.counted
    let ranges = counted.map { Double($0.features.range) }
    guard let smallest = ranges.min(), let largest = ranges.max(), smallest > 0 else { return nil }
    count = counted.count
    usualRangeDegrees = ranges.median / Units.radiansPerDegree
    rangeRatio = largest / smallest
    turnedDegrees = counted.map { Double($0.turnedRadians) }.median / Units.radiansPerDegree
    let parts: [(Movement) -> Int] = [
      { $0.turnStart - $0.start }, { $0.turnEnd - $0.turnStart }, { $0.end - $0.turnEnd },
    ]
    tempo = parts.map { part in counted.map { max(0, Double(part($0))) / rateHertz }.median }
    restDirection =
      counted.reduce(Vector3.zero) { $0 + $1.features.restPosture.gravity }
      .normalized
  }
}

extension ConditionedRecording {
  /// How the person did this exercise in the recording; nil where it was not found.
  public func calibration(for exercise: Exercise) -> Calibration? {
    detector(for: exercise).finalSet.flatMap { Calibration($0, rateHertz: Session.rateHertz) }
  }
}
