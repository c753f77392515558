/// What the search for movements needs to know of an exercise.
struct MovementRules: Sendable, Hashable {
  /// True for positions that are held, false for repetitions.
  var isHold: Bool
  /// How the movement signal is weighed.
  var weights: MovementWeights
  /// How movements are compared.
  var distance: MovementDistance
  /// Where the rest levels on both sides of a movement differ by more than this share of its range
  /// there is a change of posture besides, that it runs on from or into: it has come back by less
  /// than about half (0.6, chosen on the corpus) or two fifths (0.9, for holds, chosen in
  /// simulation) of the way.
  var largestAsymmetry: Float
  /// Usual range of a set, in radians.
  var range: ClosedRange<Float>
  /// Length of one movement, from start to end, in seconds.
  var seconds: ClosedRange<Double>
  /// The range of this person's full movements, in radians; 0 where it is not known.
  var personalRange: Float
  /// Under this share of the usual range a movement is partial.
  var partialRangeRatio: Float
  /// A repetition shorter than this is too fast, in seconds; zero where tempo is not judged.
  var tooFastSeconds: Double
  /// Two movements closer than this are one, in seconds; zero where they never are.
  var mergeSeconds: Double
  /// Movements further apart than this belong to different sets, in seconds.
  var longestPauseSeconds: Double

  /// The rules of whichever kind the parameters are.
  init(_ parameters: DetectionParameters, longestPauseSeconds: Double) {
    switch parameters {
    case .cycle(let cycle): self.init(cycle, longestPauseSeconds: longestPauseSeconds)
    case .hold(let hold): self.init(hold, longestPauseSeconds: longestPauseSeconds)
    }
  }

  /// The rules for repetitions.
  init(_ parameters: CycleParameters, longestPauseSeconds: Double) {
    isHold = false
    weights = .cycle
    distance = .cycle
    largestAsymmetry = 0.6
    range = Self.radians(parameters.minimumRangeDegrees, parameters.maximumRangeDegrees)
    seconds = parameters.minimumRepSeconds...parameters.maximumRepSeconds
    personalRange = Float(parameters.usualRangeDegrees * Units.radiansPerDegree)
    partialRangeRatio = Float(parameters.partialRangeRatio)
    tooFastSeconds = parameters.tooFastSeconds
    mergeSeconds = 0
    self.longestPauseSeconds = longestPauseSeconds
  }

  /// The rules for holds.
  init(_ parameters: HoldParameters, longestPauseSeconds: Double) {
    isHold = true
    weights = .hold
    weights.accelerometerSmoothingSeconds = parameters.accelerometerSmoothingSeconds
    distance = .hold
    largestAsymmetry = 0.9
    range = Self.radians(parameters.minimumRangeDegrees, parameters.maximumRangeDegrees)
    seconds = parameters.minimumHoldSeconds...parameters.maximumHoldSeconds
    personalRange = Float(parameters.usualRangeDegrees * Units.radiansPerDegree)
    partialRangeRatio = Float(parameters.partialRangeRatio)
    tooFastSeconds = 0
    mergeSeconds = parameters.longestBreakSeconds
    self.longestPauseSeconds = longestPauseSeconds
  }

  /// The length that the limits speak of, in seconds: of a repetition from leaving the rest to
  /// being back, of a hold the time held.
  func length(of movement: Movement, rateHertz: Double) -> Double {
    let frames =
      isHold ? movement.plateauEnd - movement.plateauStart : movement.end - movement.start
    return Double(frames) / rateHertz
  }

  /// True when the length is one that the exercise can have.
  func allows(_ movement: Movement, rateHertz: Double) -> Bool {
    seconds.contains(length(of: movement, rateHertz: rateHertz))
  }

  private static func radians(_ low: Double, _ high: Double) -> ClosedRange<Float> {
    Float(low * Units.radiansPerDegree)...Float(high * Units.radiansPerDegree)
  }
}
