import MotionCore

extension Script {
  /// Does nothing but breathe; the posture gives way by a degree or so now and then.
  mutating func beStill(until end: Double) {
    if random.unit() < 0.5 { rollOver() }
    while now < end {
      now += random.uniform(3...20)
      let joints =
        [Joint.pitch, .twist, .roll] + Side.allCases.flatMap { [.flexion($0), .abduction($0)] }
      motion[random.pick(joints)].add(
        .init(
          start: now, duration: random.uniform(2...8), change: 0.8.degrees * random.normal()))
    }
  }

  /// When lying: turns onto the back, half onto the front or nearly onto the other side, and the
  /// arms come to lie anywhere.
  mutating func rollOver() {
    guard case .lying(let top) = stance else { return }
    let turn = random.uniform(random.pick([(-50)...(-25), 75...105, 140...170]))
    var goals = [(Joint.twist, top.sign * turn.degrees)]
    for side in Side.allCases {
      goals += ArmPosture(
        flexion: random.uniform(0...90), abduction: random.uniform(0...40),
        rotation: random.uniform(-30...30), elbow: random.uniform(5...110),
        pronation: random.uniform(-60...40)
      ).levels(side)
    }
    bring(goals, in: random.uniform(1.2...3))
  }
}
