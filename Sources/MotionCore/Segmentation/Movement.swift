import Glibc

/// How large and how long a movement is.
struct MovementSize: Sendable, Hashable {
  /// Size along the axis, in radians or their equivalent.
  let range: Float
  /// From start to end, in frames.
  let duration: Float
  /// Difference of the two rest levels, as a share of the range.
  let asymmetry: Float
  /// Their natural logarithms.
  let logRange, logDuration: Float

  init(range: Float, duration: Float, asymmetry: Float) {
    self.range = range
    self.duration = duration
    self.asymmetry = asymmetry
    logRange = log(range)
    logDuration = log(duration)
  }
}

/// What a movement looks like: all that is compared between movements.
struct MovementFeatures: Sendable {
  /// How large and how long it is.
  let size: MovementSize
  /// The path, then the two postures: in one array, since they are copied often.
  private let vectors: [MovementVector]

  /// - Parameter path: where the signal was at each level out, at the peak and at each level back,
  ///   relative to the rest and in units of the range: the shape, whatever its tempo and size.
  init(
    size: MovementSize, path: some Sequence<MovementVector>, restPosture: MovementVector,
    peakPosture: MovementVector
  ) {
    self.size = size
    var vectors: [MovementVector] = []
    vectors.reserveCapacity(path.underestimatedCount + 2)
    vectors.append(contentsOf: path)
    vectors.append(restPosture)
    vectors.append(peakPosture)
    self.vectors = vectors
  }

  /// Steps of the path.
  var steps: Range<Int> { 0..<vectors.count - 2 }

  /// A step of the path.
  subscript(step: Int) -> MovementVector { vectors[step] }

  /// The path.
  var path: [MovementVector] { steps.map { vectors[$0] } }

  /// Direction of gravity at rest.
  var restPosture: MovementVector { vectors[vectors.count - 2] }

  /// Direction of gravity at the peak.
  var peakPosture: MovementVector { vectors[vectors.count - 1] }
}

/// A movement together with what it looks like, as long as it may be compared with others.
struct SeenMovement: Sendable {
  var movement: Movement
  let features: MovementFeatures
}

/// One movement away from a resting level and back, as seen along an axis: plain figures, of which
/// thousands are kept.
///
/// Indices are frames on the session's grid.
struct Movement: Sendable {
  /// Levels of the way out at which the path is sampled; the way back mirrors them.
  static let pathLevels: [Float] = [0.25, 0.5, 0.75]
  /// The level at which a repetition starts and ends (design.md, section 3).
  static let onsetThreshold: Float = 0.2
  /// The level above which a movement is on its plateau, or a position held.
  static let plateauThreshold: Float = 0.8

  /// A longer rest before a movement says no more, in seconds.
  static let longestRestSeconds = 1.5
  /// What is nearer to the rest level than this share of the way is at rest: a person sways and
  /// breathes.
  static let restLevelShare: Float = 0.35

  /// The extreme before, on the resting side.
  var restBefore: Int
  /// The extreme on the far side.
  var peak: Int
  /// The extreme after, on the resting side.
  var restAfter: Int
  /// Leaves the rest level by 20 %.
  var start: Int
  /// Comes above 80 %.
  var plateauStart: Int
  /// Falls below 80 %.
  var plateauEnd: Int
  /// Is back within 20 %.
  var end: Int
  /// Path length of the signal before and after it.
  var pathLength: PathLength
  /// How large and how long it is.
  var size: MovementSize
  /// How far the sensor turned between rest and peak, in radians, whatever the axis along which the
  /// movement is seen.
  var turnedRadians: Float
  /// How far it rose or sank meanwhile, as the turn that weighs as much, in radians.
  var heightRadians: Float
  /// How long the signal was at rest before it, in seconds, as far as that says anything.
  var restSeconds: Float
  /// How far it carried the sensor from the lowest to the highest place, in metres; nil where that
  /// cannot be said.
  var liftMetres: Float?
  /// How much it looks like a stride.
  var step: StepBounce
  /// True when the signal broke off before it was back.
  var isUnfinished = false
  /// True when it runs on from another movement or into one: its rest was seen on one side only.
  var runsOn = false
  /// True while the way back is not over: a later, closed version replaces this one.
  var isProvisional: Bool

  /// Path length of the signal since its very first frame, in radians or their equivalent.
  struct PathLength: Sendable, Hashable {
    /// How long before and after a set other movement speaks against it, in seconds.
    static let surroundingSeconds = 15.0

    /// `surroundingSeconds` before the movement.
    var earlier: Double
    /// At the extreme before it.
    var before: Double
    /// At the extreme after it.
    var after: Double
  }

  /// How far the movement went, in radians: what limits, shares of a range, tuning and explanations
  /// speak of. The turn, or its equivalent in height for a limb that hardly turns.
  var rangeRadians: Float { max(turnedRadians, heightRadians) }

  /// How much of the time from start to end is spent on the plateau.
  var plateauShare: Double { Double(plateauEnd - plateauStart) / Double(max(1, end - start)) }

  /// True when the two share time.
  func overlaps(_ other: Movement) -> Bool { start < other.end && other.start < end }
}
