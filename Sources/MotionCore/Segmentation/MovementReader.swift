import Glibc

/// Reads movements out of the signal along an axis.
struct MovementReader {
  /// Three extrema in a row: rest, peak, rest.
  struct Extrema: Equatable {
    var before: Int
    var peak: Int
    var after: Int
    /// The way out does not begin at rest, since the signal starts in it or it runs on from another
    /// movement: the rest level after it counts.
    var isCutBefore = false
    /// The way back does not end at rest, since it is not over, the signal ends, or it runs on into
    /// another movement: the rest level before it counts.
    var isCutAfter = false
  }

  /// The signal.
  let buffer: FrameBuffer
  /// The axis along which the movement was seen, pointing from rest to peak.
  let axis: MovementVector
  /// Rate of the signal, in hertz.
  let rateHertz: Double
  /// True for positions that are held, which say nothing of a lift: they came up long before they end.
  let isHold: Bool
  /// Radians of the signal for a radian of turn about the vertical.
  let headingWeight: Float
  /// Rests whose levels differ by more than this share of the range are not both of the movement.
  let largestAsymmetry: Float

  /// The movement between three extrema; nil where it has no size.
  func movement(_ seen: Extrema, isProvisional: Bool = false) -> SeenMovement? {
    let extrema = betweenEqualRests(seen)
    let (before, peak, after) = (extrema.before, extrema.peak, extrema.after)
    let top = value(peak)
    let levelBefore = value(extrema.isCutBefore ? after : before)
    let levelAfter = value(extrema.isCutAfter ? before : after)
    let range = top - (levelBefore + levelAfter) / 2
    guard range > 0 else { return nil }
    let out = frames(from: peak, towards: before, rest: levelBefore, top: top)
    let back = frames(from: peak, towards: after, rest: levelAfter, top: top)
    let (start, end) = (out[4], back[4])
    let (plateauStart, plateauEnd) = (out[0], back[0])
    // On a circle the way out leaves the rest on one side and the way back meets it on the other: the
    // rest lies between the two, as far as the signal came near it.
    let isOut = isOnset(start, rest: levelBefore, top: top)
    let isBack = isOnset(end, rest: levelAfter, top: top)
    let rest = (buffer[isOut ? start : end], buffer[isBack ? end : start])
    let steps: Steps = [out[3], out[2], out[1], peak, back[1], back[2], back[3]]
    let size = MovementSize(
      range: range, duration: Float(max(1, end - start)),
      asymmetry: (levelBefore - levelAfter) / range)
    let features = MovementFeatures(
      size: size, path: path(steps, rest: rest, range: range),
      restPosture: Self.posture((rest.0 + rest.1) / 2), peakPosture: Self.posture(buffer[peak]))
    let movement = Movement(
      restBefore: seen.before, peak: peak, restAfter: seen.after, start: start,
      plateauStart: plateauStart, plateauEnd: plateauEnd, end: end,
      pathLength: pathLength(from: before, to: after), size: size,
      turnedRadians: mean(extrema) { turnedRadians(from: $0, to: buffer[peak]) },
      heightRadians: mean(extrema) { heightRadians(from: $0, to: buffer[peak]) },
      restSeconds: restSeconds(before: start, level: levelBefore, top: top),
      liftMetres: isHold || isProvisional || seen.isCutBefore || seen.isCutAfter
        ? nil
        : Lift.metres(
          buffer, of: start..<max(start, end), within: seen.before..<seen.after,
          rateHertz: rateHertz),
      step: StepBounce(
        buffer: buffer, from: seen.before, to: seen.after,
        plateau: plateauStart...max(plateauStart, plateauEnd),
        rateHertz: rateHertz),
      runsOn: (before, after) != (seen.before, seen.after), isProvisional: isProvisional)
    return SeenMovement(movement: movement, features: features)
  }

  /// A movement as one of its rests shows it: what lies on its other side is none of it.
  ///
  /// - Parameters:
  ///   - whole: as both of its rests show it.
  ///   - isBefore: true where the rest before it counts, else that after it.
  func movement(_ whole: Movement, byRestBefore isBefore: Bool) -> SeenMovement? {
    guard buffer.indices.contains(whole.restBefore) else { return nil }
    var extrema = Extrema(
      before: whole.restBefore, peak: whole.peak, after: whole.restAfter,
      isCutBefore: !isBefore, isCutAfter: isBefore)
    if isBefore {
      extrema.after = crossing(
        of: value(extrema.before), from: extrema.peak, towards: extrema.after)
    } else {
      extrema.before = crossing(
        of: value(extrema.after), from: extrema.peak, towards: extrema.before)
    }
    guard var seen = movement(extrema) else { return nil }
    // Longer ago than the signal may go back by now.
    seen.movement.pathLength.earlier = whole.pathLength.earlier
    return timed(seen)
  }

  /// A movement with the time held, where it is a position.
  func timed(_ seen: SeenMovement) -> SeenMovement {
    isHold ? HoldReader(buffer: buffer, axis: axis, rateHertz: rateHertz).timed(seen) : seen
  }

  /// What runs on from another movement or into one, as the first repetition does when a person is
  /// still settling down, begins or ends where the signal is at the level of the other rest.
  private func betweenEqualRests(_ extrema: Extrema) -> Extrema {
    guard !extrema.isCutBefore, !extrema.isCutAfter else { return extrema }
    let (before, after) = (value(extrema.before), value(extrema.after))
    let difference = after - before
    let range = value(extrema.peak) - (before + after) / 2
    guard range > 0, abs(difference) >= largestAsymmetry * range else { return extrema }
    var own = extrema
    if difference > 0 {
      own.before = crossing(of: after, from: extrema.peak, towards: extrema.before)
      own.isCutBefore = true
    } else {
      own.after = crossing(of: before, from: extrema.peak, towards: extrema.after)
      own.isCutAfter = true
    }
    return own
  }

