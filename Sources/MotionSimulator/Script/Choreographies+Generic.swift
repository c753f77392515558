import MotionCore

/// Movements for the exercises that are no particular one.
extension Choreography {
  private static let tempo = TempoRange(
    out: 1...1.8, turn: 0.1...0.5, back: 1...1.8, between: 0.3...1)

  /// The arm raised to the front.
  static func frontRaise(_ side: Side) -> Choreography {
    Choreography(
      stance: .standing,
      gesture: Gesture([
        .init(joint: .flexion(side), change: 82.degrees),
        .init(joint: .elevation(side), change: 9.degrees, out: 0.2...1, back: 0...0.9),
        .init(joint: .abduction(side), change: 6.degrees),
        .init(joint: .elbow(side), change: 6.degrees),
        .init(joint: .pitch, change: -1.5.degrees),
      ]),
      tempo: tempo)
  }

  /// The arm raised to the side.
  static func sideRaise(_ side: Side) -> Choreography {
    Choreography(
      stance: .standing,
      gesture: Gesture([
        .init(joint: .abduction(side), change: 75.degrees),
        .init(joint: .elevation(side), change: 12.degrees, out: 0.2...1, back: 0...0.9),
        .init(joint: .rotation(side), change: 15.degrees),
        .init(joint: .elbow(side), change: 8.degrees),
        .init(joint: .roll, change: 1.5.degrees * side.sign),
      ]),
      tempo: tempo)
  }

  /// The forearm raised, the upper arm nearly still.
  static func curl(_ side: Side) -> Choreography {
    Choreography(
      stance: .standing,
      gesture: Gesture([
        .init(joint: .elbow(side), change: 115.degrees),
        .init(joint: .flexion(side), change: 9.degrees, out: 0.3...1, back: 0...0.8),
        .init(joint: .pronation(side), change: 20.degrees),
        .init(joint: .pitch, change: -2.degrees),
      ]),
      tempo: tempo)
  }

  /// A bow from the hips: what a sensor on the back can see.
  static let bow = Choreography(
    stance: .standing,
    gesture: Gesture([
      .init(joint: .pitch, change: 45.degrees),
      .init(joint: .hipForward, change: -0.08),
    ]),
    tempo: TempoRange(out: 1.2...2, turn: 0.1...0.5, back: 1.2...2, between: 0.3...1))
}
