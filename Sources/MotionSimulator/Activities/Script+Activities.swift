import MotionCore

extension Script {
  /// Does one activity after the other, none of them an exercise.
  mutating func perform(_ intervals: [Activity.Interval]) {
    for interval in intervals {
      let end = now + interval.seconds
      if !interval.activity.stances.contains(stance) {
        assume(random.pick(interval.activity.stances))
      }
      perform(interval.activity, until: end)
    }
    addUnsteadiness(effort)
  }

  private mutating func perform(_ activity: Activity, until end: Double) {
    switch activity {
    case .still: beStill(until: end)
    case .walking: stroll(until: end)
    case .fidgeting: fidget(until: end)
    case .deskWork: workAtDesk(until: end)
    case .gettingUp: getDownAndUp(until: end)
    case .lifting: moveThings(until: end)
    case .strap: mindTheStrap(until: end)
    }
  }

  /// Brings joints to new levels, all within `seconds`, none quite together with the others and
  /// none quite to where it was meant to go.
  ///
  /// - Parameter load: factor on the strength that the arms alone take.
  mutating func bring(_ goals: [(Joint, Double)], in seconds: Double, load: Double = 1) {
    var largest = 0.0
    for (joint, goal) in goals {
      let way = goal - motion[joint].finalLevel
      let delay = random.uniform(0...0.15) * seconds
      motion[joint].add(
        .init(
          start: now + delay, duration: (seconds - delay) * random.uniform(0.85...1),
          change: random.varied(way, by: 0.06)))
      if !joint.isLength { largest = max(largest, abs(way)) }
    }
    effort.add(moveBy: largest, from: now, in: seconds, load: load)
    now += seconds
  }
}

/// Where an arm is, each joint in degrees.
struct ArmPosture: Sendable {
  var flexion: Double
  var abduction: Double
  var rotation: Double
  var elbow: Double
  var pronation: Double

  /// The levels of this posture on one side.
  func levels(_ side: Side) -> [(Joint, Double)] {
    [
      (.flexion(side), flexion.degrees), (.abduction(side), abduction.degrees),
      (.rotation(side), rotation.degrees), (.elbow(side), elbow.degrees),
      (.pronation(side), pronation.degrees),
    ]
  }

  /// Another person's, or another day's: each joint off by some degrees.
  func varied(byDegrees spread: Double, _ random: inout SeededRandom) -> ArmPosture {
    ArmPosture(
      flexion: flexion + spread * random.normal(), abduction: abduction + spread * random.normal(),
      rotation: rotation + spread * random.normal(), elbow: elbow + spread * random.normal(),
      pronation: pronation + spread * random.normal())
  }
}
