/// A movement with its verdict.
struct JudgedMovement: Sendable {
  /// The movement.
  var movement: Movement
  /// What became of it.
  var verdict: Verdict
  /// Why it was not counted or is warned about.
  var reason: String?
  /// How much it resembles the others: 1 for a twin, 0 at the limit of what is counted.
  var likeness: Float

  /// True for what is the exercise, wholly or in part.
  var isExercise: Bool { verdict != .notLikeTheOthers }
}

/// A group of movements that resemble each other, with what surrounds them: a set, as far as the
/// signal can tell.
struct Bout: Sendable {
  /// Which axis tracker found it, rising or falling, and which of its groups it is.
  struct Identity: Sendable, Hashable {
    var axis: Int
    var isRising: Bool
    var label: Int
  }

  /// How surely it is a set: known, or told by the judge.
  enum EvidenceSource: Sendable {
    /// Log odds.
    case known(Double)
    /// To be answered by the judge.
    case asked(EvidenceQuestion)
  }

  /// Where it was found.
  let identity: Identity
  /// How much it says: number of repetitions, weighed by likeness and size.
  var score: Float
  /// How surely it is a set, as log odds: computed when it is first asked for, which is seldom.
  var evidence: Double {
    switch source {
    case .known(let logOdds): logOdds
    case .asked(let question):
      question.answer {
        $0.evidence(movements, likeness: likeness, surroundingTravel: $1)
      }
    }
  }
  /// From what the evidence follows.
  var source: EvidenceSource
  /// How alike its repetitions are, on average: 1 for twins, 0 for strangers.
  let likeness: Float
  /// The median range of its full repetitions, in radians or their equivalent.
  let usualRange: Float
  /// The median of how far its full repetitions went, in radians that the sensor turned or their
  /// equivalent.
  let usualAngle: Float
  /// What its movements look like on average.
  let reference: MovementFeatures
  /// All listed movements in order of time.
  let movements: [JudgedMovement]
  /// Number of those that enter the count.
  let count: Int
  /// First frame of the first movement that is, wholly or in part, the exercise.
  let start: Int
  /// Last frame of the last one.
  let end: Int
  /// First frame of the first one that enters the count, and last frame of the last one.
  let countedSpan: (first: Int, last: Int)?

  init(
    identity: Identity, score: Float, evidence: EvidenceSource, likeness: Float, usualRange: Float,
    usualAngle: Float,
    reference: MovementFeatures,
    movements: [JudgedMovement]
  ) {
    self.identity = identity
    self.score = score
    source = evidence
    self.likeness = likeness
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

  /// Its number of movements, weighed by how alike they are.
  var explained: Float { Float(count) * likeness * likeness }

  /// Those that enter the count.
  var counted: [Movement] {
    movements.compactMap { $0.verdict.isCounted ? $0.movement : nil }
  }

  /// How much the counted movement that a frame lies within resembles the others; nil where there
  /// is none.
  func likeness(at frame: Int) -> Float? {
    let place = movements.indices.first { place in
      movements[place].verdict.isCounted && movements[place].movement.start < frame
        && frame < movements[place].movement.end
    }
    return place.map { movements[$0].likeness }
  }

  /// While a set goes on, a bout that was believed before is given up only for one that says this
  /// much more: a person hears fewer corrections (fewest from 1.3 to 1.7, recorded and simulated).
  static let loyalty: Float = 1.5

  /// The score against others, where `believed` is the bout that was chosen before.
  func standing(believed: Identity?) -> Float {
    identity == believed ? score * Self.loyalty : score
  }

  /// True when the other bout is probably the same set, seen along another axis: it takes half of
  /// the time of both together, and has about the same range.
  func isLikely(_ other: Bout) -> Bool {
    let shared = min(end, other.end) - max(start, other.start)
    let whole = max(end, other.end) - min(start, other.start)
    let (low, high) = (min(usualRange, other.usualRange), max(usualRange, other.usualRange))
    return 2 * shared > whole && high < Self.sameSetRangeRatio * low
  }

  private static let sameSetRangeRatio: Float = 1.5
}
