/// What stands at the ends of a group: setting up, putting down, and the first and last repetitions.
extension MovementClassifier {
  /// How far beside the group another size is excused, in typical distances between repetitions.
  static let neighbourhood = 1.5
  /// At the ends of a group the limit shrinks with the rest that parts a movement from the others,
  /// from this share of the time between two repetitions on (recorded lifts: under 0.66 in 95 %).
  static let apartRatio: Float = 0.6
  /// There a length that differs by more than this, as a logarithm, counts against it (recorded and
  /// simulated first and last repetitions: under 0.64 in 95 %, mostly under 0.1).
  static let excusedLengthening: Float = 0.4
  /// Weight of that difference.
  static let lengtheningWeight: Float = 1.5
  /// There a movement of another size or tempo must be this much closer.
  static let edgeLimit: Float = 0.5
  /// How many movements at either end of a group may be setting up or putting down.
  static let edge = 2
  /// Fewest movements whose spacing says something.
  static let fewestForSpacing = 4

  /// What stays out for longer than the others by this ratio at both ends ...
  static let heldEndsRatio = 1.2
  /// ... and by this, in seconds, is the rest before and after a set (recorded and simulated sets: 6 of
  /// 50 that were counted by too many, and 0 of 235 that were right; 1 s does the same).
  static let heldEndsSeconds = 0.8
  /// A movement at an end whose two rests differ by this share of its range is looked at by the one
  /// towards the others (0 to 0.4 do the same on the corpus) ...
  static let differingRests: Float = 0.3
  /// ... and must be this much closer (0.7 to 1 do the same on the corpus).
  static let oneSidedLimit: Float = 0.8
  /// Fewest movements of which that is said.
  static let fewestForHeldEnds = 5

  /// Drops what stands at either end of a group and does not quite belong: setting up and putting
  /// down look somewhat like repetitions, but they take longer and keep a distance. Holds may do
  /// both.
  ///
  /// - Parameters:
  ///   - core: positions in the window.
  ///   - isBegun: whether the group begins before the window.
  ///   - ways: what is known to be the way into the set or out of it.
  ///   - buffer: the signal.
  func withoutEdges(
    _ core: [Int], of window: [MovementFiducials], _ comparisons: [MovementReference.Comparison],
    limit: Float, isBegun: Bool, ways: inout SetWays, buffer: FrameBuffer
  ) -> ArraySlice<Int> {
    guard !rules.isHold, core.count >= Self.fewestForSpacing else { return core[...] }
    let spacing = Self.spacing(core[...], of: window)
    let usual = core.median { window[$0].logDuration }
    func belongs(_ end: Int, pause: Int) -> Bool {
      self.belongs(
        comparisons[end].distance, window[end].logDuration - usual, pause: pause,
        spacing: spacing, limit: limit)
    }
    /// So long that it is the pause before or after the set, and all beyond it another thing.
    func isPause(_ place: Int) -> Bool {
      Self.lengtheningWeight * (window[place].logDuration - usual - Self.excusedLengthening)
        > limit
    }
    var kept = core[...]
    func isWay(_ end: Int, atEnd isLast: Bool) -> Bool {
      let number = comparisons[end].number
      if let isWay = isFromElsewhere(atEnd: isLast, of: kept, in: window, buffer: buffer) {
        if isWay { ways[atEnd: isLast].insert(number) } else { ways[atEnd: isLast].remove(number) }
      }
      return ways[atEnd: isLast].contains(number)
    }
    if !isBegun, let pause = kept.prefix(Self.edge).lastIndex(where: isPause) {
      kept = kept[(pause + 1)...]
    }
    if let pause = kept.suffix(Self.edge).firstIndex(where: isPause) {
      kept = kept[..<pause]
    }
    while kept.count >= Self.fewestForSpacing {
      let (first, second) = (kept[kept.startIndex], kept[kept.startIndex + 1])
      let (last, previous) = (kept[kept.endIndex - 1], kept[kept.endIndex - 2])
      if !isBegun,
        !belongs(first, pause: window[second].start - window[first].end)
          || isWay(first, atEnd: false)
      {
        kept.removeFirst()
      } else if !belongs(last, pause: window[last].start - window[previous].end)
        || isWay(last, atEnd: true)
      {
        kept.removeLast()
      } else {
        break
      }
    }
    return kept
  }

  /// True where a movement at an end belongs to the others.
  ///
  /// - Parameters:
  ///   - distance: how far it is from them.
  ///   - lengthening: how much longer than usual it is, as a logarithm.
  ///   - pause: the time that parts it from them, in frames.
  ///   - spacing: the usual time from one start to the next, in frames.
  private func belongs(
    _ distance: Float, _ lengthening: Float, pause: Int, spacing: Float, limit: Float
  ) -> Bool {
    let unexcused = max(0, abs(lengthening) - Self.excusedLengthening)
    let excess = rules.isHold ? 0 : Self.lengtheningWeight * unexcused
    let nearness = min(1, Self.apartRatio * spacing / Float(max(1, pause)))
    return (distance * distance + excess * excess).squareRoot() < nearness * limit
  }

