/// A movement with its verdict.
struct ClassifiedMovement: Sendable {
  /// The movement.
  var movement: Movement
  /// What became of it.
  var verdict: Verdict
  /// Why it was not counted or is warned about.
  var reason: String?
  /// How much it resembles the others: 1 for one identical to them, 0 at the limit of what is
  /// counted.
  var similarity: Float

  /// True for what is the exercise, wholly or in part.
  var isExercise: Bool { verdict != .notLikeTheOthers }
}

/// A group of movements that resemble each other, with what surrounds them: a set, as far as the
/// signal can tell.
struct CandidateSet: Sendable {
  /// Which axis tracker found it, rising or falling, and which of its groups it is.
  struct Identity: Sendable, Hashable {
    var axis: Int
    var isRising: Bool
    var label: Int
  }

  /// Where it was found.
  let identity: Identity
  /// How much it says: number of repetitions, weighed by similarity and size.
  var score: Float
  /// What speaks for and against its being the exercise.
  private(set) var features: SetFeatures
  /// The confidence that it is the exercise, as log odds; 0 until it was judged.
  var evidence = 0.0
  /// How similar its repetitions are, on average: 1 for identical, 0 for dissimilar ones.
  let similarity: Float
  /// The median range of its full repetitions, in radians or their equivalent.
  let usualRange: Float
  /// The median of how far its full repetitions went, in radians that the sensor turned or their
  /// equivalent.
  let usualAngle: Float
  /// What its movements look like on average.
  let reference: MovementFeatures
  /// All listed movements in order of time.
  let movements: [ClassifiedMovement]
  /// Number of those that enter the count.
  let count: Int
  /// First frame of the first movement that is, wholly or in part, the exercise.
  let start: Int
  /// Last frame of the last one.
  let end: Int
  /// First frame of the first one that enters the count, and last frame of the last one.
  let countedSpan: (first: Int, last: Int)?

  init(
    identity: Identity, score: Float, features: SetFeatures, similarity: Float, usualRange: Float,
    usualAngle: Float, reference: MovementFeatures, movements: [ClassifiedMovement]
  ) {
    self.identity = identity
    self.score = score
    self.features = features
    self.similarity = similarity
    self.usualRange = usualRange
    self.usualAngle = usualAngle
    self.reference = reference
    self.movements = movements
    let counted = movements.indices.filter { movements[$0].verdict.isCounted }
    count = counted.count
    start = movements.first { $0.isExercise }?.movement.start ?? 0
    end = movements.last { $0.isExercise }?.movement.end ?? 0
    countedSpan =
      if let first = counted.first, let last = counted.last {
        (movements[first].movement.start, movements[last].movement.end)
      } else {
        nil
      }
  }

  /// Its number of movements, weighed by how similar they are.
  var explained: Float { Float(count) * similarity * similarity }

  /// Takes what happened around it since it was classified.
  mutating func surround(path: Double) { features.surroundingPath = path }

  /// Those that enter the count.
  var counted: [Movement] {
    movements.compactMap { $0.verdict.isCounted ? $0.movement : nil }
  }

  /// How much the counted movement that a frame lies within resembles the others; nil where there
  /// is none.
  func similarity(at frame: Int) -> Float? {
    let place = movements.indices.first { place in
      movements[place].verdict.isCounted && movements[place].movement.start < frame
        && frame < movements[place].movement.end
    }
    return place.map { movements[$0].similarity }
  }

  /// True when the other candidate set is probably the same set, seen along another axis: it takes
  /// half of the time of both together, and has about the same range.
  func isLikely(_ other: CandidateSet) -> Bool {
    let shared = min(end, other.end) - max(start, other.start)
    let whole = max(end, other.end) - min(start, other.start)
    let (low, high) = (min(usualRange, other.usualRange), max(usualRange, other.usualRange))
    return 2 * shared > whole && high < Self.sameSetRangeRatio * low
  }

  private static let sameSetRangeRatio: Float = 1.5
}
