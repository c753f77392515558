/// Watches the movement signal along one axis and groups what goes out and comes back along it.
///
/// Nothing is known beforehand of the mount, so several trackers, each with an axis and a scale of
/// its own, follow the same signal; the one whose movements form the best bout is believed.
struct AxisTracker: Sendable {
  /// Reversals under this share of the expected range are ignored (0.2 to 0.3 alike on the corpus).
  static let hysteresisRatio: Float = 0.2
  /// An extreme this close to the begin of the signal, in frames, may have been cut off there.
  static let cutFrames = 5
  /// What is left of a bout's score for each end at which the other direction goes on.
  static let closedShare: Float = 0.7
  /// A movement of the other direction says surely that it goes on from the upper bound of likeness
  /// on, and under the lower one not at all: lying down before a set and getting up after it look somewhat like the way
  /// between two turns (likeness 0.05 to 0.55), a first and last repetition are more alike.
  static let closedLikeness: ClosedRange<Float> = 0.5...0.8
  /// Movements under this share of another one are twitches beside it.
  static let twitchShare: Float = 0.3
  /// A dip under this share of the way to the rest on either side does not part two movements.
  static let dipRatio: Float = 0.4
  /// A dip down to less than this share of the way above the rest is the rest.
  static let dipHeight: Float = 0.25
  /// A movement on its way back is read anew each time another share of its way is done, until it
  /// is over: what it is shows ever more clearly.
  static let rereadShare: Float = 0.05
  /// A cycle cut at one end needs this share of the missing way (design.md, section 3).
  static let cutShare: Float = 0.5

  /// Number of this tracker within its finder.
  let id: Int
  /// Unit vector; the sign is arbitrary.
  let axis: MovementVector
  /// The range that is expected, in radians or their equivalent.
  let expectedRange: Float
  /// Frame at which it was set up.
  let birth: Int
  /// What leaves towards larger values and comes back.
  private(set) var rising = MovementGroups()
  /// What leaves towards smaller values and comes back.
  private(set) var falling = MovementGroups()
  /// Every bout of at least two movements, in both directions, as of the last `refresh`.
  private(set) var bouts: [Bout] = []
  private var tracker: TurningPointTracker
  private var extremes: [TurningPoint] = []
  private var segmentStart: Int?
  /// How far back the running movement was when it was last read, as a share of its way out.
  private var provisionalReturn: Float = 0
  private var judgedRising = JudgedGroups()
  private var judgedFalling = JudgedGroups()

  init(id: Int, axis: MovementVector, expectedRange: Float, birth: Int) {
    self.id = id
    self.axis = axis
    self.expectedRange = expectedRange
    self.birth = birth
    tracker = TurningPointTracker(hysteresis: Self.hysteresisRatio * expectedRange)
  }

  /// The bout that says most.
  var best: Bout? {
    bouts.indices.max { bouts[$0].score < bouts[$1].score }.map { bouts[$0] }
  }

  /// The frame at which the running movement came above 80 % of the bout's usual range; nil while
  /// it has not, or is on its way back.
  func runningTurnStart(of bout: Bout, buffer: FrameBuffer) -> Int? {
    guard let rest = extremes.last, rest.isMaximum != bout.identity.isRising,
      let running = tracker.running, buffer.indices.contains(rest.index)
    else { return nil }
    let level = Movement.turnBand * min(bout.usualRange, abs(running.value - rest.value))
    func isInTurn(_ index: Int) -> Bool {
      abs(axis.dot(buffer[index]) - rest.value) >= level
    }
    guard level >= Movement.turnBand * Self.twitchShare * 2 * bout.usualRange,
      isInTurn(buffer.end - 1)
    else { return nil }
    return (rest.index..<buffer.end).first(where: isInTurn)
  }

  /// Takes over what another tracker, along nearly the same axis, saw before a frame.
  mutating func inherit(_ other: AxisTracker, before frame: Int) {
    rising.inherit(other.rising, before: frame)
    falling.inherit(other.falling, before: frame)
  }

  /// Takes the frame at `index`, the newest of the buffer; true when a movement was added.
  mutating func process(index: Int, buffer: FrameBuffer, judge: MovementJudge) -> Bool {
    if segmentStart == nil { segmentStart = index }
    let value = axis.dot(buffer[index])
    if let extreme = tracker.process(value, at: index) {
      extremes = Array((extremes + [extreme]).suffix(3))
      provisionalReturn = 0
      return closeMovement(buffer: buffer, judge: judge)
    }
    return openProvisional(value: value, index: index, buffer: buffer, judge: judge)
  }

