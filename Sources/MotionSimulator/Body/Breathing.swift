/// How the breath moves the joints: by itself, or along with a movement.
struct Breathing: Sendable {
  /// The free breath between -1, out, and 1, in.
  private var free = Wave(components: [])
  /// The breath that keeps time with a movement.
  private var bound = Track()
  /// How far each joint goes from the middle to either end, in radians.
  private var depths = [Double](repeating: 0, count: Joint.count)

  /// A breath that moves nothing.
  init() {}

  /// The free breath of a person.
  init(hertz: Double, phase: Double) {
    free = Wave(components: [
      .init(
        amplitude: 1, hertz: hertz, phase: phase, wanderRadians: 0.8, wanderHertz: 0.031,
        wanderPhase: phase / 2)
    ])
  }

  subscript(joint: Joint) -> Double {
    get { depths[joint.index] }
    set { depths[joint.index] = newValue }
  }

  /// Breathes in or out to this depth while a movement lasts, 1 being that of a free breath in.
  mutating func follow(to depth: Double, from start: Double, in seconds: Double) {
    free.envelope.move(to: 0, start: start, duration: seconds)
    bound.move(to: depth, start: start, duration: seconds)
  }

  /// Breathes freely again.
  mutating func letGo(at time: Double) {
    let fadeSeconds = 1.5
    free.envelope.move(to: 1, start: time, duration: fadeSeconds)
    bound.move(to: 0, start: time, duration: fadeSeconds)
  }

  func value(of joint: Joint, at time: Double) -> Double {
    let depth = depths[joint.index]
    // most joints do not breathe
    guard depth != 0 else { return 0 }
    return depth * (free.value(at: time) + bound.value(at: time))
  }
}