  /// The first frame from the peak on towards a rest at which the signal is no higher than a level.
  private func crossing(of level: Float, from peak: Int, towards end: Int) -> Int {
    stride(from: peak, to: end, by: end < peak ? -1 : 1).first { value($0) <= level } ?? end
  }

  private func pathLength(from before: Int, to after: Int) -> Movement.PathLength {
    let surroundings = Int(Movement.PathLength.surroundingSeconds * rateHertz)
    return Movement.PathLength(
      earlier: buffer.pathLength(at: before - surroundings), before: buffer.pathLength(at: before),
      after: buffer.pathLength(at: after))
  }

  /// The signal along the axis.
  func value(_ index: Int) -> Float { axis.dot(buffer[index]) }

  /// Levels at which the way is marked, from the peak down.
  private static let levels: InlineArray<5, Float> = [
    Movement.plateauThreshold, Movement.pathLevels[2], Movement.pathLevels[1],
    Movement.pathLevels[0],
    Movement.onsetThreshold,
  ]

  /// The first frame from the peak on towards a rest at which the signal is no higher than each
  /// level.
  private func frames(
    from peak: Int, towards end: Int, rest: Float, top: Float
  ) -> InlineArray<5, Int> {
    let step = end < peak ? -1 : 1
    var (index, lowest) = (peak, Float.infinity)
    return InlineArray { position in
      let limit = rest + Self.levels[position] * (top - rest)
      // The signal comes to a lower level later.
      if limit > lowest { index = peak }
      lowest = limit
      while (end - index) * step > 0, value(index) > limit { index += step }
      return index
    }
  }

  /// Every how many frames are looked at for a rest: smoothed to 5 Hz, they are similar in between.
  private static let restStride = 4

  /// How long the signal was at rest before a frame; the longest time where it is not known any more.
  /// How long it stays there afterwards is known of the last movement only when it has long been told.
  private func restSeconds(before start: Int, level: Float, top: Float) -> Float {
    let band = Movement.restLevelShare * (top - level)
    let frames = Int(Movement.longestRestSeconds * rateHertz)
    let left = stride(from: 0, to: frames, by: Self.restStride).first { count in
      buffer.indices.contains(start - count) && abs(value(start - count) - level) > band
    }
    return Float(Double(left ?? frames) / rateHertz)
  }

  /// True where the signal is within the onset of a rest.
  private func isOnset(_ index: Int, rest: Float, top: Float) -> Bool {
    value(index) <= rest + Movement.onsetThreshold * (top - rest)
  }

  /// The frames at which the path is sampled: three levels of the way out, the peak, and the levels
  /// of the way back.
  private typealias Steps = InlineArray<7, Int>

  /// The way from the rest at each step, in units of the range. Between the two rests the rest is
  /// taken to wander evenly.
  private func path(
    _ steps: Steps, rest: (MovementVector, MovementVector), range: Float
  ) -> some Sequence<MovementVector> {
    let share = 1 / Float(steps.count - 1)
    return steps.indices.lazy.map { step in
      let rest = rest.0 + (rest.1 - rest.0) * (Float(step) * share)
      return Self.way(from: rest, to: buffer[steps[step]]).movement / range
    }
  }

  /// The way between two instants with gravity's part of it as an angle in the direction in which
  /// it sets out (the logarithm map of the sphere): so the first half of a wide turn points the
  /// same way as the whole.
  private static func way(from rest: MovementVector, to value: MovementVector) -> MovementVector {
    let (a, b) = (posture(rest), posture(value))
    let across = b - a * (a.dot(b) / max(a.dot(a), .leastNormalMagnitude))
    let sine = across.length
    guard sine > 0 else { return value - rest }
    return (value - rest) - (b - a) + across * (atan2(sine, a.dot(b)) / sine)
  }

  /// The mean of a quantity over the two rests, or its value at the one that was seen.
  private func mean(_ extrema: Extrema, _ quantity: (MovementVector) -> Float) -> Float {
    let before = quantity(buffer[extrema.isCutBefore ? extrema.after : extrema.before])
    let after = quantity(buffer[extrema.isCutAfter ? extrema.before : extrema.after])
    return (before + after) / 2
  }

  private func heightRadians(from: MovementVector, to: MovementVector) -> Float {
    abs(to[MovementVector.displacementChannel] - from[MovementVector.displacementChannel])
  }

  private static func posture(_ value: MovementVector) -> MovementVector {
    MovementVector(value[0], value[1], value[2], 0, 0, 0, 0, 0)
  }

  /// Tilt and turn about the vertical together, as one turn: two turns about axes at right angles
  /// to each other, whose half angles' cosines multiply (Euler-Rodrigues).
  private func turnedRadians(from: MovementVector, to: MovementVector) -> Float {
    let (a, b) = (Self.posture(from), Self.posture(to))
    let halfTilt = asin(min(1, (a - b).length / 2))
    let halfHeading = min(.pi / 2, abs(to[3] - from[3]) / headingWeight / 2)
    return 2 * acos(min(1, cos(halfTilt) * cos(halfHeading)))
  }
}