  /// Ends the stretch of signal: what is running is closed if enough of it was seen.
  mutating func cut(buffer: FrameBuffer, judge: MovementJudge) -> Bool {
    defer {
      tracker = TurningPointTracker(hysteresis: tracker.hysteresis)
      extremes = []
      segmentStart = nil
      provisionalReturn = 0
    }
    guard let last = tracker.running, let rest = extremes.last else { return false }
    extremes = Array((extremes + [last]).suffix(3))
    let isClosed = closeMovement(buffer: buffer, judge: judge, isEnd: true)
    return noteUnfinished(from: rest, to: last, buffer: buffer, judge: judge) || isClosed
  }

  /// Keeps what was on its way out when the signal broke off: it is listed, not counted.
  private mutating func noteUnfinished(
    from rest: TurningPoint, to turn: TurningPoint, buffer: FrameBuffer, judge: MovementJudge
  ) -> Bool {
    guard buffer.indices.contains(rest.index), turn.index > rest.index else { return false }
    let reader = self.reader(isRising: turn.isMaximum, buffer: buffer, judge: judge)
    let spots = MovementReader.Extremes(
      before: rest.index, turn: turn.index, after: buffer.end - 1, isCutAfter: true)
    guard var movement = reader.movement(spots) else { return false }
    movement = timed(movement, reader: reader, judge: judge)
    movement.isUnfinished = true
    self[isRising: turn.isMaximum].add(
      movement, rules: judge.rules, rateHertz: judge.rateHertz)
    return true
  }

  /// Judges the groups anew that the newest movements touch; the others stay as they are.
  mutating func refresh(_ judge: MovementJudge, buffer: FrameBuffer) {
    let open = (rising: rising.openLabels, falling: falling.openLabels)
    judgedRising.refresh(
      rising, axis: id, isRising: true, labels: open.rising, judge, buffer: buffer)
    judgedFalling.refresh(
      falling, axis: id, isRising: false, labels: open.falling, judge, buffer: buffer)
    // Read beforehand: a closure that reads the tracker while its bouts change copies all of it.
    let absorbed = (rising: rising.absorbed, falling: falling.absorbed)
    bouts.removeAll { bout in
      let label = bout.identity.label
      return bout.identity.isRising
        ? open.rising.contains(label) || absorbed.rising.contains(label)
        : open.falling.contains(label) || absorbed.falling.contains(label)
    }
    let closed = bouts.count
    bouts += judgedRising.bouts
    bouts += judgedFalling.bouts
    for position in bouts.indices.dropFirst(closed) {
      bouts[position].score *= power(
        Self.closedShare, Self.closedness(of: bouts[position], among: bouts))
    }
  }

  /// How surely a bout's two ends, from 0 to 2, lie within a repetition of the other direction. What
  /// is out and what is rest shows at the ends: the pauses between repetitions have a repetition on
  /// either side, a set's first and last repetition have not.
  private static func closedness(of bout: Bout, among all: [Bout]) -> Float {
    guard let (first, last) = bout.countedSpan else { return 0 }
    var (atFirst, atLast) = (Float(0), Float(0))
    for other in all
    where other.identity.isRising != bout.identity.isRising && other.start < last
      && first < other.end
    {
      atFirst = max(atFirst, other.likeness(at: first) ?? 0)
      atLast = max(atLast, other.likeness(at: last) ?? 0)
    }
    return surely(atFirst) + surely(atLast)
  }

  /// A likeness on the way from the lower to the upper limit, as a share of it.
  private static func surely(_ likeness: Float) -> Float {
    let (low, high) = (closedLikeness.lowerBound, closedLikeness.upperBound)
    return min(1, max(0, (likeness - low) / (high - low)))
  }

  private mutating func closeMovement(
    buffer: FrameBuffer, judge: MovementJudge, isEnd: Bool = false
  ) -> Bool {
    guard extremes.count == 3 else { return false }
    let (before, turn, after) = (extremes[0], extremes[1], extremes[2])
    let rise = abs(turn.value - before.value)
    let fall = abs(turn.value - after.value)
    let isCutBefore =
      before.index <= (segmentStart ?? 0) + Self.cutFrames && rise < (1 - Movement.restBand) * fall
    let isCutAfter = isEnd && fall < (1 - Movement.restBand) * rise
    guard !(isCutBefore && rise < Self.cutShare * fall),
      !(isCutAfter && fall < Self.cutShare * rise)
    else {
      self[isRising: turn.isMaximum].provisional = nil
      return true
    }
    var spots = MovementReader.Extremes(
      before: before.index, turn: turn.index, after: after.index, isCutBefore: isCutBefore,
      isCutAfter: isCutAfter)
    let reader = self.reader(isRising: turn.isMaximum, buffer: buffer, judge: judge)
    if buffer.indices.contains(before.index), !isCutBefore, !isCutAfter {
      spots = RestTrimmer(reader: reader).trimmed(spots)
    }
    return add(spots, isRising: turn.isMaximum, buffer: buffer, judge: judge)
  }

