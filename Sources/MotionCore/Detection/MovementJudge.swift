/// Decides what became of each movement of a group and around it.
///
/// Consistency beats thresholds: the group's own spread says how unlike a movement may be. What
/// lies before or after the group must look like it in every respect; between and right beside its
/// repetitions another tempo or a smaller size is excused, and named.
struct MovementJudge: Sendable {
  /// A movement this close to the group always belongs (rows of the corpus; 0.35 to 0.4 alike).
  static let acceptedDistance: Float = 0.4
  /// A movement further away never does.
  static let rejectedDistance: Float = 0.8
  /// In between the limit is this many times the group's own median distance.
  static let spreadFactor: Float = 4
  /// Movements under this share of the usual range are not listed (design.md, section 3).
  static let listedRangeRatio: Float = 0.15
  /// A movement over this multiple of the usual range is another one.
  static let largestRangeRatio: Float = 1.8
  /// A position that is taken and left again without staying there this share of the time is not
  /// held (a swing to and fro, as in breathing: 0.42; a simulated hold of 5 s: 0.85).
  static let smallestHeldShare = 0.5

  /// How far beside the group another size is excused, in typical distances between repetitions.
  static let neighbourhood = 1.5
  /// Exponent with which size enters the score: a larger movement outweighs a more frequent one.
  static let sizeExponent: Float = 0.7
  /// At the ends of a group the limit shrinks with the rest that parts a movement from the others,
  /// from this share of the time between two repetitions on (recorded lifts: under 0.66 in 95 %).
  static let apartRatio: Float = 0.6
  /// There a length that differs by more than this, as a logarithm, counts against it (recorded and
  /// simulated first and last repetitions: under 0.64 in 95 %, mostly under 0.1).
  static let excusedStretch: Float = 0.4
  /// Weight of that difference.
  static let stretchWeight: Float = 1.5
  /// There a movement of another size or tempo must be this much closer.
  static let edgeLimit: Float = 0.5
  /// How many movements at either end of a group may be setting up or putting down.
  static let edge = 2
  /// Fewest movements whose spacing says something.
  static let fewestForSpacing = 4
  /// At this distance a movement adds nothing to the score, however loose its group is (0.6 to 0.8
  /// alike in simulated rows).
  static let worthlessDistance: Float = 0.7
  /// Exponent with which likeness enters the score: what just passes for a repetition says little.
  static let likenessExponent: Float = 2
  /// Size above which nothing more is gained, in radians.
  static let largestScoredRange: Float = 1.5

  /// Longer than any recording, in seconds.
  static let unlimitedSeconds = 1e6

  let rules: MovementRules
  let rateHertz: Double

  /// The bout around one group; nil where the group is not a set of the exercise.
  ///
  /// - Parameter reference: what was compared when the group was judged before.
  func judge(
    _ groups: MovementGroups, members: [Int], identity: Bout.Identity,
    reference: inout MovementReference, buffer: FrameBuffer
  ) -> Bout? {
    let places = surroundings(of: members, in: groups)
    reference.take(groups, members: members)
    let window = marks(at: places, in: groups)
    let comparisons = reference.compare(groups, at: places, window, by: rules.distance)
    guard let mean = reference.mean else { return nil }
    let spread = Self.values(of: members, at: places, in: comparisons).median
    let limit = min(
      Self.rejectedDistance, max(Self.acceptedDistance, Self.spreadFactor * spread))
    let near = window.indices.filter { index in
      comparisons[index].distance < limit && !window[index].isUnfinished
        && window[index].canRepeat
    }
    let core = withoutEdges(near, of: window, comparisons, limit: limit)
    guard core.count >= 2, let first = core.first, let last = core.last else { return nil }
    let usualRange = core.map { window[$0].range }.median
    guard rules.range.contains(usualRange) else { return nil }
    let isStriding = 2 * core.count { window[$0].isStride } > core.count
    let fullRange = max(usualRange, rules.personalRange)
    let spacing = Self.spacing(core, of: window)
    let span = excusedSpan(core, of: window)
    let inside = window[first].end...max(window[last].start, window[first].end)
    let whole = window[first].start...max(window[last].end, window[first].start)
    var judged: [JudgedMovement] = []
    judged.reserveCapacity(places.count)
    for (index, comparison) in comparisons.enumerated() {
      let marks = window[index]
      guard span.overlaps(marks.start..<max(marks.end, marks.start + 1)) else { continue }
      let isWithin = whole.contains(marks.start)
      let pause = max(window[first].start - marks.end, marks.start - window[last].end)
      let excusedLimit = isWithin ? limit : limit * edgeShare(pause: pause, spacing: spacing)
      let isAlike =
        isWithin && comparison.distance < limit
        || (isWithin || rules.isHold || isSmallOrQuick(marks, usualRange: fullRange))
          && reference.smallest(comparison) {
            rules.distance.excused(groups.features(at: places[index]), $0)
          } < excusedLimit
      let outcome = outcome(
        marks, isAlike: isAlike, isInside: inside.contains(marks.turn),
        isStriding: isStriding, usualRange: fullRange)
      guard let outcome, let movement = groups.movement(at: places[index]) else { continue }
      judged.append(
        JudgedMovement(
          movement: movement, verdict: outcome.verdict, reason: outcome.reason,
          likeness: max(0, 1 - comparison.distance / limit)))
    }
    let likeness =
      core.reduce(Float(0)) { $0 + 1 - comparisons[$1].distance / Self.rejectedDistance }
    let worth = core.reduce(Float(0)) {
      let closeness = 1 - comparisons[$1].distance / Self.worthlessDistance
      return $0 + power(max(0, closeness), Self.likenessExponent)
    }
    let size = min(usualRange, Self.largestScoredRange)
    let similarity = likeness / Float(core.count)
    let features = features(
      judged, similarity: similarity, surroundingPath: surroundingTravel(judged, buffer: buffer))
    guard let features else { return nil }
    return Bout(
      identity: identity, score: worth * power(size, Self.sizeExponent), features: features,
      model: rules.model, likeness: similarity,
      usualRange: usualRange, reference: mean, movements: judged)
  }

