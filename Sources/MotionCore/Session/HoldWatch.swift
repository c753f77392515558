/// Times the position that is being held, from the first one of a set on.
///
/// The detector knows a position once two holds of it have been similar; a person wants to hear
/// 'let go' in the first one, too. So this looks at nothing but angle and stillness: a hold runs
/// since the movement signal has stood at eighty percent or more of the way from where it rested to
/// where it is now, which is the definition of the report (`HoldReader`) seen from within the hold.
/// How true that is 'accuracy-trials hold-cues' measures; the figures below were chosen by it, on
/// other seeds than those of its table.
///
/// - Input: frames of the movement signal of holds. Latency: that of the frames, and the time for
///   which a position must stand before it is one; the start is found by looking back.
struct HoldWatch: Sendable {
  /// A position nearer to the rest than this is none, in radians (2 degrees, beyond breathing),
  /// whatever the exercise allows.
  static let smallestTurnRadians: Float = 0.035
  /// Share of the exercise's smallest range that is a position for the time being.
  static let smallestTurnShare: Float = 0.6
  /// Above eighty percent of the way for this long is a position and no movement, in seconds.
  static let arrivalSeconds = 0.6
  /// For as long the level of a position is still settling, and its start is found anew, in
  /// seconds.
  static let settlingSeconds = 3.5
  /// A level is the mean of this much, in seconds: longer than most of a tremor's periods.
  static let levelSeconds = 1.0
  /// Where it is now is the mean of this much, in seconds.
  static let presentSeconds = 0.3
  /// The level of a position follows where it is held by this share at each look.
  static let followShare: Float = 0.015
  /// Somebody at rest is still who moves by less than this share of the smallest turn in half a
  /// second.
  static let stillShare: Float = 0.3
  /// Within this share of the smallest turn around the rest it is the rest that drifts.
  static let driftShare: Float = 0.5
  /// Back by more than this share of the way a position was let go.
  static let releaseShare: Float = 0.5
  /// So far the rest behind a position may lie from the one before it, in radians (6 degrees).
  static let restDriftRadians: Float = 0.1
  /// Moving by less than this share of the way in 0.3 s is stillness after a position.
  static let settledShare: Float = 0.1
  /// Aside by this share of the way it is another position; of a long way, which is mostly that from
  /// standing to lying, by the smaller share, but no less than this much in radians.
  static let departure: (share: Float, longShare: Float, radians: Float) = (0.5, 0.3, 0.35)
  /// Soon after a position was let go, what has less than this share of its way is none.
  static let similarShare: Float = 0.15
  /// For so long, in seconds: a usual rest between two holds.
  static let similarSeconds = 20.0
  /// How often it is looked, in seconds.
  private static let strideSeconds = 0.1
  /// How much of the signal is kept, in seconds: the way into a hold and its beginning.
  private static let memorySeconds = 12.0

  private struct Position: Sendable {
    /// Where the signal was before, and where it is held.
    var rest: MovementVector
    var level: MovementVector
    /// The frame at which eighty percent of the way were done.
    var start: Int
    /// The frame since which it has been left; nil while it is held.
    var leftAt: Int?

    var way: MovementVector { level - rest }
  }

  private enum State: Sendable {
    /// Nothing is known of the rest.
    case starting
    /// At rest, or on the way from it.
    case moving(rest: MovementVector)
    /// In a position.
    case holding(Position)
    /// On the way back from a position: where it comes to stillness is the rest.
    case returning(from: Position)
  }

  private let rateHertz: Double
  private let leastTurn: Float
  private let breakFrames: Int
  private let longestFrames: Int
  private let leadSeconds: Double
  private var state = State.starting
  private var buffer: FrameBuffer
  /// The first frame of the signal; nil before it.
  private var begin: Int?
  /// Nothing before this frame belongs to a hold that is found from now on.
  private var earliest = 0
  private var nextLook = 0
  /// The way of the position that was let go last, and when that was.
  private var released: (way: Float, at: Int)?

