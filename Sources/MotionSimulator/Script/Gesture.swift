import MotionCore

/// A movement away from a posture and back: what each joint does on the way out and on the way
/// back.
struct Gesture: Sendable {
  /// One joint's part.
  struct Excursion: Sendable {
    var joint: Joint
    /// How far it goes, in radians or metres.
    var change: Double
    /// When it goes and returns, in shares of the way out and of the way back.
    var out = 0.0...1.0
    var back = 0.0...1.0

    /// Scales the change; people differ more in the small movements that go with a large one.
    mutating func vary(by scale: Double, _ random: inout SeededRandom) {
      change *= scale * random.varied(1, by: abs(change) > 15.degrees ? 0.06 : 0.2)
    }
  }

  /// The first one drives: its course defines where repetitions and holds begin and end.
  var excursions: [Excursion]

  /// The joint that defines begin and end.
  var driver: Joint { excursions[0].joint }

  init(_ excursions: [Excursion]) {
    precondition(!excursions.isEmpty, "a gesture moves at least one joint")
    self.excursions = excursions
  }
}

/// How long the parts of a repetition take, in seconds.
struct Tempo: Sendable {
  /// From rest to the turning point.
  var out: Double
  /// At the turning point, or held.
  var turn: Double
  /// From the turning point to rest.
  var back: Double
  /// At rest until the next; below zero the next begins before this one is over.
  var between: Double

  /// Makes way out, turn and way back last `seconds` together; the turn stays as it is where at
  /// least a third of the time is left for the ways.
  mutating func stretch(to seconds: Double) {
    turn = min(turn, seconds * 2 / 3)
    let factor = (seconds - turn) / (out + back)
    out *= factor
    back *= factor
  }
}

/// The ranges from which a person's own tempo is drawn, in seconds.
struct TempoRange: Sendable {
  var out: ClosedRange<Double>
  var turn: ClosedRange<Double>
  var back: ClosedRange<Double>
  var between: ClosedRange<Double>

  func drawn(using random: inout SeededRandom) -> Tempo {
    Tempo(
      out: random.uniform(out), turn: random.uniform(turn), back: random.uniform(back),
      between: random.uniform(between))
  }
}

/// How one exercise is done: from which posture, with which movement, how fast.
struct Choreography: Sendable {
  var stance: Stance
  var gesture: Gesture
  var tempo: TempoRange
  /// True where weights are taken from the floor before and put back after.
  var usesWeights = false
  /// True where one breathes in on the way out and out on the way back.
  var breathesAlong = false
  /// True where the held position is one of rest, the arms lying on the floor.
  var restsWhenHeld = false
}