  private mutating func openProvisional(
    value: Float, index: Int, buffer: FrameBuffer, judge: MovementJudge
  ) -> Bool {
    guard extremes.count >= 2, let turn = extremes.last else { return false }
    let before = extremes[extremes.count - 2]
    let wayBack =
      abs(value - turn.value) / max(abs(turn.value - before.value), .leastNormalMagnitude)
    guard wayBack >= max(1 - Movement.restBand, provisionalReturn + Self.rereadShare) else {
      return false
    }
    provisionalReturn = wayBack
    let reader = self.reader(isRising: turn.isMaximum, buffer: buffer, judge: judge)
    let spots = MovementReader.Extremes(
      before: before.index, turn: turn.index, after: index, isCutAfter: true)
    guard buffer.indices.contains(spots.before),
      let movement = reader.movement(spots, isProvisional: true)
    else { return false }
    self[isRising: turn.isMaximum].provisional = timed(movement, reader: reader, judge: judge)
    return true
  }

  private mutating func add(
    _ spots: MovementReader.Extremes, isRising: Bool, buffer: FrameBuffer, judge: MovementJudge
  ) -> Bool {
    let reader = self.reader(isRising: isRising, buffer: buffer, judge: judge)
    guard buffer.indices.contains(spots.before), var movement = reader.movement(spots) else {
      return false
    }
    movement = timed(movement, reader: reader, judge: judge)
    let last = isRising ? rising.movements.last : falling.movements.last
    if let last, let merged = merged(movement, into: last, reader: reader, judge: judge) {
      self[isRising: isRising].removeLast()
      movement = merged
    }
    self[isRising: isRising].add(movement, rules: judge.rules, rateHertz: judge.rateHertz)
    return true
  }

  /// A dip between two extremes is part of one movement when it is shallow against the way on
  /// either side of both (breathing while a position is held, a wobble at the turn), and when a
  /// held position is let go for less than the longest break.
  private func merged(
    _ movement: Movement, into last: Movement, reader: MovementReader, judge: MovementJudge
  ) -> Movement? {
    guard !last.isUnfinished,
      last.restAfter == movement.restBefore,
      reader.buffer.indices.contains(last.restBefore)
    else { return nil }
    let dip = reader.value(movement.restBefore)
    let (first, second) = (reader.value(last.turn), reader.value(movement.turn))
    let rests = (reader.value(last.restBefore), reader.value(movement.restAfter))
    let way = min(first - rests.0, second - rests.1)
    let rest = max(rests.0, rests.1)
    let isShallow =
      min(first, second) - dip < Self.dipRatio * way
      && dip - rest > Self.dipHeight * (max(first, second) - rest)
    let release = Double(movement.turnStart - last.turnEnd) / judge.rateHertz
    guard isShallow || release < judge.rules.mergeSeconds else { return nil }
    return reader.movement(
      .init(
        before: last.restBefore, turn: first > second ? last.turn : movement.turn,
        after: movement.restAfter)
    ).map { timed($0, reader: reader, judge: judge) }
  }

  private func timed(
    _ movement: Movement, reader: MovementReader, judge: MovementJudge
  ) -> Movement {
    guard judge.rules.isHold else { return movement }
    return HoldReader(buffer: reader.buffer, axis: reader.axis, rateHertz: judge.rateHertz)
      .timed(movement)
  }

  private func reader(
    isRising: Bool, buffer: FrameBuffer, judge: MovementJudge
  ) -> MovementReader {
    MovementReader(
      buffer: buffer, axis: isRising ? axis : -axis, rateHertz: judge.rateHertz,
      headingWeight: Float(judge.rules.weights.heading))
  }

  /// The groups of one direction.
  private subscript(isRising isRising: Bool) -> MovementGroups {
    get { isRising ? rising : falling }
    _modify {
      if isRising { yield &rising } else { yield &falling }
    }
  }
}
