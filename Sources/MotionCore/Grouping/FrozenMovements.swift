/// The oldest movements of a group that has become long, classified for good.
///
/// What a movement is compared with are its neighbours and what is usual in its set; hundreds of
/// repetitions later neither can change by anything that matters. So only the newest are looked at
/// anew, and a set costs as much for each repetition however long it is. The figures of all the
/// others are kept as sums.
struct FrozenMovements: Sendable {
  /// How many members of a group are frozen at a time. At least as many stay open: more than any
  /// programme prescribes for a set.
  static let chunk = 32

  /// What was listed of them.
  private(set) var listed: [ClassifiedMovement] = []
  /// How many members of the group are among them.
  private(set) var members = 0
  /// Number of the newest of these.
  private var lastMember: Int?
  /// Number of the first movement that is not frozen.
  private var firstOpen = 0
  /// Those that count and decide what is usual: how many, and the sums over them.
  private(set) var core = Core()
  /// The extent of the first one of these.
  private(set) var firstOfCore: (start: Int, end: Int)?
  /// Those that are, wholly or in part, the exercise.
  private(set) var exercise = Exercised()
  /// How many enter the count.
  private(set) var counted = 0
  /// How long the signal was at rest before the first one of these, in seconds.
  private(set) var restSeconds: Float?
  /// First frame of the first and last frame of the last of these, of those that begin and end at
  /// rest.
  private(set) var restedSpan: (first: Int, last: Int)?

  /// Sums over the core of a group.
  struct Core: Sendable {
    var count = 0
    var similarity: Float = 0
    var score: Float = 0

    static func + (a: Core, b: Core) -> Core {
      Core(
        count: a.count + b.count, similarity: a.similarity + b.similarity, score: a.score + b.score)
    }
  }

  /// What the movements of the exercise come to.
  struct Exercised: Sendable {
    var count = 0
    var ownPath = 0.0
    /// Where the first one begins, with the path length of the signal before it.
    var first: (start: Int, pathLength: Movement.PathLength)?
    /// Where the last one ends, and its extreme after that.
    var last: (end: Int, restAfter: Int)?
  }

  /// True where none is frozen.
  var isEmpty: Bool { listed.isEmpty }

  /// True where a group still begins with what was frozen.
  func isBegin(of members: [Int], in groups: MovementGroups) -> Bool {
    guard let lastMember else { return true }
    return self.members <= members.count
      && groups.numbers[members[self.members - 1]] == lastMember
  }

  /// The first place of a group's movements that is not frozen.
  func firstOpenPlace(in groups: MovementGroups) -> Int {
    lastMember == nil ? 0 : groups.numbers.partitioningIndex { $0 >= firstOpen }
  }

  /// Freezes what lies before a member.
  ///
  /// - Parameters:
  ///   - older: what was listed before it.
  ///   - core: the sums over what is core before it.
  ///   - firstOfCore: the extent of the first one of the core.
  mutating func freeze(
    _ older: ArraySlice<ClassifiedMovement>, core: Core, firstOfCore: (start: Int, end: Int)?,
    before member: Int, in groups: MovementGroups, members all: [Int]
  ) {
    members = all.firstIndex(of: member) ?? members
    lastMember = members > 0 ? groups.numbers[all[members - 1]] : nil
    firstOpen = groups.numbers[member]
    self.core = self.core + core
    self.firstOfCore = self.firstOfCore ?? firstOfCore
    for classified in older {
      if classified.isExercise {
        exercise.count += 1
        exercise.ownPath +=
          classified.movement.pathLength.after - classified.movement.pathLength.before
        exercise.first =
          exercise.first ?? (classified.movement.start, classified.movement.pathLength)
        exercise.last = (classified.movement.end, classified.movement.restAfter)
      }
      if classified.verdict.isCounted {
        counted += 1
        restSeconds = restSeconds ?? classified.movement.restSeconds
        if !classified.movement.runsOn {
          restedSpan = (restedSpan?.first ?? classified.movement.start, classified.movement.end)
        }
      }
    }
    listed += older
  }
}
