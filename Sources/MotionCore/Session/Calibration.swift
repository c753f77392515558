/// How one person does an exercise, measured on a few good repetitions or a good hold.
public struct Calibration: Sendable, Hashable {
  /// How many counted repetitions or holds it was measured on.
  public var count: Int
  /// From the first to the last of them, in seconds from the recording's first sample.
  public var span: ClosedRange<Double>
  /// Their usual range in the detector's own signal, in degrees or their equivalent: what
  /// `usualRangeDegrees` takes.
  public var usualRangeDegrees: Double
  /// By how much their ranges differ: the largest as a multiple of the smallest.
  public var rangeRatio: Double
  /// How far the sensor turned, in degrees.
  public var turnedDegrees: Double
  /// Median seconds of the way out, the plateau (or the hold) and the way back.
  public var tempo: [Double]
  /// The rest level: where gravity points at rest in the sensor's frame, of length 1; depends on
  /// how the sensor is strapped on.
  public var restDirection: Vector3
}

extension Calibration {
  /// The calibration of a set; nil where nothing in it was counted.
  init?(_ candidate: CandidateSet, rateHertz: Double) {
    let counted = candidate.counted
    let ranges = counted.map { Double($0.rangeRadians) }
    guard let smallest = ranges.min(), let largest = ranges.max(), smallest > 0 else { return nil }
    count = counted.count
    let frames = counted.map(\.start).min() ?? 0
    span = Double(frames) / rateHertz...Double(counted.map(\.end).max() ?? frames) / rateHertz
    usualRangeDegrees = ranges.median / Units.radiansPerDegree
    rangeRatio = largest / smallest
    turnedDegrees = counted.map { Double($0.turnedRadians) }.median / Units.radiansPerDegree
    let parts: [(Movement) -> Int] = [
      { $0.plateauStart - $0.start }, { $0.plateauEnd - $0.plateauStart },
      { $0.end - $0.plateauEnd },
    ]
    tempo = parts.map { part in counted.map { max(0, Double(part($0))) / rateHertz }.median }
    restDirection = candidate.reference.restPosture.gravity.normalized
  }
}

extension ConditionedRecording {
  /// A hold that ends this near to the recording's end may have been cut there, in seconds.
  private static let endSeconds = 5.0

  /// How the person did this exercise in the recording; nil where it was not found.
  ///
  /// Somebody who calibrates says that it is there, and so no evidence is asked for.
  public func calibration(for exercise: Exercise) -> Calibration? {
    let detector = detector(for: exercise)
    let likeliest =
      exercise.kind == .cycle ? detector.candidates.all.best : onlyHold(detector, exercise)
    return (detector.finalSet ?? likeliest).flatMap {
      Calibration($0, rateHertz: Session.rateHertz)
    }
  }

  /// Of single movements that could be the hold, the one that is most like it and lasts longest,
  /// with the shortest ways in and out.
  private func onlyHold(_ detector: ExerciseDetector, _ exercise: Exercise) -> CandidateSet? {
    let end = Int((quality.seconds - Self.endSeconds) * Session.rateHertz)
    func held(_ candidate: CandidateSet) -> Double {
      candidate.counted.reduce(0) { $0 + Double($1.plateauEnd - $1.plateauStart) * $1.plateauShare }
    }
    return detector.possible
      // What was cut has no rest of its own after it, and so the same on both sides; what broke off
      // does not count.
      .filter { $0.count > 0 && ($0.end < end || $0.reference.size.asymmetry != 0) }
      .min { ($1.evidence, held($1)) < ($0.evidence, held($0)) }
  }
}

extension [CandidateSet] {
  /// The one that says most.
  fileprivate var best: CandidateSet? { self.max { $0.score < $1.score } }
}
