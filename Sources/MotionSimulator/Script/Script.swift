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
  var random: SeededRandom
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
    wearing = Wearing(.init(side: side, mount: .random(using: &self.random)))
    for (joint, level) in stance.levels(of: body) { motion[joint] = Track(level) }
    addLife()
  }

  /// Goes to a posture by way of those that lie between.
  mutating func assume(_ goal: Stance) {
    for next in stance.route(to: goal) {
      let duration = random.uniform(1.6...3.4)
      for (joint, level) in next.levels(of: body) {
        let isLength = joint == .hipHeight
        let untidy = isLength ? 0.01 * random.normal() : 1.5.degrees * random.normal()
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

  private mutating func untilNextFidget() -> Double {
    guard conditions.fidgetsPerMinute > 0 else { return .infinity }
    // at least 1 s apart
    return 1 + random.uniform(0...120) / conditions.fidgetsPerMinute
  }

  private mutating func fidget(at start: Double, within available: Double) {
    let way = min(random.uniform(0.4...1.2), available / 2)
    let size = random.varied(4, by: 0.4).degrees
    for _ in 0..<3 {
      let side: Side = random.sign() > 0 ? .left : .right
      let joints: [Joint] = [
        .flexion(side), .abduction(side), .rotation(side), .elbow(side), .elevation(side),
        .pitch, .twist,
      ]
      let joint = joints[Int(random.next() % UInt64(joints.count))]
      let change = size * random.uniform(-1...1)
      motion[joint].add(.init(start: start, duration: way, change: change))
      motion[joint].add(.init(start: start + way, duration: way, change: -change))
    }
  }
}
