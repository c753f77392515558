import Glibc
import MotionCore

extension Script {
  /// Sits restlessly: movements of an arm, of both or of the trunk, without any beat.
  ///
  /// How long people rest between movements and how large these are has no typical value: resting
  /// times in daily life follow a power law (Nakamura et al. 2007,
  /// doi 10.1103/PhysRevLett.99.138103). The bounds and the law of the sizes are assumptions.
  mutating func fidget(until end: Double) {
    while now < end {
      now += random.heavyTailed(0.5...40, shape: 0.7)
      let size = random.heavyTailed(1.5...80, shape: 0.5)
      // larger movements take longer, though not by as much as they are larger
      let seconds = random.varied(0.3 + 0.09 * size.squareRoot(), by: 0.25)
      switch random.unit() {
      case ..<0.1: scratch()
      case ..<0.7: bring(shift(of: [random.pick(Side.allCases)], size), in: seconds)
      case ..<0.85: bring(shift(of: Side.allCases, size), in: seconds)
      default: bring(leaning(size), in: 1.5 * seconds)
      }
    }
  }

  /// Somewhere else, or, half of the time, back to how one sat.
  private mutating func shift(of sides: [Side], _ size: Double) -> [(Joint, Double)] {
    let isReturn = random.unit() < 0.5
    var goals: [(Joint, Double)] = []
    for side in sides {
      for (joint, share, reach) in Self.reaches(side) {
        let change = isReturn ? 2 * random.normal() : share * size * random.normal()
        let degrees = min(max(change, reach.lowerBound), reach.upperBound)
        goals.append((joint, level(of: joint) + degrees.degrees))
      }
    }
    return goals
  }

  /// How much of a movement falls to each joint, and how far it can go from a seat, in degrees.
  private static func reaches(_ side: Side) -> [(Joint, Double, ClosedRange<Double>)] {
    [
      (.flexion(side), 0.7, -40...90), (.abduction(side), 0.4, -15...60),
      (.rotation(side), 0.6, -40...50), (.elbow(side), 1, -45...60),
      (.pronation(side), 0.8, -70...70), (.elevation(side), 0.1, -5...15),
    ]
  }

  private mutating func leaning(_ size: Double) -> [(Joint, Double)] {
    [(Joint.pitch, 0.4), (.twist, 0.4), (.roll, 0.15)].map { joint, share in
      (joint, level(of: joint) + share * min(size, 60).degrees * random.normal())
    }
  }

  private func level(of joint: Joint) -> Double {
    stance.levels(of: body).first { $0.0 == joint }?.1 ?? 0
  }

  /// A hand goes up, scratches a few times and stays or comes down with the next movement.
  private mutating func scratch() {
    let side = random.pick(Side.allCases)
    let face = ArmPosture(flexion: 45, abduction: 15, rotation: -35, elbow: 130, pronation: 0)
    bring(face.varied(byDegrees: 12, &random).levels(side), in: random.uniform(0.6...1.2))
    let seconds = random.uniform(0.6...1.8)
    var envelope = Track()
    envelope.move(to: 1, start: now, duration: 0.2)
    envelope.move(to: 0, start: now + seconds - 0.2, duration: 0.2)
    motion.add(
      Wave(
        components: [
          .init(
            amplitude: random.uniform(2...5).degrees, hertz: random.uniform(2.5...4.5), phase: 0)
        ],
        envelope: envelope), to: .elbow(side))
    now += seconds
    if random.unit() < 0.7 {
      let seat = stance.levels(of: body).filter { $0.0.isOfArm(side) }
      bring(seat, in: random.uniform(0.6...1.2))
    }
  }
}