  /// Path of the signal from before a set's first movement to after its last one, as far as it was
  /// seen; of those that are listed, the exercise itself tells.
  func surroundingTravel(_ listed: [JudgedMovement], buffer: FrameBuffer) -> Double {
    guard let first = listed.firstIndex(where: \.isExercise),
      let last = listed.lastIndex(where: \.isExercise)
    else { return 0 }
    let later =
      listed[last].movement.restAfter + Int(SetFeatures.surroundingSeconds * rateHertz)
    return buffer.travel(at: later) - listed[first].movement.travel.earlier
  }

  /// What speaks for these being a set; of those that are listed, the exercise itself tells.
  private func features(
    _ listed: [JudgedMovement], similarity: Float, surroundingPath: Double
  ) -> SetFeatures? {
    var movements: [Movement] = []
    movements.reserveCapacity(listed.count)
    for judged in listed where judged.isExercise { movements.append(judged.movement) }
    return SetFeatures(
      movements,
      // Movements that are small for this person are a set all the same.
      count: rules.personalRange > 0
        ? movements.count : listed.count(where: \.verdict.isCounted),
      similarity: Double(similarity), surroundingPath: surroundingPath, rateHertz: rateHertz)
  }

  /// A bout of one movement that nothing can be compared with; nil where it cannot be the exercise.
  func lone(_ movement: Movement, identity: Bout.Identity, buffer: FrameBuffer) -> Bout? {
    guard MovementGroups.canRepeat(movement, rules: rules, rateHertz: rateHertz),
      rules.range.contains(movement.features.range)
    else { return nil }
    let size = min(movement.features.range, Self.largestScoredRange)
    let judged = [JudgedMovement(movement: movement, verdict: .ok, reason: nil, likeness: 1)]
    let features = features(
      judged, similarity: 1, surroundingPath: surroundingTravel(judged, buffer: buffer))
    guard let features else { return nil }
    return Bout(
      identity: identity, score: power(size, Self.sizeExponent), features: features,
      model: rules.model, likeness: 1, usualRange: movement.features.range,
      reference: movement.features,
      movements: judged)
  }

  /// Places of the members and of the movements around them; the place after the last one is the
  /// running one's.
  private func surroundings(of members: [Int], in groups: MovementGroups) -> [Int] {
    guard let first = members.first, let last = members.last else { return [] }
    let range =
      max(
        0, first - MovementGroups.border)..<min(
        groups.movements.count, last + MovementGroups.border + 1)
    let pause = Int(min(rules.longestPauseSeconds, Self.unlimitedSeconds) * rateHertz)
    let (from, to) = (groups.movements[first].start - pause, groups.movements[last].end + pause)
    var places = range.filter {
      from <= groups.movements[$0].end && groups.movements[$0].start <= to
    }
    if range.upperBound == groups.movements.count, groups.provisional != nil {
      places.append(range.upperBound)
    }
    return places
  }

  private func marks(at places: [Int], in groups: MovementGroups) -> [MovementMarks] {
    var marks: [MovementMarks] = []
    marks.reserveCapacity(places.count)
    for place in places {
      if place < groups.marks.count {
        marks.append(groups.marks[place])
      } else if let running = groups.provisional {
        marks.append(MovementMarks(running, rules: rules, rateHertz: rateHertz))
      }
    }
    return marks
  }

  /// The distances of the members, which are among the places that were compared; both rise.
  private static func values(
    of members: [Int], at places: [Int], in comparisons: [MovementReference.Comparison]
  ) -> [Float] {
    var next = places.startIndex
    return members.map { member in
      while places[next] < member { next += 1 }
      return comparisons[next].distance
    }
  }