  /// A watch that has seen nothing.
  ///
  /// - Parameters:
  ///   - parameters: how the exercise is measured.
  ///   - leadSeconds: by how much earlier than the body the sensor arrives in a position, in seconds.
  ///   - rateHertz: rate of the frames.
  init(parameters: HoldParameters, leadSeconds: Double = 0, rateHertz: Double) {
    self.rateHertz = rateHertz
    self.leadSeconds = leadSeconds
    let smallest = Float(parameters.minimumRangeDegrees * Units.radiansPerDegree)
    leastTurn = max(Self.smallestTurnRadians, Self.smallestTurnShare * smallest)
    breakFrames = Int(parameters.longestBreakSeconds * rateHertz)
    longestFrames = Int(parameters.maximumHoldSeconds * rateHertz)
    buffer = FrameBuffer(capacity: Int(Self.memorySeconds * rateHertz))
  }

  /// The position that is held; nil for none.
  var running: LiveHold? {
    guard case .holding(let position) = state else { return nil }
    return LiveHold(
      start: Double(position.start) / rateHertz,
      leftAt: position.leftAt.map { Double($0) / rateHertz }, leadSeconds: leadSeconds)
  }

  /// Takes what the conditioner gives.
  mutating func take(_ output: MotionConditioner.Output) {
    switch output {
    case .start:
      (state, begin, earliest, nextLook, released) = (.starting, nil, 0, 0, nil)
    case .end: break
    case .frame(let frame, _): process(frame)
    case .interruption(let seconds):
      if seconds > MovementSearch.longestBridgeSeconds { (state, begin) = (.starting, nil) }
    }
  }

  private mutating func process(_ frame: MovementFrame) {
    buffer.append(frame.value.movement, at: frame.index)
    let begin = begin ?? frame.index
    self.begin = begin
    guard frame.index >= nextLook else { return }
    nextLook = frame.index + frames(Self.strideSeconds)
    switch state {
    case .starting:
      guard frame.index - begin >= frames(Self.presentSeconds) else { return }
      earliest = begin
      state = .moving(rest: mean(last: Self.presentSeconds))
    case .moving(let rest): look(from: rest)
    case .holding(let position): follow(position)
    case .returning(let position): comeBack(from: position)
    }
  }
}

// MARK: - States

extension HoldWatch {
  /// At rest, or on the way: looks for a position that has been reached.
  private mutating func look(from rest: MovementVector) {
    let now = mean(last: Self.presentSeconds)
    let turn = (now - rest).length
    guard turn >= max(leastTurn, similarTurn) else {
      if turn < Self.driftShare * leastTurn, isStill {
        state = .moving(rest: rest + (mean(last: Self.levelSeconds) - rest) / 4)
      }
      return
    }
    let start = self.start(from: rest, to: now)
    guard buffer.end - start >= frames(Self.arrivalSeconds) else { return }
    state = .holding(Position(rest: rest, level: now, start: start))
  }

  /// In a position: refines its start, and sees whether it is left.
  private mutating func follow(_ held: Position) {
    let now = mean(last: Self.presentSeconds)
    var position = settled(held, now)
    let way = position.way
    let share = (now - position.rest).dot(way) / max(way.dot(way), .leastNormalMagnitude)
    let isElsewhere = isAside(now, from: position)
    let isReleased = share < Self.releaseShare
    // What has become of it is seen where it stands again, not on the way there; and what sinks
    // slowly was not left.
    let isStanding = stands(way)
    let isBelow = share < HoldReader.plateauLevel(chord: way.length)
    if isBelow, position.leftAt != nil || isReleased || !isStanding {
      position.leftAt = position.leftAt ?? buffer.end - 1
      state = .holding(position)
      if let leftAt = position.leftAt, buffer.end - leftAt > breakFrames, isReleased || isStanding {
        leave(position, at: leftAt, isReleased: isReleased, isElsewhere)
      }
    } else if isElsewhere && isStanding || buffer.end - position.start > longestFrames {
      // What was taken for a hold is where the next one is taken from.
      earliest = position.start
      state = .moving(rest: position.level)
    } else {
      position.leftAt = nil
      state = .holding(position)
    }
  }

