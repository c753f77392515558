/// Decides what became of each movement of a group and around it.
///
/// Consistency beats thresholds: the group's own spread says how unlike a movement may be. What
/// lies before or after the group must look like it in every respect; between and right beside its
/// repetitions another tempo or a smaller size is excused, and named.
struct MovementClassifier: Sendable {
  /// A movement this close to the group always belongs (rows of the corpus; 0.35 to 0.4 do the
  /// same).
  static let acceptedDistance: Float = 0.4
  /// A movement further away never does.
  static let rejectedDistance: Float = 0.8
  /// In between the limit is this many times the group's own median distance.
  static let spreadFactor: Float = 4
  /// Movements under this share of the usual range are not listed (design.md, section 3).
  static let listedRangeRatio: Float = 0.15
  /// A movement over this multiple of the usual range is another one.
  static let largestRangeRatio: Float = 1.8
  /// Exponent with which size enters the score: a larger movement outweighs a more frequent one.
  static let sizeExponent: Float = 0.7
  /// At this distance a movement adds nothing to the score, however loose its group is (0.6 to 0.8
  /// do the same in simulated rows).
  static let zeroScoreDistance: Float = 0.7
  /// Exponent with which similarity enters the score: what just passes for a repetition says
  /// little.
  static let similarityExponent: Float = 2
  /// Size above which nothing more is gained, in radians.
  static let largestScoredRange: Float = 1.5

  /// What is left of the score of a hold by itself that was held until the signal broke off: of the
  /// hold and the rest after it the one was seen from rest to rest. A little is enough where all else
  /// is equal.
  static let unfinishedShare: Float = 0.9

  /// Longer than any recording, in seconds.
  static let unlimitedSeconds = 1e6

  let rules: MovementRules
  let rateHertz: Double
  /// What judges the candidate sets.
  var model: SetJudgement.Model = { _ in SetJudgement() }

