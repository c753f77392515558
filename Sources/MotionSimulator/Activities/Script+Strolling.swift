import MotionCore

extension Script {
  /// Walks at 1.4 to 2.2 steps a second, with turns and with pauses of any length; now and then a
  /// hand stays in the pocket.
  mutating func stroll(until end: Double) {
    let strideHertz = random.uniform(0.7...1.1)
    while now < end {
      let seconds = min(random.heavyTailed(5...60, shape: 0.5), max(5, end - now))
      let gait = Gait(
        strideHertz: random.varied(strideHertz, by: 0.05), phase: random.uniform(0...(2 * .pi)),
        envelope: envelope(seconds), wanderRadians: 0.3,
        wanderHertz: random.uniform(0.05...0.15))
      step(gait, seconds, armSwing: armSwing())
      turn(during: seconds)
      now += seconds
      rest(random.heavyTailed(1...15, shape: 0.8))
      if random.unit() < 0.15 { reach() }
    }
  }

  private mutating func armSwing() -> [Side: Double] {
    guard random.unit() < 0.25 else { return [:] }
    return [random.pick(Side.allCases): random.uniform(0.1...0.4)]
  }

  private mutating func turn(during seconds: Double) {
    var time = now + random.uniform(1...6)
    while time < now + seconds - 1 { time += turnAbout(at: time) + random.uniform(2...14) }
  }

  /// Turns the body by up to half a circle, which takes about two seconds; returns how long it
  /// takes.
  @discardableResult
  mutating func turnAbout(at time: Double) -> Double {
    let angle = random.uniform(20...180).degrees
    let seconds = random.varied(0.7 + angle / 140.degrees, by: 0.2)
    motion[.heading].add(.init(start: time, duration: seconds, change: angle * random.sign()))
    return seconds
  }
}
