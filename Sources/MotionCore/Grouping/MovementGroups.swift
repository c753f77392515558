/// The movements seen along one axis in one direction, joined into groups of similar movements.
///
/// Two movements are linked when they are similar in every respect; groups are the connected parts
/// of that graph. A set may so drift slowly as it tires, while what comes before and after it
/// (picking up, walking, lying down) finds no link. Complexity: each movement is compared with the
/// last `reach` ones.
struct MovementGroups: Sendable {
  /// Largest distance of a link (0.25 to 0.4 do the same on the corpus).
  static let linkDistance: Float = 0.35
  /// How many movements back a link may reach.
  static let reach = 40

  /// Closed movements in order of time.
  private(set) var movements: [Movement] = []
  /// What each looks like.
  private var features: [MovementFeatures] = []
  /// What judging needs of each.
  private(set) var fiducials: [MovementFiducials] = []
  /// The number of each, in the order in which they were added; never given twice.
  private(set) var numbers: [Int] = []
  /// The group of each; -1 for those that cannot be repetitions.
  private(set) var labels: [Int] = []
  /// A movement whose way back is not over, while it is looked at.
  var provisional: SeenMovement? { didSet { changes += 1 } }
  /// A number that no other state of the groups has: what was classified at the same revision need
  /// not be classified anew.
  var revision: Int { provisional == nil ? closedRevision : changes }
  private var changes = 0
  private var closedRevision = 0
  /// Labels that have become part of another group.
  private(set) var absorbed: Set<Int> = []
  private var nextLabel = 0
  private var nextNumber = 0

  /// Adds a closed movement.
  mutating func add(_ seen: SeenMovement, rules: MovementRules, rateHertz: Double) {
    noteChange()
    let label = self.label(for: seen, rules: rules, rateHertz: rateHertz)
    movements.append(seen.movement)
    features.append(seen.features)
    labels.append(label)
    fiducials.append(MovementFiducials(seen.movement, rules: rules, rateHertz: rateHertz))
    numbers.append(nextNumber)
    nextNumber += 1
    forgetUnlinkable()
  }

  /// Takes back the newest closed movement, when it turns out to be part of a longer one.
  mutating func removeLast() {
    noteChange()
    remove(at: movements.count - 1)
  }

  /// Takes over what another axis saw before a frame, where this one has no signal.
  mutating func inherit(_ other: MovementGroups, before frame: Int) {
    noteChange()
    let count = other.movements.prefix { $0.restAfter <= frame }.count
    movements = Array(other.movements.prefix(count))
    features = Array(other.features.prefix(count))
    labels = Array(other.labels.prefix(count))
    fiducials = Array(other.fiducials.prefix(count))
    numbers = Array(other.numbers.prefix(count))
    nextNumber = other.nextNumber
    nextLabel = other.nextLabel
    absorbed = other.absorbed
  }

  /// Labels of the groups that the newest movements belong to or border on, in rising order.
  var openLabels: [Int] {
    newestLabels.sorted().reduce(into: []) { open, label in
      if label != open.last { open.append(label) }
    }
  }

  /// The group of each of the newest movements that could be repetitions.
  var newestLabels: [Int] { labels.suffix(Self.border + 1).filter { $0 >= 0 } }

  /// The movement at a place; the place after the last one is the provisional one's.
  func movement(at place: Int) -> Movement? {
    place < movements.count ? movements[place] : provisional?.movement
  }

  /// What the movement at a place looks like.
  func features(at place: Int) -> MovementFeatures {
    if place == movements.count, let provisional { return provisional.features }
    return features[place]
  }

  /// The group of the one among the newest movements that is most like another one; nil where none
  /// is.
  func label(like other: MovementFeatures, within limit: Float, by distance: MovementDistance)
    -> Int?
  {
    var nearest = (distance: limit, label: Int?.none)
    for index in movements.indices.suffix(Self.border + 1) where labels[index] >= 0 {
      let own = distance.full(features[index], other)
      if own < nearest.distance { nearest = (own, labels[index]) }
    }
    return nearest.label
  }

  /// Positions of a group's members.
  func members(of label: Int) -> [Int] { labels.indices.filter { labels[$0] == label } }

  /// How many movements beside a group are classified with it.
  static let border = 4

  /// Calls for all groups to be classified anew.
  mutating func noteChange() {
    changes += 1
    closedRevision = changes
  }

  private mutating func label(
    for seen: SeenMovement, rules: MovementRules, rateHertz: Double
  ) -> Int {
    let movement = seen.movement
    guard !movement.isUnfinished, Self.canRepeat(movement, rules: rules, rateHertz: rateHertz)
    else { return -1 }
    let oldest =
      movement.start
      - Int(min(rules.longestPauseSeconds, MovementClassifier.unlimitedSeconds) * rateHertz)
    var found: Set<Int> = []
    for index in movements.indices.suffix(Self.reach)
    where labels[index] >= 0 && movements[index].end >= oldest
      && rules.distance.full(features[index], seen.features) < Self.linkDistance
    {
      found.insert(labels[index])
    }
    guard let label = found.min() else {
      nextLabel += 1
      return nextLabel - 1
    }
    if found.count > 1 {
      for index in labels.indices where found.contains(labels[index]) { labels[index] = label }
      found.remove(label)
      absorbed.formUnion(found)
    }
    return label
  }

  /// True when a movement could be a full repetition by its size and length. A position that is
  /// left for another one is no hold.
  static func canRepeat(_ movement: Movement, rules: MovementRules, rateHertz: Double) -> Bool {
    movement.rangeRadians >= rules.range.lowerBound && !(rules.isHold && movement.runsOn)
      && rules.allows(movement, rateHertz: rateHertz)
  }

  /// Forgets what links can no longer reach: a movement that nothing resembled, and with its newest
  /// movement a whole group, which is a candidate set by now that stays as it is.
  private mutating func forgetUnlinkable() {
    let index = movements.count - 2 * Self.reach
    guard index >= 0 else { return }
    let label = labels[index]
    guard label >= 0 else { return remove(at: index) }
    guard !labels[(index + 1)...].contains(label) else { return }
    for member in (0...index).reversed() where labels[member] == label { remove(at: member) }
  }

  private mutating func remove(at place: Int) {
    movements.remove(at: place)
    features.remove(at: place)
    labels.remove(at: place)
    fiducials.remove(at: place)
    numbers.remove(at: place)
  }
}
