/// How a body moves: a track, the breath and any number of waves for each joint.
package struct BodyMotion: Sendable {
  private var tracks = [Track](repeating: Track(), count: Joint.count)
  /// What the breath adds.
  var breathing = Breathing()
  private var waves = [[Wave]](repeating: [], count: Joint.count)

  /// A body that stands still with all joints at zero.
  package init() {}

  /// The deliberate course of a joint, without breath and waves.
  package subscript(joint: Joint) -> Track {
    get { tracks[joint.index] }
    set { tracks[joint.index] = newValue }
  }

  /// Adds a rhythmic part to a joint.
  mutating func add(_ wave: Wave, to joint: Joint) { waves[joint.index].append(wave) }

  /// The joint's value at a time in seconds, breath and waves included.
  package func value(of joint: Joint, at time: Double) -> Double {
    var value = tracks[joint.index].value(at: time) + breathing.value(of: joint, at: time)
    for wave in waves[joint.index] { value += wave.value(at: time) }
    return value
  }
}
