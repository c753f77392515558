import Glibc
import MotionCore

extension Script {
  /// How hard the arms work over a set, 1 being an unhurried movement without weights.
  struct Effort: Sendable {
    private(set) var course = Track()
    /// Share of the strength that working against gravity alone takes, and the speed that takes
    /// as much again.
    private static let standingShare = 0.5
    private static let unhurriedRadiansPerSecond = 80.degrees
    /// Weights in the hands multiply the force, and the unsteadiness with it.
    private static let factorOfWeights = 3.0
    /// Muscles take up and let go of a load in about this time, in seconds.
    private static let onsetSeconds = 0.3

    /// One movement by so many radians within so many seconds.
    mutating func add(moveBy change: Double, from start: Double, in seconds: Double, load: Double) {
      let level = Self.level(of: change, in: seconds, factor: load)
      course.move(to: level, start: start, duration: Self.onsetSeconds)
      course.move(
        to: 0, start: start + max(seconds - Self.onsetSeconds, Self.onsetSeconds),
        duration: Self.onsetSeconds)
    }

    private static func level(
      of change: Double, in seconds: Double, factor: Double
    ) -> Double {
      factor * standingShare + factor * (1 - standingShare) * change
        / (seconds * unhurriedRadiansPerSecond)
    }

    mutating func add(_ rep: RepetitionPlan, from start: Double, in style: SetStyle) {
      let choreography = style.choreography
      let factor = choreography.usesWeights ? Self.factorOfWeights : 1
      let change = abs(choreography.gesture.excursions[0].change)
      let standing = factor * Self.standingShare
      func level(_ seconds: Double) -> Double {
        Self.level(of: change, in: seconds, factor: factor)
      }
      let turn = start + rep.tempo.out + rep.stallSeconds
      let back = turn + rep.tempo.turn
      for (goal, time) in [
        (level(rep.tempo.out), start), (choreography.restsWhenHeld ? 0 : standing, turn),
        (level(rep.tempo.back), back),
        (0, back + rep.tempo.back - Self.onsetSeconds),
      ] {
        course.move(to: goal, start: time, duration: Self.onsetSeconds)
      }
    }
  }

  /// Working muscles are not steady: their force varies with its size (Harris & Wolpert 1998,
  /// doi 10.1038/29528), and slow movements go in steps, 8 to 10 a second (Vallbo & Wessberg 1993,
  /// doi 10.1113/jphysiol.1993.sp019837).
  ///
  /// The size is set so that a sensor shakes as in recorded exercises: above 3 Hz 0.1 to 0.4 m/s^2
  /// at the upper arm without weights, 0.5 to 2 m/s^2 at the wrist of a row.
  mutating func addUnsteadiness(_ effort: Effort) {
    for side in Side.allCases {
      let joints: [Joint] = [
        .flexion(side), .abduction(side), .rotation(side), .elbow(side), .elevation(side),
      ]
      for joint in joints {
        motion.add(unsteadiness(under: effort.course), to: joint)
      }
    }
  }

  /// Equal shares of acceleration between 3 and 10 Hz.
  private mutating func unsteadiness(under envelope: Track) -> Wave {
    let accelerationRadians = 0.5
    return Wave(
      components: [3.5, 5, 7, 9].map { hertz in
        let own = random.varied(hertz, by: 0.1)
        let angularFrequency = 2 * .pi * own
        return .init(
          amplitude: accelerationRadians / (angularFrequency * angularFrequency), hertz: own,
          phase: random.uniform(0...(2 * .pi)), wanderRadians: 4,
          wanderHertz: random.uniform(0.1...0.4), wanderPhase: random.uniform(0...(2 * .pi)))
      }, envelope: envelope)
  }
}
