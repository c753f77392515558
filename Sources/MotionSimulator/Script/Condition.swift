/// Departures from a plain set that can be asked for by name.
package enum Condition: String, Sendable, CaseIterable {
  case partialReps = "partial-reps"
  case fastReps = "fast-reps"
  case slow
  case smallRange = "small-range"
  case pauseAtTurn = "pause-at-turn"
  case stall
  case flowing
  case rests
  case briefRests = "brief-rests"
  case longBreak = "break"
  case shortHolds = "short-holds"
  case lapses
  case tremor
  case walking
  case gap
  case slip
  case drift
  case restless
  case still
  case inPosition = "in-position"
  case cutAtEdges = "cut-at-edges"

  /// What it does, for a person.
  package var summary: String {
    switch self {
    case .partialReps: "every third repetition or hold reaches 40 % of the range"
    case .fastReps: "every fourth repetition is done in under a second"
    case .slow: "10 s a repetition"
    case .smallRange: "60 % of the usual range"
    case .pauseAtTurn: "2.5 s at the turning point"
    case .stall: "every fourth repetition stops half way for 2 s"
    case .flowing: "no rest between repetitions"
    case .rests: "4 s of rest between repetitions"
    case .briefRests: "0.5 s of rest between repetitions or holds"
    case .longBreak: "a break of 15 s after the fourth"
    case .shortHolds: "every third hold is let go after half of its time"
    case .lapses: "every second hold gives way for 0.5 s and is taken again"
    case .tremor: "an essential tremor of 6 Hz"
    case .walking: "12 s of walking before and after"
    case .gap: "2.5 s of samples lost in the fifth repetition"
    case .slip: "the strap slips by 30 degrees in the fourth"
    case .drift: "the posture sinks by 12 degrees over the set"
    case .restless: "aimless movements every few seconds"
    case .still: "no aimless movements"
    case .inPosition: "starts and ends in the exercise's own posture"
    case .cutAtEdges: "starts within the first repetition and ends within the last (no holds)"
    }
  }

  /// Changes `conditions` accordingly.
  package func apply(to conditions: inout Conditions) {
    switch self {
    case .partialReps: conditions.partialReps = Self.every(3)
    case .fastReps: conditions.fastReps = Self.every(4)
    case .slow: conditions.repSeconds = 10
    case .smallRange: conditions.rangeScale = 0.6
    case .pauseAtTurn: conditions.turnSeconds = 2.5
    case .stall: conditions.stalledReps = Self.every(4)
    case .flowing: conditions.betweenSeconds = -0.4
    case .rests: conditions.betweenSeconds = 4
    case .briefRests: conditions.betweenSeconds = 0.5
    case .longBreak: conditions.breakAfterRep = 4
    case .shortHolds: conditions.shortHolds = Self.every(3)
    case .lapses: conditions.lapsingHolds = Self.every(2)
    case .tremor: conditions.tremor = .essential
    case .walking: conditions.walkingSeconds = 12
    case .gap: conditions.gapRep = 5
    case .slip: conditions.slipRep = 4
    case .drift: conditions.driftDegrees = 12
    case .restless: conditions.fidgetsPerMinute = 25
    case .still: conditions.fidgetsPerMinute = 0
    case .inPosition: conditions.isInPosition = true
    case .cutAtEdges: conditions.isCutAtEdges = true
    }
  }

  // sets longer than this do not occur
  private static func every(_ step: Int) -> Set<Int> {
    Set(stride(from: step, through: 1000, by: step))
  }
}

extension Conditions.Tremor {
  /// 4 to 12 Hz and visible to the eye (Deuschl et al. 1998, doi 10.1002/mds.870131303): half a
  /// degree at the elbow, about 3 m/s^2 at the wrist.
  package static let essential = Conditions.Tremor(hertz: 6, degrees: 0.5)
}
