import MotionCore

extension Script {
  /// Pushes the sensor about on the body, or takes it off, lays it down and straps it on again.
  mutating func mindTheStrap(until end: Double) {
    while now < end {
      rest(random.heavyTailed(2...20, shape: 0.7))
      if random.unit() < 0.3 { layDownAndPutOn() }
      pushAbout()
    }
  }

  /// Jerks of the strap round and along the limb, the limb held out for it and jolted by it.
  private mutating func pushAbout() {
    let arm = wearing.side
    let held = ArmPosture(
      flexion: random.uniform(10...45), abduction: random.uniform(5...25),
      rotation: random.uniform(-25...15), elbow: random.uniform(45...95),
      pronation: random.uniform(-30...30))
    bring(held.levels(arm), in: random.uniform(0.6...1.2))
    for _ in 0..<Int(random.uniform(2...8)) {
      let seconds = random.uniform(0.12...0.4)
      wearing.slipRadians.add(
        .init(start: now, duration: seconds, change: 15.degrees * random.normal()))
      wearing.slipMetres.add(.init(start: now, duration: seconds, change: 0.008 * random.normal()))
      for joint in [Joint.flexion(arm), .rotation(arm), .elevation(arm), .twist] {
        motion[joint].add(
          .init(start: now, duration: seconds, change: 1.5.degrees * random.normal()))
      }
      now += seconds + random.heavyTailed(0.1...3, shape: 0.8)
    }
    bring(stance.levels(of: body).filter { $0.0.isOfArm(arm) }, in: random.uniform(0.6...1.2))
  }

  private mutating func layDownAndPutOn() {
    let arm = wearing.side
    let table = Vector3(motion[.hipForward].finalLevel + 0.4, 0, 0.72)
    bringSensor(to: .laid(table), in: random.uniform(3...6))
    now += random.heavyTailed(2...30, shape: 0.6)
    bringSensor(to: .worn(arm), in: random.uniform(6...15))
  }
}