  /// Drops what stands at either end of a group and does not quite belong: setting up and putting
  /// down look somewhat like repetitions, but they take longer and keep a distance. Holds may do
  /// both.
  ///
  /// - Parameter core: positions in the window.
  private func withoutEdges(
    _ core: [Int], of window: [MovementMarks], _ comparisons: [MovementReference.Comparison],
    limit: Float
  ) -> ArraySlice<Int> {
    guard !rules.isHold, core.count >= Self.fewestForSpacing else { return core[...] }
    let spacing = Self.spacing(core[...], of: window)
    let usual = core.map { window[$0].logDuration }.median
    func belongs(_ end: Int, pause: Int) -> Bool {
      let stretch = abs(window[end].logDuration - usual) - Self.excusedStretch
      let excess = Self.stretchWeight * max(0, stretch)
      let nearness = min(1, Self.apartRatio * spacing / Float(max(1, pause)))
      let distance = comparisons[end].distance
      return (distance * distance + excess * excess).squareRoot() < nearness * limit
    }
    /// So long that it is the pause before or after the set, and all beyond it another thing.
    func isPause(_ place: Int) -> Bool {
      Self.stretchWeight * (window[place].logDuration - usual - Self.excusedStretch)
        > limit
    }
    var kept = core[...]
    if let pause = kept.prefix(Self.edge).lastIndex(where: isPause) {
      kept = kept[(pause + 1)...]
    }
    if let pause = kept.suffix(Self.edge).firstIndex(where: isPause) {
      kept = kept[..<pause]
    }
    while kept.count >= Self.fewestForSpacing {
      let (first, second) = (kept[kept.startIndex], kept[kept.startIndex + 1])
      let (last, previous) = (kept[kept.endIndex - 1], kept[kept.endIndex - 2])
      if !belongs(first, pause: window[second].start - window[first].end) {
        kept.removeFirst()
      } else if !belongs(last, pause: window[last].start - window[previous].end) {
        kept.removeLast()
      } else {
        break
      }
    }
    return kept
  }

  /// Median time from one start to the next, in frames.
  private static func spacing(_ core: ArraySlice<Int>, of window: [MovementMarks]) -> Float {
    zip(core.dropFirst(), core).map { Float(window[$0].start - window[$1].start) }.median
  }

  /// What is left of the limit for a movement of another size or tempo before or after a group: setting
  /// up and putting down resemble a part of a repetition, but not closely, nor do they rest like one.
  private func edgeShare(pause: Int, spacing: Float) -> Float {
    Self.edgeLimit * min(1, Self.apartRatio * spacing / Float(max(1, pause)))
  }

  /// True for what is partial or too fast, as the first and the last repetition often are.
  private func isSmallOrQuick(_ marks: MovementMarks, usualRange: Float) -> Bool {
    TurnShare.share(of: marks.range, in: usualRange) < rules.partialRangeRatio
      || marks.seconds < rules.tooFastSeconds
  }

  /// The time from a little before the first to a little after the last repetition.
  private func excusedSpan(_ core: ArraySlice<Int>, of window: [MovementMarks]) -> Range<Int> {
    let margin = Int(Double(Self.spacing(core, of: window)) * Self.neighbourhood)
    let first = core.first.map { window[$0].start } ?? 0
    let last = core.last.map { window[$0].end } ?? 0
    return (first - margin)..<max(first - margin + 1, last + margin)
  }

  /// Why a movement is not like the others.
  static let strangerReason = "does not resemble the other movements of the set"

  static func partialReason(_ ratio: Float) -> String {
    "\(Int((ratio * 100).rounded())) % of the usual range"
  }

  /// What became of a movement, and why; nil for what is not listed.
  private func outcome(
    _ marks: MovementMarks, isAlike: Bool, isInside: Bool, isStriding: Bool, usualRange: Float
  ) -> (verdict: Verdict, reason: String?)? {
    let ratio = marks.range / usualRange
    let share = TurnShare.share(of: marks.range, in: usualRange)
    guard ratio >= Self.listedRangeRatio else { return nil }
    if marks.isStride, !isStriding, !(isInside && isAlike) {
      return (.notLikeTheOthers, "the swing of a walking arm")
    }
    if marks.isUnfinished {
      guard share >= rules.partialRangeRatio, ratio <= Self.largestRangeRatio else { return nil }
      return (.unfinished, "the signal broke off before it was over")
    }
    guard isAlike, ratio <= Self.largestRangeRatio, marks.isReturn else {
      return (.notLikeTheOthers, Self.strangerReason)
    }
    if share < rules.partialRangeRatio { return (.partial, Self.partialReason(share)) }
    guard marks.range >= rules.range.lowerBound else {
      return (.partial, "smaller than this exercise can be")
    }
    guard !rules.isHold || marks.turnShare >= Self.smallestHeldShare else {
      return (.notLikeTheOthers, "left again without being held")
    }
    let isAllowed = rules.seconds.contains(marks.seconds)
    if !rules.isHold, isInside || isAllowed, marks.seconds < rules.tooFastSeconds {
      return (.tooFast, "faster than the exercise asks for")
    }
    guard isAllowed else {
      return (.notLikeTheOthers, "too short or too long for this exercise")
    }
    return (.ok, nil)
  }
}