  /// The candidate set around one group; nil where the group is not a set of the exercise.
  ///
  /// - Parameters:
  ///   - history: what is known from when the group was classified before.
  ///   - reader: reads movements of this direction.
  func classify(
    _ groups: MovementGroups, members all: [Int], identity: CandidateSet.Identity,
    history: inout GroupHistory, reader: MovementReader
  ) -> CandidateSet? {
    let buffer = reader.buffer
    if !history.frozen.isBegin(of: all, in: groups) { history.frozen = FrozenMovements() }
    let frozen = history.frozen
    let members = all[frozen.members...]
    let places = surroundings(
      of: members, in: groups, from: frozen.firstOpenPlace(in: groups))
    history.reference.take(groups, members: all)
    let window = fiducials(at: places, in: groups)
    let comparisons = history.reference.compare(groups, at: places, window, by: rules.distance)
    guard let mean = history.reference.mean else { return nil }
    let spread = Self.values(of: members, at: places, in: comparisons).median
    let limit = min(
      Self.rejectedDistance, max(Self.acceptedDistance, Self.spreadFactor * spread))
    let near = window.indices.filter { index in
      comparisons[index].distance < limit && !window[index].isUnfinished
        && window[index].canRepeat
    }
    let core = withoutEdges(
      near, of: window, comparisons, limit: limit, isBegun: !frozen.isEmpty, ways: &history.ways,
      buffer: buffer)
    history.nextRest = nextRest(after: core, in: window, buffer: buffer)
    guard core.count >= 2, let firstOpen = core.first, let last = core.last else { return nil }
    let first = frozen.firstOfCore ?? (window[firstOpen].start, window[firstOpen].end)
    let usualRange = core.median { window[$0].range }
    let usualAngle = core.median { window[$0].angle }
    guard rules.range.contains(usualAngle) else { return nil }
    let isStriding = 2 * core.count { window[$0].isStride } > core.count
    let spacing = Self.spacing(core, of: window)
    let span = excusedSpan(core, of: window, from: first.start)
    let inside = first.end...max(window[last].start, first.end)
    let whole = first.start...max(window[last].end, first.start)
    let ends = [End.first, .last].compactMap { end in
      beyond(end, of: core, near: near, in: window, usualRange: usualRange).flatMap { index in
        oneSided(
          at: end, groups, place: places[index], comparisons[index], history: &history,
          reader: reader
        ).flatMap {
          atEnd(
            $0, comparisons[index], core: core, in: window, usualRange: usualRange, limit: limit,
            reference: history.reference)
        }.map { (index: index, movement: $0) }
      }
    }
    var classified: [ClassifiedMovement] = []
    classified.reserveCapacity(places.count)
    for (index, comparison) in comparisons.enumerated() {
      if let end = ends.first(where: { $0.index == index }) {
        classified.append(end.movement)
        continue
      }
      let fiducials = window[index]
      guard span.overlaps(fiducials.start..<max(fiducials.end, fiducials.start + 1)) else {
        continue
      }
      let isWithin = whole.contains(fiducials.start)
      let pause = max(first.start - fiducials.end, fiducials.start - window[last].end)
      let excusedLimit = isWithin ? limit : limit * edgeShare(pause: pause, spacing: spacing)
      let isAlike = isWithin && comparison.distance < limit
      let isSimilar =
        isAlike
        || (isWithin || rules.isHold || isSmallOrQuick(fiducials, usualRange: usualRange))
          && history.reference.smallest(comparison) {
            rules.distance.excused(groups.features(at: places[index]), $0)
          } < excusedLimit
      let outcome = outcome(
        fiducials, isAlike: isAlike, isSimilar: isSimilar,
        isInside: inside.contains(fiducials.peak), isStriding: isStriding,
        ratio: fiducials.range / usualRange,
        share: share(of: fiducials, in: usualRange))
      guard let outcome, let movement = groups.movement(at: places[index]) else { continue }
      classified.append(
        ClassifiedMovement(
          movement: movement, verdict: outcome.verdict, reason: outcome.reason,
          similarity: max(0, 1 - comparison.distance / limit)))
    }
    if !isStriding { markSteps(in: &classified) }
    let sums = frozen.core + sums(core, comparisons)
    let size = min(usualRange, Self.largestScoredRange)
    let similarity = sums.similarity / Float(sums.count)
    let features = features(
      classified, frozen: frozen, similarity: similarity, buffer: buffer)
    guard let features else { return nil }
    let candidate = CandidateSet(
      identity: identity, score: sums.score * power(size, Self.sizeExponent), features: features,
      similarity: similarity, usualRange: usualRange, usualAngle: usualAngle, reference: mean,
      movements: classified, frozen: frozen, judgement: model(features), revision: groups.revision,
      isHeldAtEnds: isHeldAtEnds(core, of: window, &history), isHold: rules.isHold)
    if members.count >= 2 * FrozenMovements.chunk {
      let member = members[members.startIndex + FrozenMovements.chunk]
      let start = groups.movements[member].start
      history.frozen.freeze(
        classified.prefix { $0.movement.start < start },
        core: self.sums(core.prefix { places[$0] < member }, comparisons), firstOfCore: first,
        before: member, in: groups, members: all)
    }
    return candidate
  }

  /// What the core of a group says together.
  private func sums(
    _ core: ArraySlice<Int>, _ comparisons: [MovementReference.Comparison]
  ) -> FrozenMovements.Core {
    core.reduce(into: FrozenMovements.Core()) { sums, place in
      let distance = comparisons[place].distance
      let closeness = max(0, 1 - distance / Self.zeroScoreDistance)
      sums.count += 1
      sums.similarity = sums.similarity + 1 - distance / Self.rejectedDistance
      sums.score += power(closeness, Self.similarityExponent)
    }
  }

  /// Path of the signal from before a set's first movement to after its last one, as far as it was
  /// seen; of those that are listed, the exercise itself tells.
  func surroundingPathLength(of candidate: CandidateSet, buffer: FrameBuffer) -> Double {
    surroundingPathLength(
      from: candidate.surroundings.earlierPath, to: candidate.surroundings.restAfter,
      buffer: buffer)
  }

  private func surroundingPathLength(
    from earlier: Double, to restAfter: Int?, buffer: FrameBuffer
  ) -> Double {
    guard let restAfter else { return 0 }
    let later = restAfter + Int(Movement.PathLength.surroundingSeconds * rateHertz)
    return buffer.pathLength(at: later) - earlier
  }

