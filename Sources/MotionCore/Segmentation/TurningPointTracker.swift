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

  /// Adds one, which is the newest now.
  mutating func append(_ turningPoint: TurningPoint) {
    (first, middle, last) = (middle, last, turningPoint)
  }
}

/// Finds the maxima and minima of a signal, ignoring reversals smaller than a hysteresis.
///
/// The streaming form of a zigzag; maxima and minima alternate strictly. An extreme is confirmed
/// once the signal has come back from it by the hysteresis, so the latency is that way back.
struct TurningPointTracker: Sendable {
  private enum State {
    case undecided(lowest: TurningPoint, highest: TurningPoint)
    case rising(highest: TurningPoint)
    case falling(lowest: TurningPoint)
  }

  /// Reversals smaller than this are ignored, in the signal's unit.
  let hysteresis: Float
  private var state: State?

  init(hysteresis: Float) { self.hysteresis = hysteresis }

  /// The extreme that the signal is moving away to, not confirmed yet.
  var running: TurningPoint? {
    switch state {
    case nil, .undecided: nil
    case .rising(let highest): highest
    case .falling(let lowest): lowest
    }
  }

  /// Takes the next value; gives the extreme that it confirms, if it does.
  mutating func process(_ value: Float, at index: Int) -> TurningPoint? {
    let high = TurningPoint(index: index, value: value, isMaximum: true)
    let low = TurningPoint(index: index, value: value, isMaximum: false)
    switch state {
    case nil:
      state = .undecided(lowest: low, highest: high)
    case .undecided(let lowest, let highest):
      if value < highest.value - hysteresis {
        state = .falling(lowest: low)
        return highest
      }
      if value > lowest.value + hysteresis {
        state = .rising(highest: high)
        return lowest
      }
      state = .undecided(
        lowest: value <= lowest.value ? low : lowest,
        highest: value >= highest.value ? high : highest)
    case .rising(let highest):
      if value > highest.value {
        state = .rising(highest: high)
      } else if value < highest.value - hysteresis {
        state = .falling(lowest: low)
        return highest
      }
    case .falling(let lowest):
      if value < lowest.value {
        state = .falling(lowest: low)
      } else if value > lowest.value + hysteresis {
        state = .rising(highest: high)
        return lowest
      }
    }
    return nil
  }
}
