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
  static let stretchWeight: Float = 0.5
  /// Fewest movements whose spacing says something.
  static let fewestForSpacing = 4
  /// Exponent with which likeness enters the score: what just passes for a repetition says little.
  static let likenessExponent: Float = 2
  /// Size above which nothing more is gained, in radians.
  static let largestScoredRange: Float = 1.5

  /// Longer than any recording, in seconds.
  static let unlimitedSeconds = 1e6

  let rules: MovementRules
  let rateHertz: Double

  /// The bout around one group; nil where the group is not a set of the exercise.
  func judge(
    _ groups: MovementGroups, members: [Int], identity: Bout.Identity, buffer: FrameBuffer
  ) -> Bout? {
    let window = surroundings(of: members, in: groups)
    let reference = Reference(members.map { groups.movements[$0].features })
    let distances = window.map { rules.distance.full($0.features, reference.mean) }
    let spread = members.map {
      rules.distance.full(groups.movements[$0].features, reference.mean)
    }.median
    let limit = min(
      Self.rejectedDistance, max(Self.acceptedDistance, Self.spreadFactor * spread))
    let core = withoutEdges(
      zip(window, distances).filter { movement, distance in
        distance < limit && !movement.isUnfinished
          && MovementGroups.canRepeat(movement, rules: rules, rateHertz: rateHertz)
      }, limit: limit)
    guard core.count >= 2 else { return nil }
    let usualRange = core.map(\.0.features.range).median
    guard rules.range.contains(usualRange) else { return nil }
    let span = excusedSpan(core.map(\.0))
    let inside = (core.first?.0.end ?? 0)...max(core.last?.0.start ?? 0, core.first?.0.end ?? 0)
    let whole = (core.first?.0.start ?? 0)...max(core.last?.0.end ?? 0, core.first?.0.start ?? 0)
    let judged = zip(window, distances).compactMap { movement, distance -> JudgedMovement? in
      guard span.overlaps(movement.start..<max(movement.end, movement.start + 1)) else {
        return nil
      }
      let isWithin = whole.contains(movement.start)
      let isExcused =
        (isWithin || rules.isHold || isSmallOrQuick(movement, usualRange: usualRange))
        && rules.distance.excused(movement.features, reference.mean) < limit
      let isAlike = isWithin && distance < limit || isExcused
      return verdict(
        movement, isAlike: isAlike, isInside: inside.contains(movement.turn),
        likeness: max(0, 1 - distance / limit), usualRange: usualRange)
    }
    let likeness = core.reduce(Float(0)) { $0 + 1 - $1.1 / Self.rejectedDistance }
    let worth = core.reduce(Float(0)) { $0 + power(1 - $1.1 / limit, Self.likenessExponent) }
    let size = min(usualRange, Self.largestScoredRange)
    return Bout(
      identity: identity, score: worth * power(size, Self.sizeExponent),
      evidence: evidence(
        judged.filter(\.isExercise), likeness: likeness / Float(core.count), buffer: buffer),
      likeness: likeness / Float(core.count),
      usualRange: usualRange, reference: reference.mean, movements: judged)
  }

  private func evidence(
    _ judged: [JudgedMovement], likeness: Float, buffer: FrameBuffer
  ) -> Double {
    let movements = judged.map(\.movement)
    guard let first = movements.first, let last = movements.last else { return -.infinity }
    let later = last.restAfter + Int(SetEvidence.surroundingSeconds * rateHertz)
    return SetEvidence(
      movements: movements, countedMovements: judged.count(where: \.verdict.isCounted),
      likeness: Double(likeness),
      misfit: rules.typical?.misfit(of: movements, isHold: rules.isHold, rateHertz: rateHertz) ?? 0,
      surroundingTravel: buffer.travel(at: later) - first.travel.earlier
    ).logOdds
  }

  /// A bout of one movement that nothing can be compared with; nil where it cannot be the exercise.
  func lone(_ movement: Movement, identity: Bout.Identity, buffer: FrameBuffer) -> Bout? {
    guard MovementGroups.canRepeat(movement, rules: rules, rateHertz: rateHertz),
      rules.range.contains(movement.features.range)
    else { return nil }
    let judged = [JudgedMovement(movement: movement, verdict: .ok, reason: nil, likeness: 1)]
    return Bout(
      identity: identity, score: 0, evidence: evidence(judged, likeness: 1, buffer: buffer),
      likeness: 1, usualRange: movement.features.range, reference: movement.features,
      movements: judged)
  }

  /// The members and the movements around them, the running one included.
  private func surroundings(of members: [Int], in groups: MovementGroups) -> [Movement] {
    guard let first = members.first, let last = members.last else { return [] }
    let range =
      max(
        0, first - MovementGroups.border)..<min(
        groups.movements.count, last + MovementGroups.border + 1)
    let pause = Int(min(rules.longestPauseSeconds, Self.unlimitedSeconds) * rateHertz)
    let (from, to) = (groups.movements[first].start - pause, groups.movements[last].end + pause)
    var window = groups.movements[range].filter { from <= $0.end && $0.start <= to }
    if range.upperBound == groups.movements.count, let running = groups.provisional {
      window.append(running)
    }
    return window
  }

  /// Drops what stands at either end of a group and does not quite belong: setting up and putting
  /// down look somewhat like repetitions, but they take longer and keep a distance. Holds may do
  /// both.
  private func withoutEdges(_ core: [(Movement, Float)], limit: Float) -> [(Movement, Float)] {
    guard !rules.isHold, core.count >= Self.fewestForSpacing else { return core }
    let spacing = zip(core.dropFirst(), core).map { Float($0.0.start - $1.0.start) }.median
    let usual = core.map(\.0.features.logDuration).median
    func belongs(_ end: (movement: Movement, distance: Float), pause: Int) -> Bool {
      let stretch = abs(end.movement.features.logDuration - usual) - Self.excusedStretch
      let excess = Self.stretchWeight * max(0, stretch)
      let nearness = min(1, Self.apartRatio * spacing / Float(max(1, pause)))
      return (end.distance * end.distance + excess * excess).squareRoot() < nearness * limit
    }
    var kept = core[...]
    while kept.count >= Self.fewestForSpacing {
      let (first, second) = (kept[kept.startIndex], kept[kept.startIndex + 1])
      let (last, previous) = (kept[kept.endIndex - 1], kept[kept.endIndex - 2])
      if !belongs(first, pause: second.0.start - first.0.end) {
        kept.removeFirst()
      } else if !belongs(last, pause: last.0.start - previous.0.end) {
        kept.removeLast()
      } else {
        break
      }
    }
    return Array(kept)
  }

  /// True for what is partial or too fast, as the first and the last repetition often are.
  private func isSmallOrQuick(_ movement: Movement, usualRange: Float) -> Bool {
    movement.features.range < rules.partialRangeRatio * usualRange
      || rules.length(of: movement, rateHertz: rateHertz) < rules.tooFastSeconds
  }

  /// The time from a little before the first to a little after the last repetition.
  private func excusedSpan(_ core: [Movement]) -> Range<Int> {
    let spacing = zip(core.dropFirst(), core).map { Float($0.start - $1.start) }.median
    let margin = Int(Double(spacing) * Self.neighbourhood)
    let first = core.first.map(\.start) ?? 0
    let last = core.last.map(\.end) ?? 0
    return (first - margin)..<max(first - margin + 1, last + margin)
  }

  static func partialReason(_ ratio: Float) -> String {
    "\(Int((ratio * 100).rounded())) % of the usual range"
  }

  private func verdict(
    _ movement: Movement, isAlike: Bool, isInside: Bool, likeness: Float, usualRange: Float
  ) -> JudgedMovement? {
    let ratio = movement.features.range / usualRange
    guard ratio >= Self.listedRangeRatio else { return nil }
    if movement.step.isStride, !(isInside && isAlike) {
      return JudgedMovement(
        movement: movement, verdict: .notLikeTheOthers, reason: "the swing of a walking arm",
        likeness: likeness)
    }
    func judged(_ verdict: Verdict, _ reason: String? = nil) -> JudgedMovement {
      JudgedMovement(
        movement: movement, verdict: verdict, reason: reason, likeness: likeness)
    }
    if movement.isUnfinished {
      guard ratio >= rules.partialRangeRatio, ratio <= Self.largestRangeRatio else { return nil }
      return judged(.unfinished, "the signal broke off before it was over")
    }
    guard isAlike, ratio <= Self.largestRangeRatio,
      abs(movement.features.asymmetry) < rules.largestAsymmetry
    else { return judged(.notLikeTheOthers, "does not resemble the other movements of the set") }
    if ratio < rules.partialRangeRatio { return judged(.partial, Self.partialReason(ratio)) }
    let seconds = rules.length(of: movement, rateHertz: rateHertz)
    if !rules.isHold, isInside || rules.seconds.contains(seconds), seconds < rules.tooFastSeconds {
      return judged(.tooFast, "faster than the exercise asks for")
    }
    guard rules.seconds.contains(seconds) else {
      return judged(.notLikeTheOthers, "too short or too long for this exercise")
    }
    return judged(.ok)
  }
}

/// What the members of a group look like on average.
private struct Reference {
  /// Mean path and postures, median range and duration.
  var mean: MovementFeatures

  init(_ members: [MovementFeatures]) {
    let share = 1 / Float(max(1, members.count))
    var path = members.first?.path ?? []
    for step in path.indices {
      path[step] = members.reduce(MovementVector.zero) { $0 + $1.path[step] } * share
    }
    mean = MovementFeatures(
      range: members.map(\.range).median, duration: members.map(\.duration).median,
      asymmetry: members.map(\.asymmetry).median, path: path,
      restPosture: members.reduce(MovementVector.zero) { $0 + $1.restPosture } * share,
      turnPosture: members.reduce(MovementVector.zero) { $0 + $1.turnPosture } * share)
  }
}
