/// A movement with its verdict.
struct ClassifiedMovement: Sendable {
  /// The movement.
  var movement: Movement
  /// What became of it.
  var verdict: Verdict
  /// Why it was not counted or is warned about.
  var reason: VerdictReason?
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

  /// What it is made of: two candidate sets of the same version are the same.
  struct Version: Sendable, Hashable {
    var identity: Identity
    var revision: Int
    var score: Float
    var surroundingPath: Double
  }

  /// What a look through many of them asks of each.
  struct Outline: Sendable {
    var version: Version
    var judgement: SetJudgement
    var count: Int
    var start: Int
    var end: Int
    /// What is listed of it in all.
    var listedCount: Int
    var explained: Float

    var identity: Identity { version.identity }
    var score: Float { version.score }
    /// How much it is expected to say: its score as often as it is the exercise.
    var expectedScore: Float { score * judgement.probability }
    /// From its first to its last frame.
    var span: Range<Int> { start..<max(start, end) }

    /// True where it shares no time with another one.
    func isApart(from other: CandidateSet) -> Bool { other.end <= start || end <= other.start }
  }

  /// Where it was found.
  let identity: Identity
  /// How often its group had changed when it was classified.
  private let revision: Int
  /// How much it says: number of repetitions, weighed by similarity and size.
  var score: Float
  /// What speaks for and against its being the exercise.
  private(set) var features: SetFeatures
  /// What the model of the exercise says of it.
  private(set) var judgement: SetJudgement
  /// How similar its repetitions are, on average: 1 for identical, 0 for dissimilar ones.
  let similarity: Float
  /// The median range of its full repetitions, in radians or their equivalent.
  let usualRange: Float
  /// The median of how far its full repetitions went, in radians that the sensor turned or their
  /// equivalent.
  let usualAngle: Float
  /// What its movements look like on average.
  let reference: MovementFeatures
  /// The older listed movements, which are classified for good.
  private let older: [ClassifiedMovement]
  /// The other listed movements in order of time.
  private let newest: [ClassifiedMovement]
  /// Number of those that enter the count.
  let count: Int
  /// True where its first and its last repetition stay out for longer than the others, as the rests
  /// before and after a set do when they are taken for the turn.
  let isHeldAtEnds: Bool
  /// True where its movements are positions that are held.
  let isHold: Bool
  /// True where its parts are among the answers, too.
  var isParted = false
  /// First frame of the first movement that is, wholly or in part, the exercise.
  let start: Int
  /// Last frame of the last one.
  let end: Int
  /// First frame of the first one that enters the count, and last frame of the last one, of those
  /// the rests of which were seen on both sides.
  let restedSpan: (first: Int, last: Int)?
  /// Path length of the signal some time before the first movement of the exercise, and the frame
  /// at which the last one is over.
  let surroundings: (earlierPath: Double, restAfter: Int?)

  /// All listed movements in order of time.
  var movements: [ClassifiedMovement] { older.isEmpty ? newest : older + newest }

  /// Those from a position on.
  func movements(from position: Int) -> [ClassifiedMovement] {
    position < older.count
      ? older[position...] + newest : Array(newest[(position - older.count)...])
  }

  /// How many of them, from the first one on, something is true of.
  func prefixCount(
    where belongs: (_ position: Int, borrowing ClassifiedMovement) -> Bool
  ) -> Int {
    var count = 0
    // Looked at where they lie: of thousands each copy counts.
    for listed in [older, newest] {
      let begin = count
      let isWhole = listed.withUnsafeBufferPointer { movements in
        while count - begin < movements.count {
          guard belongs(count, movements[count - begin]) else { return false }
          count += 1
        }
        return true
      }
      if !isWhole { break }
    }
    return count
  }

  /// How many these are.
  var listedCount: Int { older.count + newest.count }
  /// True while the last one is not over.
  var isOpen: Bool { newest.last?.movement.isProvisional ?? false }