  /// Median time from one start to the next, in frames.
  static func spacing(_ core: ArraySlice<Int>, of window: [MovementFiducials]) -> Float {
    core.indices.dropFirst().median {
      Float(window[core[$0]].start - window[core[$0 - 1]].start)
    }
  }

  /// True where the first and the last movement stay out for longer than the others; whether the first
  /// does is known from before where it is frozen.
  func isHeldAtEnds(
    _ core: ArraySlice<Int>, of window: [MovementFiducials], _ history: inout GroupHistory
  ) -> Bool {
    guard !rules.isHold, core.count >= Self.fewestForHeldEnds else { return false }
    let held = core.map { place in
      window[place].plateauShare * Double(window[place].end - window[place].start) / rateHertz
    }
    let usual = held.dropFirst().dropLast().median
    let least = max(Self.heldEndsRatio * usual, usual + Self.heldEndsSeconds)
    if history.frozen.isEmpty { history.isFirstHeld = held[0] > least }
    return history.isFirstHeld && held[held.count - 1] > least
  }

  /// The two ends of a group.
  enum End { case first, last }

  /// The movement right beyond an end of the core that is large enough to be a repetition and did not
  /// look like one; nil for none.
  func beyond(
    _ end: End, of core: ArraySlice<Int>, near: [Int], in window: [MovementFiducials],
    usualRange: Float
  ) -> Int? {
    func isLarge(_ index: Int) -> Bool {
      window[index].range >= rules.partialRangeRatio * usualRange
    }
    let index =
      switch end {
      case .first: window.indices.prefix(core.first ?? 0).last(where: isLarge)
      case .last: window.indices.dropFirst((core.last ?? 0) + 1).first(where: isLarge)
      }
    return index.flatMap { near.contains($0) ? nil : $0 }
  }

  /// A movement at an end as the rest shows it that lies towards the others; nil where its two rests do
  /// not differ, where it is not over or was found to be the way into the set or out of it, and before
  /// what is frozen.
  func oneSided(
    at end: End, _ groups: MovementGroups, place: Int,
    _ comparison: MovementReference.Comparison, history: inout GroupHistory, reader: MovementReader
  ) -> SeenMovement? {
    let isLast = end == .last
    guard place < groups.movements.count, isLast || history.frozen.isEmpty,
      !history.ways[atEnd: isLast].contains(comparison.number)
    else { return nil }
    let movement = groups.movements[place]
    guard !movement.isUnfinished,
      abs(movement.size.asymmetry) >= Self.differingRests || movement.runsOn
    else { return nil }
    return history.ways.movement(comparison.number, atEnd: isLast) {
      reader.movement(movement, byRestBefore: isLast)
    }
  }

  /// The first or last movement of a set, which may begin on the way from something else or leave for
  /// it: what it is on the side of the others decides. Nil where it is none there, either.
  func atEnd(
    _ seen: SeenMovement, _ comparison: MovementReference.Comparison, core: ArraySlice<Int>,
    in window: [MovementFiducials], usualRange: Float, limit: Float, reference: MovementReference
  ) -> ClassifiedMovement? {
    let fiducials = MovementFiducials(seen.movement, rules: rules, rateHertz: rateHertz)
    guard fiducials.canRepeat, !fiducials.isStride, let first = core.first, let last = core.last
    else { return nil }
    let usual = core.median { window[$0].logDuration }
    let distance = reference.smallest(comparison) { rules.distance.full(seen.features, $0) }
    guard
      belongs(
        distance, fiducials.logDuration - usual,
        pause: max(window[first].start - fiducials.end, fiducials.start - window[last].end),
        spacing: Self.spacing(core, of: window), limit: Self.oneSidedLimit * limit),
      let outcome = outcome(
        fiducials, isAlike: true, isSimilar: true, isInside: false, isStriding: false,
        ratio: fiducials.range / usualRange, share: share(of: fiducials, in: usualRange)),
      outcome.verdict.isCounted
    else { return nil }
    return ClassifiedMovement(
      movement: seen.movement, verdict: outcome.verdict, reason: outcome.reason,
      similarity: max(0, 1 - distance / limit))
  }

  /// What is left of the limit for a movement of another size or tempo before or after a group:
  /// setting up and putting down resemble a part of a repetition, but not closely, nor do they rest
  /// like one.
  func edgeShare(pause: Int, spacing: Float) -> Float {
    Self.edgeLimit * min(1, Self.apartRatio * spacing / Float(max(1, pause)))
  }

  /// True for what is partial or too fast, as the first and the last repetition often are.
  func isSmallOrQuick(_ fiducials: MovementFiducials, usualRange: Float) -> Bool {
    share(of: fiducials, in: usualRange) < rules.partialRangeRatio
      || fiducials.seconds < rules.tooFastSeconds
  }

  /// The time from a little before the first to a little after the last repetition.
  func excusedSpan(
    _ core: ArraySlice<Int>, of window: [MovementFiducials], from first: Int
  ) -> Range<Int> {
    let margin = Int(Double(Self.spacing(core, of: window)) * Self.neighbourhood)
    let last = core.last.map { window[$0].end } ?? 0
    return (first - margin)..<max(first - margin + 1, last + margin)
  }
}
