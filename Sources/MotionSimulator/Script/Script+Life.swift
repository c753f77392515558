import MotionCore

extension Script {
  /// Adds what never stops: breathing, sway and tremor.
  mutating func addLife() {
    addBreathing()
    addSway()
    addTremor()
  }

  /// Breathing at 12 to 20 a minute with breath-to-breath changes (Benchetrit 2000,
  /// doi 10.1016/S0034-5687(00)00154-7) lifts the chest wall by some millimetres (De Groote et al.
  /// 1997, doi 10.1152/jappl.1997.83.5.1531): here the girdle, and the trunk tilts with it.
  private mutating func addBreathing() {
    var breathing = Breathing(
      hertz: random.uniform(0.2...0.33), phase: random.uniform(0...(2 * .pi)))
    breathing[.pitch] = random.uniform(0.2...0.5).degrees
    for side in Side.allCases {
      breathing[.elevation(side)] = random.uniform(0.4...0.9).degrees
      breathing[.abduction(side)] = random.uniform(0.1...0.4).degrees
    }
    motion.breathing = breathing
  }

  /// Standing sway: a few millimetres to a centimetre, most of it below 1 Hz (Winter 1995,
  /// doi 10.1016/0966-6362(96)82849-9), here as slow turns of the trunk and of the arms.
  private mutating func addSway() {
    for (joint, degrees) in [(Joint.pitch, 0.25), (.roll, 0.2), (.heading, 0.3)] {
      motion.add(slowWave(degrees), to: joint)
    }
    for side in Side.allCases {
      motion.add(slowWave(0.3), to: .flexion(side))
      motion.add(slowWave(0.3), to: .rotation(side))
    }
  }

  private mutating func slowWave(_ degrees: Double) -> Wave {
    Wave(
      components: [(0.05...0.15, 0.8), (0.2...0.45, 0.5), (0.6...0.95, 0.15)].map { band, share in
        Wave.Component(
          amplitude: share * degrees.degrees, hertz: random.uniform(band),
          phase: random.uniform(0...(2 * .pi)))
      })
  }

  /// Physiological tremor of 8 to 12 Hz (Elble & Randall 1978, Electroencephalogr. Clin.
  /// Neurophysiol. 44:72-82), about 0.05 m/s^2 at the wrist, or the tremor that the conditions ask
  /// for.
  private mutating func addTremor() {
    for side in Side.allCases {
      let tremor = conditions.tremor ?? .init(hertz: random.uniform(8...12), degrees: 0.004)
      for (joint, share) in [
        (Joint.elbow(side), 1.0), (.flexion(side), 0.4), (.rotation(side), 0.5),
      ] {
        motion.add(
          Wave(components: [
            .init(
              amplitude: share * tremor.degrees.degrees, hertz: tremor.hertz,
              phase: random.uniform(0...(2 * .pi)), wanderRadians: 2.5,
              wanderHertz: random.uniform(0.1...0.3))
          ]), to: joint)
      }
    }
  }
}
