/// The pace of a set's counted repetitions, compared with a slow one.
public struct Pace: Sendable, Hashable {
  /// What a slow repetition takes at least, in seconds, rest left out.
  public var slowRepSeconds: Double
  /// What a counted repetition took, in seconds, the middle value.
  public var medianSeconds: Double
  /// How many counted repetitions took less than a slow one.
  public var fasterReps: Int
  /// The same as a share of those whose time is known.
  public var fasterFraction: Double

  /// The pace of repetitions of these lengths; nil for none.
  init?(seconds: [Double], slowRepSeconds: Double) {
    guard !seconds.isEmpty else { return nil }
    self.slowRepSeconds = slowRepSeconds
    medianSeconds = seconds.median
    fasterReps = seconds.count { $0 < slowRepSeconds }
    fasterFraction = Double(fasterReps) / Double(seconds.count)
  }
}

extension SetReport {
  /// The pace of the repetitions; nil for holds and where none was counted.
  public var pace: Pace? {
    guard case .cycle(let parameters) = plan.exercise.parameters else { return nil }
    return Pace(seconds: countedSeconds, slowRepSeconds: parameters.slowRepSeconds)
  }
}