  private func isAside(_ now: MovementVector, from position: Position) -> Bool {
    let way = position.way.length
    let long = max(Self.departure.radians, Self.departure.longShare * way)
    return (now - position.level).length > max(leastTurn, min(Self.departure.share * way, long))
  }

  /// A position as far as it is known now: found anew while it is young, then following slowly, since
  /// posture sinks in and the turn about the vertical fades.
  private func settled(_ held: Position, _ now: MovementVector) -> Position {
    guard held.leftAt == nil else { return held }
    var position = held
    let age = Double(buffer.end - held.start) / rateHertz
    if age < Self.settlingSeconds {
      position.level = mean(last: min(max(0.2, age - 0.2), Self.levelSeconds))
      position.start = start(from: position.rest, to: position.level)
    } else {
      position.level += (now - position.level) * Self.followShare
    }
    return position
  }

  /// A position was let go, changed for another one, or sank in further.
  private mutating func leave(
    _ position: Position, at leftAt: Int, isReleased: Bool, _ isElsewhere: Bool
  ) {
    if isReleased { released = (position.way.length, leftAt) }
    earliest = isReleased ? leftAt : position.start
    state =
      isReleased
      ? .returning(from: position) : .moving(rest: isElsewhere ? position.level : position.rest)
  }

  /// On the way back: the turn about the vertical fades while a position is held, so that the rest
  /// behind it is not quite the one before. Who goes beyond that rest by more than the whole way
  /// has not come back: what was left was a step on the way to another position.
  private mutating func comeBack(from position: Position) {
    let now = mean(last: Self.presentSeconds)
    let way = position.way
    let isBack = (now - position.level).dot(way) < -Self.releaseShare * way.dot(way)
    if isBack, stands(way) {
      let isBeyond = (now - position.rest).length > max(Self.restDriftRadians, way.length)
      earliest = isBeyond ? position.start : buffer.end
      state = .moving(rest: isBeyond ? position.level : now)
    } else if !isBack, buffer.end - earliest > frames(Self.arrivalSeconds) {
      look(from: position.rest)
    }
  }
}

// MARK: - Levels

extension HoldWatch {
  /// The frame since which the signal has stood at eighty percent or more of this way, but for a
  /// moment.
  private func start(from rest: MovementVector, to level: MovementVector) -> Int {
    let way = level - rest
    let least = HoldReader.plateauLevel(chord: way.length) * way.dot(way)
    var (start, below) = (buffer.end - 1, 0)
    var index = buffer.end - 1
    while index >= max(buffer.start, earliest), below <= breakFrames / 2 {
      let isHeld = (buffer[index] - rest).dot(way) >= least
      (start, below) = isHeld ? (index, 0) : (start, below + 1)
      index -= 1
    }
    return start
  }

  /// What a position must be like soon after another one was let go, in radians.
  private var similarTurn: Float {
    guard let released, buffer.end - released.at < frames(Self.similarSeconds) else { return 0 }
    return Self.similarShare * released.way
  }

  /// Whether the signal moves so little, compared with this way, that it is no way any more.
  private func stands(_ way: MovementVector) -> Bool {
    let before = mean(last: Self.presentSeconds, before: Self.presentSeconds)
    let change = mean(last: Self.presentSeconds) - before
    return change.length < Self.settledShare * way.length
  }

  private var isStill: Bool {
    guard buffer.indices.count > frames(1) else { return true }
    let change = mean(last: 0.5) - mean(last: 0.5, before: 0.5)
    return change.length < Self.stillShare * leastTurn
  }

  /// The mean of the last seconds, or of those that ended some seconds ago.
  private func mean(last seconds: Double, before ago: Double = 0) -> MovementVector {
    let end = max(buffer.start + 1, buffer.end - frames(ago))
    let start = max(buffer.start, end - max(1, frames(seconds)))
    return (start..<end).reduce(MovementVector.zero) { $0 + buffer[$1] } / Float(end - start)
  }

  private func frames(_ seconds: Double) -> Int { Int(seconds * rateHertz) }
}
