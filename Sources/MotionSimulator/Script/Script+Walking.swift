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
    for side in Side.allCases {
      let opposite = side == .left ? 0 : Double.pi
      motion.add(gait.wave(random.uniform(9...13).degrees, at: opposite), to: .flexion(side))
      motion.add(gait.wave(random.uniform(4...8).degrees, at: opposite - 0.4), to: .elbow(side))
    }
    motion.add(gait.wave(random.uniform(3...5).degrees, at: 0), to: .heading)
    motion.add(gait.wave(0.02, at: 0.7), to: .hipLeftward)
    motion.add(gait.stepWave(random.uniform(0.015...0.024)), to: .hipHeight)
    motion[.hipForward].add(.init(start: now, duration: seconds, change: 0.9 * seconds))
    motion[.heading].add(
      .init(
        start: now + seconds * 0.4, duration: min(2, seconds * 0.4),
        change: .pi * random.sign()))
    now += seconds
    rest(random.uniform(1...3))
  }

  private func envelope(_ seconds: Double) -> Track {
    let rise = min(1.2, seconds / 3)
    var envelope = Track()
    envelope.move(to: 1, start: now, duration: rise)
    envelope.move(to: 0, start: now + seconds - rise, duration: rise)
    return envelope
  }
}

private struct Gait {
  let strideHertz: Double
  let phase: Double
  let envelope: Track

  func wave(_ amplitude: Double, at lead: Double) -> Wave {
    Wave(
      components: [.init(amplitude: amplitude, hertz: strideHertz, phase: phase + lead)],
      envelope: envelope)
  }

  /// Twice a stride; the higher ones are the foot's landing.
  func stepWave(_ metres: Double) -> Wave {
    Wave(
      components: [(2.0, 1.0), (4.0, 0.15), (6.0, 0.05)].map { multiple, share in
        .init(
          amplitude: metres * share, hertz: strideHertz * multiple, phase: multiple * phase)
      }, envelope: envelope)
  }
}