  init(
    identity: Identity, score: Float, features: SetFeatures, similarity: Float, usualRange: Float,
    usualAngle: Float, reference: MovementFeatures, movements: [ClassifiedMovement],
    frozen: FrozenMovements = FrozenMovements(), judgement: SetJudgement = SetJudgement(),
    revision: Int = 0, isHeldAtEnds: Bool = false, isHold: Bool = false
  ) {
    self.isHold = isHold
    self.identity = identity
    self.score = score
    self.features = features
    self.similarity = similarity
    self.usualRange = usualRange
    self.usualAngle = usualAngle
    self.reference = reference
    older = frozen.listed
    newest = movements
    self.judgement = judgement
    self.revision = revision
    self.isHeldAtEnds = isHeldAtEnds
    let counted = movements.indices.filter { movements[$0].verdict.isCounted }
    count = frozen.counted + counted.count
    let exercise = movements.indices.filter { movements[$0].isExercise }
    let first =
      frozen.exercise.first
      ?? exercise.first.map { (movements[$0].movement.start, movements[$0].movement.pathLength) }
    let last =
      exercise.last.map { (movements[$0].movement.end, movements[$0].movement.restAfter) }
      ?? frozen.exercise.last
    start = first?.start ?? 0
    end = last?.end ?? 0
    surroundings = (first?.pathLength.earlier ?? 0, last?.restAfter)
    let rested = counted.filter { !movements[$0].movement.runsOn }
    let own: (first: Int, last: Int)? =
      if let first = rested.first, let last = rested.last {
        (movements[first].movement.start, movements[last].movement.end)
      } else {
        nil
      }
    restedSpan = (frozen.restedSpan ?? own).map { ($0.first, (own ?? $0).last) }
  }

  /// What it is made of.
  var version: Version {
    Version(
      identity: identity, revision: revision, score: score,
      surroundingPath: features.surroundingPath)
  }

  /// What a look through many of them asks of it.
  var outline: Outline {
    Outline(
      version: version, judgement: judgement, count: count, start: start, end: end,
      listedCount: listedCount, explained: explained)
  }

  /// The time that its repetitions take, in seconds (their number times the usual one), weighed by how
  /// similar they are. Their number alone says less: who sees each as two does not see more. Of
  /// positions it is their number: how long one is kept says nothing of how well it was seen.
  var explained: Float {
    (isHold ? 1 : Float(features.seconds)) * Float(count) * similarity * similarity
  }

  /// The confidence that it is the exercise, as log odds.
  var evidence: Double { judgement.logOdds }

  /// Takes what happened around it since it was classified.
  mutating func surround(path: Double, by model: SetJudgement.Model) {
    guard path != features.surroundingPath else { return }
    features.surroundingPath = path
    judgement = model(features)
  }

  /// Takes what the model said of another view of the same movements. What is kept by its version
  /// has its own: this is for choosing only.
  mutating func take(_ judgement: SetJudgement) { self.judgement = judgement }

  /// True where it shares no time with another one.
  func isApart(from other: CandidateSet) -> Bool { other.end <= start || end <= other.start }

  /// The plateaus of those that enter the count, in order of time.
  var plateaus: [Plateau] {
    // Looked at where they lie: of thousands each copy counts.
    [older, newest].flatMap { listed in
      listed.indices.filter { listed[$0].verdict.isCounted }.map {
        Plateau(start: listed[$0].movement.plateauStart, end: listed[$0].movement.plateauEnd)
      }
    }
  }

  /// Those that enter the count.
  var counted: [Movement] {
    movements.compactMap { $0.verdict.isCounted ? $0.movement : nil }
  }

  /// How much the counted movement that a frame lies within resembles the others; nil where there
  /// is none that begins and ends at rest.
  func similarity(at frame: Int) -> Float? {
    let isOld = newest.first.map { frame <= $0.movement.start } ?? true
    let listed = isOld && !older.isEmpty ? older : newest
    let place = listed.indices.first { place in
      listed[place].verdict.isCounted && !listed[place].movement.runsOn
        && listed[place].movement.start < frame && frame < listed[place].movement.end
    }
    return place.map { listed[$0].similarity }
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

extension [CandidateSet] {
  /// How much the one explains that explains most.
  var explained: Float { indices.reduce(0) { Swift.max($0, self[$1].explained) } }
}
