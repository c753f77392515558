import MotionCore

extension Script {
  /// Works at a desk: mostly typing, else the mouse, a few pages, a few sips, a pause.
  mutating func workAtDesk(until end: Double) {
    var desk = Desk(using: &random)
    for side in Side.allCases { bring(desk.keyboard.levels(side), in: random.uniform(0.8...1.4)) }
    while now < end {
      switch random.unit() {
      case ..<0.4: type(for: random.heavyTailed(2...30, shape: 0.6), at: &desk)
      case ..<0.65: useMouse(at: desk)
      case ..<0.8: turnPages(at: desk)
      case ..<0.9: drink(at: desk)
      default: rest(random.heavyTailed(1...20, shape: 0.7))
      }
    }
    addTyping(under: desk.typing)
  }

  /// About 4 keys a second (Dhakal et al. 2018, doi 10.1145/3173574.3174220); the hands wander
  /// over the keyboard meanwhile.
  private mutating func type(for seconds: Double, at desk: inout Desk) {
    desk.typing.move(to: 1, start: now, duration: 0.3)
    desk.typing.move(to: 0, start: now + seconds - 0.3, duration: 0.3)
    var time = now
    while true {
      let duration = random.uniform(0.2...0.6)
      guard time + duration < now + seconds else { break }
      for (joint, level) in desk.keyboard.levels(random.pick(Side.allCases)) {
        motion[joint].move(
          to: level + 1.5.degrees * random.normal(), start: time, duration: duration)
      }
      time += random.uniform(0.6...3)
    }
    now += seconds
  }

  /// Key strokes shake the forearms; their size is an assumption, half a degree.
  private mutating func addTyping(under envelope: Track) {
    for side in Side.allCases {
      for (joint, degrees) in [
        (Joint.pronation(side), 0.5), (.elbow(side), 0.4), (.rotation(side), 0.2),
      ] {
        motion.add(
          Wave(
            components: [2.5, 4, 6].map { hertz in
              .init(
                amplitude: 0.5 * degrees.degrees, hertz: random.varied(hertz, by: 0.1),
                phase: random.uniform(0...(2 * .pi)), wanderRadians: 4,
                wanderHertz: random.uniform(0.2...0.6),
                wanderPhase: random.uniform(0...(2 * .pi)))
            }, envelope: envelope), to: joint)
      }
    }
  }

  private mutating func useMouse(at desk: Desk) {
    let hand = desk.hand
    bring(desk.mouse.levels(hand), in: random.uniform(0.5...0.9))
    for _ in 0..<Int(random.heavyTailed(1...12, shape: 0.8)) {
      let size = random.heavyTailed(0.5...8, shape: 1)
      var aim = desk.mouse
      aim.rotation += size * random.normal()
      aim.elbow += 0.5 * size * random.normal()
      bring(aim.levels(hand), in: random.uniform(0.3...0.7))
      now += random.heavyTailed(0.3...8, shape: 0.9)
    }
    bring(desk.keyboard.levels(hand), in: random.uniform(0.5...0.9))
  }

  /// Leafs on, several times in a row when looking for something, with time to read between
  /// otherwise.
  private mutating func turnPages(at desk: Desk) {
    let isLooking = random.unit() < 0.4
    for _ in 0..<Int(random.uniform(1...5)) {
      bring(desk.pageCorner.levels(desk.hand), in: random.uniform(0.5...0.9))
      now += random.uniform(0.1...0.4)
      bring(desk.pageOver.levels(desk.hand), in: random.uniform(0.5...0.9))
      if !isLooking { bring(desk.keyboard.levels(desk.hand), in: random.uniform(0.6...1)) }
      now += random.heavyTailed(isLooking ? 0.2...2 : 2...25, shape: 0.8)
    }
    bring(desk.keyboard.levels(desk.hand), in: random.uniform(0.6...1))
  }

  /// One sip, or a few: reaching, to the mouth, a sip, putting back, returning, 6 to 7 s together
  /// (Alt Murphy et al. 2011, doi 10.1177/1545968310370748).
  private mutating func drink(at desk: Desk) {
    for _ in 0..<Int(random.heavyTailed(1...5, shape: 1)) {
      bring(desk.cup.levels(desk.hand), in: random.uniform(0.8...1.2))
      now += random.uniform(0.2...0.5)
      bring(desk.mouth.levels(desk.hand), in: random.uniform(1...1.5))
      now += random.uniform(0.6...2)
      bring(desk.cup.levels(desk.hand), in: random.uniform(1...1.5))
      now += random.uniform(0.2...0.4)
      bring(desk.keyboard.levels(desk.hand), in: random.uniform(0.8...1.2))
      now += random.heavyTailed(0.5...15, shape: 0.7)
    }
  }
}

/// Where things are on one person's desk, as postures of the arm that reaches them.
private struct Desk: Sendable {
  var hand: Side
  var keyboard = ArmPosture(flexion: 20, abduction: 12, rotation: -15, elbow: 80, pronation: -60)
  var mouse = ArmPosture(flexion: 28, abduction: 20, rotation: 15, elbow: 70, pronation: -55)
  var cup = ArmPosture(flexion: 45, abduction: 15, rotation: 10, elbow: 50, pronation: -5)
  var mouth = ArmPosture(flexion: 50, abduction: 25, rotation: -35, elbow: 128, pronation: -15)
  var pageCorner = ArmPosture(flexion: 38, abduction: 8, rotation: 20, elbow: 62, pronation: -45)
  var pageOver = ArmPosture(flexion: 36, abduction: 0, rotation: -35, elbow: 66, pronation: 10)
  /// When the hands type: 1 while they do.
  var typing = Track()

  init(using random: inout SeededRandom) {
    // nine in ten are right-handed
    hand = random.unit() < 0.9 ? .right : .left
    for posture in [\Desk.keyboard, \.mouse, \.cup, \.mouth, \.pageCorner, \.pageOver] {
      self[keyPath: posture] = self[keyPath: posture].varied(byDegrees: 5, &random)
    }
  }
}
