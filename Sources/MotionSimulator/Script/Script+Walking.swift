import MotionCore

extension Script {
  /// Walks for a while: the arms swing once a stride, over some 20 to 25 degrees (Pontzer et al.
  /// 2009, doi 10.1242/jeb.024927), and the body rises and falls by 3 to 5 cm with each step
  /// (Orendurff et al. 2004, doi 10.1682/JRRD.2003.10.0150).
  mutating func walk(_ seconds: Double) {
    guard seconds > 0 else { return }
    assume(.standing)
    let gait = Gait(
      strideHertz: random.uniform(0.8...1.0), phase: random.uniform(0...(2 * .pi)),
      envelope: envelope(seconds))
    step(gait, seconds)
    motion[.heading].add(
      .init(
        start: now + seconds * 0.4, duration: min(2, seconds * 0.4),
        change: .pi * random.sign()))
    now += seconds
    rest(random.uniform(1...3))
  }

  /// Adds the waves of a walk that begins now; each arm swings by its share of what is usual.
  mutating func step(
    _ gait: Gait, _ seconds: Double, armSwing share: [Side: Double] = [:]
  ) {
    for side in Side.allCases {
      let opposite = side == .left ? 0 : Double.pi
      let swing = share[side] ?? 1
      motion.add(
        gait.wave(swing * random.uniform(9...13).degrees, at: opposite), to: .flexion(side))
      motion.add(
        gait.wave(swing * random.uniform(4...8).degrees, at: opposite - 0.4), to: .elbow(side))
    }
    motion.add(gait.wave(random.uniform(3...5).degrees, at: 0), to: .heading)
    motion.add(gait.wave(0.02, at: 0.7), to: .hipLeftward)
    motion.add(gait.stepWave(random.uniform(0.015...0.024)), to: .hipHeight)
    motion[.hipForward].add(.init(start: now, duration: seconds, change: 0.9 * seconds))
  }

  func envelope(_ seconds: Double) -> Track {
    let rise = min(1.2, seconds / 3)
    var envelope = Track()
    envelope.move(to: 1, start: now, duration: rise)
    envelope.move(to: 0, start: now + seconds - rise, duration: rise)
    return envelope
  }
}

/// How one interval of walking goes.
struct Gait: Sendable {
  var strideHertz: Double
  var phase: Double
  /// Share of the full stride over time.
  var envelope: Track
  /// How the strides wander off an even beat, in radians of the stride.
  var wanderRadians = 0.0
  var wanderHertz = 0.0

  func wave(_ amplitude: Double, at lead: Double) -> Wave {
    Wave(components: [component(amplitude, multiple: 1, phase: phase + lead)], envelope: envelope)
  }

  /// Twice a stride; the higher ones are the foot's landing.
  func stepWave(_ metres: Double) -> Wave {
    Wave(
      components: [(2.0, 1.0), (4.0, 0.15), (6.0, 0.05)].map { multiple, share in
        component(metres * share, multiple: multiple, phase: multiple * phase)
      }, envelope: envelope)
  }

  private func component(
    _ amplitude: Double, multiple: Double, phase: Double
  ) -> Wave.Component {
    .init(
      amplitude: amplitude, hertz: strideHertz * multiple, phase: phase,
      wanderRadians: multiple * wanderRadians, wanderHertz: wanderHertz)
  }
}
