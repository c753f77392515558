import Glibc

/// What lies right before a group's first movement or right after its last one, where that movement may
/// be the way into the set or out of it.
///
/// Whoever begins a set takes its position first, and whoever ends it comes back to that. A movement
/// from another posture, or one that goes on to another, looks like a repetition until more is seen:
/// what follows the last one is looked at some time after it, and its group judged once more then.
struct EdgeRest: Sendable {
  /// Beside the movement, as long as a rest between two repetitions, or as is needed at least.
  let frames: Range<Int>
  /// The direction of gravity at the nearest of those rests.
  let rest: Vector3
  /// Another posture is further from a rest's than this, in radians.
  let limitRadians: Double

  /// True where the posture is another one than that of a rest; nil where not all of it was seen, or at
  /// either end of a signal half of it.
  func isElsewhere(than rest: Vector3, in buffer: FrameBuffer) -> Bool? {
    let seen = frames.clamped(to: buffer.indices)
    guard 2 * seen.count > frames.count, buffer.isEnded || frames.upperBound <= buffer.end else {
      return nil
    }
    return seen.reduce(Vector3.zero) { $0 + buffer[$1].gravity }.angle(to: rest) > limitRadians
  }
}

/// What was found of the movements at the ends of sets, by their numbers: which of them are the way into
/// a set or out of it, and what they are by one of their rests. The signal that showed it is not kept as
/// long as they are.
struct SetWays: Sendable {
  private var into: Set<Int> = []
  private var outOf: Set<Int> = []
  /// Movements at either end as the rest towards the others showed them, as long as that was there.
  private var first: [Int: SeenMovement?] = [:]
  private var last: [Int: SeenMovement?] = [:]

  /// Those at the beginning or at the end of a set.
  subscript(atEnd isLast: Bool) -> Set<Int> {
    get { isLast ? outOf : into }
    set { if isLast { outOf = newValue } else { into = newValue } }
  }

  /// The movement of a number as the rest towards the others shows it, which is read once.
  mutating func movement(
    _ number: Int, atEnd isLast: Bool, read: () -> SeenMovement?
  ) -> SeenMovement? {
    if let known = isLast ? last[number] : first[number] { return known }
    let seen = read()
    if isLast { last[number] = .some(seen) } else { first[number] = .some(seen) }
    return seen
  }

  /// Forgets movements that are there no more: all before one of this number.
  mutating func forget(before number: Int) {
    func isGone(_ other: Int) -> Bool { other < number }
    if into.contains(where: isGone) { into = into.filter { !isGone($0) } }
    if outOf.contains(where: isGone) { outOf = outOf.filter { !isGone($0) } }
    if first.keys.contains(where: isGone) { first = first.filter { !isGone($0.key) } }
    if last.keys.contains(where: isGone) { last = last.filter { !isGone($0.key) } }
  }
}

extension MovementClassifier {
  /// What lies beside the first and the last movement is at another posture than the rests between them
  /// where it differs by more than this share of how far these go (recorded and simulated sets: 14 of 41
  /// that were counted by too many, and 0 of 251 that were right; 0.8 does nearly the same) ...
  static let otherRestShare: Float = 0.6
  /// ... as long as those are at one posture: they differ from it by less than this share.
  static let sameRestShare: Float = 0.1
  /// Movements that turn by less than this, in radians (20 degrees), say nothing: a person sways, and
  /// settles down.
  static let leastRestedAngle: Float = 20 * .pi / 180
  /// What lies beside them is looked at for as long as a rest, but no shorter, in seconds.
  static let leastRestSeconds: Float = 0.3

  /// True where the first or the last of these movements comes from another posture, or goes on to one,
  /// no slower than the others; nil where that was not seen, not yet or no longer.
  ///
  /// - Parameter core: positions in the window, at least two.
  func isFromElsewhere(
    atEnd isLast: Bool, of core: ArraySlice<Int>, in window: [MovementFiducials],
    buffer: FrameBuffer
  ) -> Bool? {
    let angle = core.median { window[$0].angle }
    guard angle >= Self.leastRestedAngle else { return false }
    // The cheap question first: nearly always that says no.
    guard
      let beside = edgeRest(
        atEnd: isLast, of: core, in: window, usualAngle: angle, buffer: buffer),
      let isElsewhere = beside.isElsewhere(than: beside.rest, in: buffer)
    else { return nil }
    guard isElsewhere else { return false }
    let ways = core.map { Float(isLast ? window[$0].back : window[$0].out) }
    let own = isLast ? ways.last : ways.first
    let postures = core.indices.dropFirst().compactMap {
      Self.posture(at: Self.rest(before: $0, of: core, in: window), in: buffer)
    }
    let usual = Vector3(
      postures.median { $0.x }, postures.median { $0.y }, postures.median { $0.z })
    let apart = Float(postures.median { $0.angle(to: usual) })
    return beside.isElsewhere(than: usual, in: buffer) == true
      && own ?? 0 <= (isLast ? ways.dropLast() : ways.dropFirst()).median
      && apart < Self.sameRestShare * angle
  }

  /// What is still to be seen after the last of these movements; nil where nothing is, or it says
  /// nothing.
  func nextRest(
    after core: ArraySlice<Int>, in window: [MovementFiducials], buffer: FrameBuffer
  ) -> EdgeRest? {
    guard !rules.isHold, core.count >= Self.fewestForSpacing, !buffer.isEnded else { return nil }
    let angle = core.median { window[$0].angle }
    guard angle >= Self.leastRestedAngle else { return nil }
    let rest = edgeRest(atEnd: true, of: core, in: window, usualAngle: angle, buffer: buffer)
    return rest.flatMap { $0.frames.upperBound > buffer.end ? $0 : nil }
  }

  /// What lies beside the first or the last of these movements; nil where the nearest rest is not known
  /// any more.
  ///
  /// - Parameter core: positions in the window, at least two.
  private func edgeRest(
    atEnd isLast: Bool, of core: ArraySlice<Int>, in window: [MovementFiducials],
    usualAngle: Float, buffer: FrameBuffer
  ) -> EdgeRest? {
    let nearest = Self.rest(
      before: isLast ? core.endIndex - 1 : core.startIndex + 1, of: core, in: window)
    guard let rest = Self.posture(at: nearest, in: buffer) else { return nil }
    let usual = core.indices.dropFirst().median {
      let rest = Self.rest(before: $0, of: core, in: window)
      return Float(rest.end - rest.start)
    }
    let length = Int(max(Self.leastRestSeconds * Float(rateHertz), usual))
    let place = core[isLast ? core.endIndex - 1 : core.startIndex]
    let (start, end) = (window[place].start, window[place].end)
    return EdgeRest(
      frames: isLast ? end..<end + length : start - length..<start, rest: rest,
      limitRadians: Double(Self.otherRestShare * usualAngle))
  }

  /// The rest between one of these movements, by its place among them, and the one before it, in
  /// frames.
  private static func rest(
    before place: Int, of core: ArraySlice<Int>, in window: [MovementFiducials]
  ) -> (start: Int, end: Int) {
    (window[core[place - 1]].end, window[core[place]].start)
  }

  /// The direction of gravity in the middle of a rest; nil where it is no longer known.
  private static func posture(at rest: (start: Int, end: Int), in buffer: FrameBuffer) -> Vector3? {
    let middle = (rest.start + rest.end) / 2
    return buffer.indices.contains(middle) ? buffer[middle].gravity : nil
  }
}
