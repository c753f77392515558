/// How a set departs from a plain one. Repetitions are numbered from 1.
package struct Conditions: Sendable, Hashable {
  /// How many repetitions or holds; nil for the dose.
  package var reps: Int?
  /// How long a repetition takes from leaving rest to being back, in seconds; nil for the person's
  /// own. Holds keep their own way in and out.
  package var repSeconds: Double?
  /// Factor on every range.
  package var rangeScale = 1.0
  /// Pause at the turning point, in seconds; nil for the person's own.
  package var turnSeconds: Double?
  /// How long each hold lasts, in seconds; nil for a little over the prescribed time.
  package var holdSeconds: Double?
  /// Rest between repetitions, in seconds, below zero for flowing ones; nil for the person's own.
  package var betweenSeconds: Double?
  /// Repetitions that stay partial.
  package var partialReps: Set<Int> = []
  /// Share of the full range that partial repetitions reach.
  package var partialFraction = 0.4
  /// Repetitions done much too fast.
  package var fastReps: Set<Int> = []
  /// Repetitions that stall half way.
  package var stalledReps: Set<Int> = []
  /// How long a stall lasts, in seconds.
  package var stallSeconds = 2.0
  /// Holds let go at half of the prescribed time.
  package var shortHolds: Set<Int> = []
  /// Holds that give way for a moment and are taken again.
  package var lapsingHolds: Set<Int> = []
  /// How long such a hold is given up, in seconds.
  package var lapseSeconds = 0.5
  /// Share of the range by which it gives way.
  package var lapseFraction = 0.5
  /// The repetition after which the person takes a break, and for how many seconds.
  package var breakAfterRep: Int?
  package var breakSeconds = 15.0
  /// The repetition during which the strap slips.
  package var slipRep: Int?
  /// How far it slips round the limb, in degrees.
  package var slipDegrees = 30.0
  /// How far the posture has drifted by the end of the set, in degrees.
  package var driftDegrees = 0.0
  /// A tremor of the arms: frequency in hertz and amplitude at the elbow in degrees.
  package var tremor: Tremor?
  /// Walking before and after the sets, in seconds.
  package var walkingSeconds = 0.0
  /// The repetition during which samples are lost, and for how many seconds.
  package var gapRep: Int?
  package var gapSeconds = 2.5
  /// Restlessness: small aimless movements a minute while resting.
  package var fidgetsPerMinute = 6.0
  /// True when the recording begins and ends in the exercise's own posture.
  package var isInPosition = false
  /// True when a single set's recording begins after its first repetition has begun and ends
  /// before its last one is over; both are in it by more than half. Not for holds.
  package var isCutAtEdges = false

  /// A plain set.
  package init() {}

  /// A rhythmic shaking of the arms.
  package struct Tremor: Sendable, Hashable {
    package var hertz: Double
    package var degrees: Double
  }
}

extension Conditions {
  func validate() throws(SimulationError) {
    let figures: [(String, Double?, ClosedRange<Double>)] = [
      ("reps", reps.map(Double.init), 1...1000), ("repSeconds", repSeconds, 0.4...60),
      ("rangeScale", rangeScale, 0.05...1.5), ("turnSeconds", turnSeconds, 0...600),
      ("holdSeconds", holdSeconds, 1...600), ("betweenSeconds", betweenSeconds, -1...600),
      ("partialFraction", partialFraction, 0.05...1), ("stallSeconds", stallSeconds, 0...60),
      ("lapseSeconds", lapseSeconds, 0.1...10), ("lapseFraction", lapseFraction, 0.25...1),
      ("slipDegrees", slipDegrees, 0...180), ("driftDegrees", driftDegrees, -60...60),
      ("walkingSeconds", walkingSeconds, 0...3600), ("gapSeconds", gapSeconds, 0...3600),
      ("breakSeconds", breakSeconds, 0...3600), ("fidgetsPerMinute", fidgetsPerMinute, 0...60),
    ]
    for (name, value, allowed) in figures {
      if let value, !allowed.contains(value) {
        throw .condition(name: name, value: value, allowed: allowed)
      }
    }
  }
}
