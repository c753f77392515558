/// A place where a signal turned back, confirmed by hysteresis.
struct TurningPoint: Sendable, Hashable {
  /// Frame index of the extreme itself.
  var index: Int
  /// Value of the signal there.
  var value: Float
  /// True for a maximum.
  var isMaximum: Bool
}

/// The newest turning points of a signal: rest, peak and rest of the movement that is over last.
struct NewestTurningPoints: Sendable {
  /// The oldest of the three, that in the middle, and the newest; nil where there were fewer.
  private(set) var first, middle, last: TurningPoint?
  /// Where the newest is, and how far the way to it was; infinite where that is not known.
  private var (peak, wayOut) = (Float(0), Float.infinity)

  /// Adds one, which is the newest now.
  mutating func append(_ turningPoint: TurningPoint) {
    (first, middle, last) = (middle, last, turningPoint)
    peak = turningPoint.value
    if let middle { wayOut = max(abs(peak - middle.value), .leastNormalMagnitude) }
  }

  /// How much of the way to the newest one a value has come back; 0 where that way is not known.
  func wayBack(of value: Float) -> Float { abs(value - peak) / wayOut }
}

/// Finds the maxima and minima of a signal, ignoring reversals smaller than a hysteresis.
///
/// The streaming form of a zigzag; maxima and minima alternate strictly. An extreme is confirmed
/// once the signal has come back from it by the hysteresis, so the latency is that way back.
struct TurningPointTracker: Sendable {
  private enum Direction { case unseen, undecided, rising, falling }

  /// Reversals smaller than this are ignored, in the signal's unit.
  let hysteresis: Float
  // Kept in place and not with the directions: changed at nearly every frame.
  private var direction = Direction.unseen
  /// The extremes since the last turning point: of a rising signal the highest counts, of a falling
  /// one the lowest.
  private var highest = TurningPoint(index: 0, value: 0, isMaximum: true)
  private var lowest = TurningPoint(index: 0, value: 0, isMaximum: false)

  init(hysteresis: Float) { self.hysteresis = hysteresis }

  /// The extreme that the signal is moving away to, not confirmed yet.
  var running: TurningPoint? {
    switch direction {
    case .unseen, .undecided: nil
    case .rising: highest
    case .falling: lowest
    }
  }

  /// Takes the next value; gives the extreme that it confirms, if it does.
  @inline(__always)
  mutating func process(_ value: Float, at index: Int) -> TurningPoint? {
    switch direction {
    case .unseen:
      direction = .undecided
      setHighest(value, at: index)
      setLowest(value, at: index)
    case .undecided:
      if value < highest.value - hysteresis { return fall(to: value, at: index) }
      if value > lowest.value + hysteresis { return rise(to: value, at: index) }
      if value <= lowest.value { setLowest(value, at: index) }
      if value >= highest.value { setHighest(value, at: index) }
    case .rising:
      if value > highest.value {
        setHighest(value, at: index)
      } else if value < highest.value - hysteresis {
        return fall(to: value, at: index)
      }
    case .falling:
      if value < lowest.value {
        setLowest(value, at: index)
      } else if value > lowest.value + hysteresis {
        return rise(to: value, at: index)
      }
    }
    return nil
  }

  private mutating func setHighest(_ value: Float, at index: Int) {
    (highest.value, highest.index) = (value, index)
  }

  private mutating func setLowest(_ value: Float, at index: Int) {
    (lowest.value, lowest.index) = (value, index)
  }

  /// The signal has turned at its highest value.
  private mutating func fall(to value: Float, at index: Int) -> TurningPoint {
    direction = .falling
    setLowest(value, at: index)
    return highest
  }

  /// The signal has turned at its lowest value.
  private mutating func rise(to value: Float, at index: Int) -> TurningPoint {
    direction = .rising
    setHighest(value, at: index)
    return lowest
  }
}
