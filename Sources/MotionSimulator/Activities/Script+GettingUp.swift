import MotionCore

extension Script {
  /// Sits down on a chair or lies down on the floor, for any length of time, and gets up again.
  mutating func getDownAndUp(until end: Double) {
    while now < end {
      rest(random.uniform(1...8))
      if random.unit() < 0.5 { sitForAWhile() } else { lieForAWhile() }
    }
    assume(.standing)
  }

  private mutating func sitForAWhile() {
    lean()
    assume(.seated)
    rest(random.heavyTailed(2...30, shape: 0.7))
    if random.unit() < 0.4 { reach() }
    lean()
    assume(.standing)
  }

  /// Who sits down or stands up bends forward first, to keep the weight above the feet.
  private mutating func lean() {
    let (down, up) = (random.uniform(0.8...1.3), random.uniform(0.8...1.3))
    let change = random.uniform(25...45).degrees
    var parts = [(Joint.pitch, change)]
    // the arms hang, or push from the thighs
    for side in Side.allCases { parts.append((.flexion(side), change * random.uniform(0.2...1.1))) }
    for (joint, change) in parts {
      motion[joint].add(.init(start: now, duration: down, change: change))
      motion[joint].add(.init(start: now + down, duration: up, change: -change))
    }
    now += 0.4 * down
  }

  private mutating func lieForAWhile() {
    assume(.lying(top: random.pick(Side.allCases)))
    rest(random.heavyTailed(2...20, shape: 0.7))
    for _ in 0..<Int(random.uniform(0...4)) {
      rollOver()
      rest(random.heavyTailed(1...20, shape: 0.7))
    }
    assume(.standing)
  }
}