  /// What speaks for these being a set; of those that are listed, the exercise itself tells.
  private func features(
    _ listed: [ClassifiedMovement], frozen: FrozenMovements = FrozenMovements(),
    similarity: Float, buffer: FrameBuffer
  ) -> SetFeatures? {
    let own = listed.indices.filter { listed[$0].isExercise }
    let first =
      frozen.exercise.first?.pathLength ?? own.first.map { listed[$0].movement.pathLength }
    var features = SetFeatures(
      listed,
      // Movements that are small for this person are a set all the same.
      count: rules.personalRange > 0
        ? frozen.exercise.count + own.count
        : frozen.counted + listed.count(where: \.verdict.isCounted),
      similarity: Double(similarity),
      surroundingPath: surroundingPathLength(
        from: first?.earlier ?? 0, to: own.last.map { listed[$0].movement.restAfter },
        buffer: buffer),
      rateHertz: rateHertz)
    if !frozen.isEmpty, let first, let last = own.last {
      features?.ownPath += frozen.exercise.ownPath
      if let rest = frozen.restSeconds {
        features?.settled = Double(rest) / Movement.longestRestSeconds
      }
      features?.spanPath = listed[last].movement.pathLength.after - first.before
    }
    return features
  }

  /// A candidate set of one movement that nothing can be compared with, and of those in its
  /// direction that broke off; nil where it cannot be the exercise.
  func single(
    _ seen: SeenMovement, unfinished: [Movement], identity: CandidateSet.Identity,
    buffer: FrameBuffer
  ) -> CandidateSet? {
    let movement = seen.movement
    // A repetition that broke off is none yet; a hold was held until then.
    guard rules.isHold || !movement.isUnfinished, !movement.runsOn,
      MovementGroups.canRepeat(movement, rules: rules, rateHertz: rateHertz),
      rules.range.contains(movement.rangeRadians)
    else { return nil }
    let usual = movement.size.range
    let brokenOff = unfinished.filter {
      TurnShare.share(of: $0.size.range, in: usual) >= rules.partialRangeRatio
        && $0.size.range <= Self.largestRangeRatio * usual && !$0.overlaps(movement)
    }
    let classified = (brokenOff + [movement]).sorted { $0.start < $1.start }.map { movement in
      ClassifiedMovement(
        movement: movement, verdict: movement.isUnfinished ? .unfinished : .ok,
        reason: movement.isUnfinished ? .brokenOff : nil, similarity: 1)
    }
    let features = features(classified, similarity: 1, buffer: buffer)
    guard let features else { return nil }
    let seenShare = movement.isUnfinished ? Self.unfinishedShare : 1
    return CandidateSet(
      identity: identity,
      score: seenShare * power(min(usual, Self.largestScoredRange), Self.sizeExponent),
      features: features, similarity: 1, usualRange: usual,
      usualAngle: movement.rangeRadians, reference: seen.features,
      movements: classified, judgement: model(features), revision: movement.start,
      isHold: rules.isHold)
  }

  /// Places of the members and of the movements around them; the place after the last one is the
  /// running one's.
  ///
  /// - Parameter begin: places before this one are frozen.
  private func surroundings(
    of members: ArraySlice<Int>, in groups: MovementGroups, from begin: Int
  ) -> [Int] {
    guard let first = members.first, let last = members.last else { return [] }
    let range =
      max(
        begin, first - MovementGroups.border)..<min(
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

  private func fiducials(at places: [Int], in groups: MovementGroups) -> [MovementFiducials] {
    var fiducials: [MovementFiducials] = []
    fiducials.reserveCapacity(places.count)
    for place in places {
      if place < groups.fiducials.count {
        fiducials.append(groups.fiducials[place])
      } else if let running = groups.provisional?.movement {
        fiducials.append(MovementFiducials(running, rules: rules, rateHertz: rateHertz))
      }
    }
    return fiducials
  }

  /// The distances of the members, which are among the places that were compared; both rise.
  private static func values(
    of members: ArraySlice<Int>, at places: [Int], in comparisons: [MovementReference.Comparison]
  ) -> [Float] {
    var next = places.startIndex
    return members.map { member in
      while places[next] < member { next += 1 }
      return comparisons[next].distance
    }
  }
}
