import MotionCore

extension Script {
  /// Takes one or two things from where they are, carries them and puts them down elsewhere; other
  /// things are done between.
  mutating func moveThings(until end: Double) {
    while now < end {
      rest(random.uniform(1...4))
      for _ in 0..<Int(random.uniform(1...3)) { moveThing() }
      if random.unit() < 0.5 { reach() }
      rest(random.heavyTailed(4...30, shape: 0.7))
    }
  }

  /// Where a thing can stand.
  private enum Shelf: CaseIterable {
    case floor
    case table
    case high
  }

  private mutating func moveThing() {
    let hands = random.unit() < 0.6 ? Side.allCases : [random.pick(Side.allCases)]
    let load = random.uniform(1.2...3)
    bring(posture(at: random.pick(Shelf.allCases), hands), in: random.uniform(0.9...1.7))
    now += random.uniform(0.2...0.8)
    let carried = ArmPosture(flexion: 15, abduction: 10, rotation: -10, elbow: 85, pronation: 0)
    bring(upright(carried, hands), in: random.uniform(0.9...1.7), load: load)
    carry(hands)
    bring(
      posture(at: random.pick(Shelf.allCases), hands), in: random.uniform(0.9...1.7), load: load)
    now += random.uniform(0.2...0.8)
    bring(stance.levels(of: body), in: random.uniform(0.9...1.7))
  }

  private mutating func posture(at shelf: Shelf, _ hands: [Side]) -> [(Joint, Double)] {
    var arm = ArmPosture(flexion: 70, abduction: 5, rotation: 0, elbow: 15, pronation: 0)
    var (bend, drop) = (random.uniform(50...85), random.uniform(0.1...0.35))
    switch shelf {
    case .floor: break
    case .table:
      arm.flexion = 45
      arm.elbow = 35
      (bend, drop) = (random.uniform(10...30), 0)
    case .high:
      arm.flexion = random.uniform(105...140)
      arm.elbow = 25
      (bend, drop) = (0, 0)
    }
    let trunk = [
      (Joint.pitch, bend.degrees), (.hipHeight, body.standingHipMetres - drop),
    ]
    return trunk + arms(arm, hands)
  }

  private mutating func upright(_ arm: ArmPosture, _ hands: [Side]) -> [(Joint, Double)] {
    [(.pitch, 2.0.degrees), (.hipHeight, body.standingHipMetres)] + arms(arm, hands)
  }

  private mutating func arms(_ arm: ArmPosture, _ hands: [Side]) -> [(Joint, Double)] {
    let own = arm.varied(byDegrees: 8, &random)
    return hands.flatMap { own.levels($0) }
  }

  /// Turns and walks a few steps, the arms at the load.
  private mutating func carry(_ hands: [Side]) {
    let seconds = random.uniform(1...6)
    turnAbout(at: now)
    if seconds > 2.5 {
      let gait = Gait(
        strideHertz: random.uniform(0.7...1), phase: random.uniform(0...(2 * .pi)),
        envelope: envelope(seconds))
      let bound = random.uniform(0.05...0.2)
      step(gait, seconds, armSwing: Dictionary(uniqueKeysWithValues: hands.map { ($0, bound) }))
    }
    now += seconds
  }
}
