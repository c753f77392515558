import MotionCore

/// A person's session while it is being written: where each joint goes, what happens when.
struct Script: Sendable {
  let body: Anthropometry
  let placement: Placement
  let conditions: Conditions
  var motion = BodyMotion()
  var wearing: Wearing
  var labels: [Label] = []
  var gaps: [ClosedRange<Double>] = []
  /// The part that is recorded; nil for all of it.
  var window: ClosedRange<Double>?
  var random: SeededRandom
  /// How hard the arms work outside of sets.
  var effort = Effort()
  /// The time up to which the script is written, in seconds.
  var now = 0.0
  private(set) var stance: Stance

  init(
    body: Anthropometry, placement: Placement, side: Side, conditions: Conditions,
    stance: Stance, random: SeededRandom
  ) {
    self.body = body
    self.placement = placement
    self.conditions = conditions
    self.stance = stance
    self.random = random
    wearing = Wearing(.init(place: .worn(side), mount: .random(using: &self.random)))
    for (joint, level) in stance.levels(of: body) { motion[joint] = Track(level) }
    addLife()
  }

  /// Goes to a posture by way of those that lie between.
  mutating func assume(_ goal: Stance) {
    for next in stance.route(to: goal) {
      let duration = random.uniform(1.6...3.4)
      for (joint, level) in next.levels(of: body) {
        let untidy = joint.isLength ? 0.01 * random.normal() : 1.5.degrees * random.normal()
        motion[joint].move(
          to: level + untidy, start: now + random.uniform(0...0.4),
          duration: duration * random.uniform(0.7...1.1))
      }
      now += duration * 1.1 + 0.4
      stance = next
      rest(random.uniform(0.3...1.2))
    }
  }

  /// Lets time pass, with the small aimless movements that people make.
  mutating func rest(_ seconds: Double) {
    let end = now + seconds
    var next = now + untilNextFidget()
    while next < end - 1 {
      fidget(at: next, within: end - next)
      next += untilNextFidget()
    }
    now = end
  }

  /// Bends down to take the weights from the floor, or to put them back, and stands up.
  mutating func bendForWeights() {
    guard !conditions.isInPosition else { return }
    assume(.standing)
    let (down, stay, up) = (
      random.uniform(1...1.6), random.uniform(0.4...1), random.uniform(1...1.6)
    )
    let parts =
      [(Joint.pitch, random.uniform(70...90).degrees), (.hipHeight, -random.uniform(0.15...0.3))]
      + Side.allCases.map { (.flexion($0), random.uniform(60...85).degrees) }
    for (joint, change) in parts {
      motion[joint].add(.init(start: now, duration: down, change: change))
      motion[joint].add(.init(start: now + down + stay, duration: up, change: -change))
    }
    now += down + stay + up
    rest(random.uniform(0.5...1.5))
  }

  /// One aimless movement of an arm, as to drink, to scratch or to push the hair back.
  mutating func reach() {
    let side = random.pick(Side.allCases)
    let (way, stay) = (random.uniform(0.7...1.3), random.uniform(0.3...2))
    for (joint, degrees) in [
      (Joint.flexion(side), random.uniform(25...70)), (.elbow(side), random.uniform(60...110)),
      (.rotation(side), random.uniform(-20...10)),
    ] {
      motion[joint].add(.init(start: now, duration: way, change: degrees.degrees))
      motion[joint].add(.init(start: now + way + stay, duration: way, change: -degrees.degrees))
    }
    now += 2 * way + stay
    rest(random.uniform(1...3))
  }

  private mutating func untilNextFidget() -> Double {
    guard conditions.fidgetsPerMinute > 0 else { return .infinity }
    // at least 1 s apart
    return 1 + random.uniform(0...120) / conditions.fidgetsPerMinute
  }

  private mutating func fidget(at start: Double, within available: Double) {
    let way = min(random.uniform(0.4...1.2), available / 2)
    let size = random.varied(4, by: 0.4).degrees
    for _ in 0..<3 {
      let side = random.pick(Side.allCases)
      let joints: [Joint] = [
        .flexion(side), .abduction(side), .rotation(side), .elbow(side), .elevation(side),
        .pitch, .twist,
      ]
      let joint = random.pick(joints)
      let change = size * random.uniform(-1...1)
      motion[joint].add(.init(start: start, duration: way, change: change))
      motion[joint].add(.init(start: start + way, duration: way, change: -change))
    }
  }
}
