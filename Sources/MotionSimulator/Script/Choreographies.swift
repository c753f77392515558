import MotionCore

/// Ranges and tempos: those of the programme's own description of each exercise, with the sensor
/// movements that field notes and recordings report for it.
extension Choreography {
  /// How `exercise` is done; an exercise of the user's own is done as the generic one of its kind.
  static func of(
    _ exercise: Exercise, side: Side, placement: Placement, using random: inout SeededRandom
  ) -> Choreography {
    var own = named(exercise.id, side, placement, using: &random)
    // a held position is let go for a real rest
    if exercise.kind == .hold { own.tempo.between = restBetweenHolds(own.tempo) }
    return own
  }

  private static func restBetweenHolds(_ tempo: TempoRange) -> ClosedRange<Double> {
    tempo.between.lowerBound >= 2 ? tempo.between : 2.5...6
  }

  private static func named(
    _ id: String, _ side: Side, _ placement: Placement, using random: inout SeededRandom
  ) -> Choreography {
    switch id {
    case "shoulder-roll": shoulderRoll
    case "childs-pose": childsPose
    case "open-book", "open-book-hold": openBook(top: side)
    case "scapular-squeeze": scapularSqueeze
    case "bent-over-row": bentOverRow
    default: random.pick(generic(side, seenFrom: placement))
    }
  }

  /// Movements that a sensor at this place can see.
  private static func generic(_ side: Side, seenFrom placement: Placement) -> [Choreography] {
    switch placement {
    case .upperBack: [bow]
    case .upperArm, .shoulder: [frontRaise(side), sideRaise(side)]
    case .wrist: [frontRaise(side), sideRaise(side), curl(side)]
    }
  }

  private static func bothArms(
    _ excursions: (Side) -> [Gesture.Excursion]
  ) -> [Gesture.Excursion] {
    Side.allCases.flatMap(excursions)
  }

  /// Up, then back at the top, then down, and forward to rest: a circle seen from the side.
  private static let shoulderRoll = Choreography(
    stance: .standing,
    gesture: Gesture(
      bothArms { side in
        [
          .init(joint: .elevation(side), change: 17.degrees),
          .init(
            joint: .retraction(side), change: 13.degrees, out: 0.4...1.3, back: 0.25...1.05),
          .init(joint: .abduction(side), change: 6.degrees),
          .init(joint: .flexion(side), change: -6.degrees, out: 0.3...1.2, back: 0.15...1),
          .init(joint: .rotation(side), change: 5.degrees, out: 0.2...1.1, back: 0.1...1),
          .init(joint: .elbow(side), change: 5.degrees),
        ]
      }),
    tempo: TempoRange(out: 1.2...2.2, turn: 0.05...0.2, back: 1.2...2.2, between: 0.2...1.2))

  /// Seat onto the heels, trunk down, arms long in front. Trunk and arms go together: an arm's
  /// angle to the vertical is the small difference of two large ones.
  private static let childsPose = Choreography(
    stance: .kneeling,
    gesture: Gesture(
      [
        .init(joint: .pitch, change: 86.degrees),
        .init(joint: .hipHeight, change: -0.24, out: 0...0.8, back: 0.2...1),
        .init(joint: .hipForward, change: -0.22, out: 0...0.8, back: 0.2...1),
      ]
        + bothArms { side in
          [
            .init(joint: .flexion(side), change: 152.degrees),
            .init(joint: .elbow(side), change: -15.degrees, out: 0.3...1, back: 0...0.8),
            .init(joint: .elevation(side), change: 12.degrees, out: 0.3...1, back: 0...0.7),
            .init(joint: .abduction(side), change: 8.degrees),
          ]
        }),
    tempo: TempoRange(out: 2.2...4, turn: 15...30, back: 2.2...4, between: 8...18),
    restsWhenHeld: true)

  /// The top arm swings up and over, the chest turns after it.
  private static func openBook(top side: Side) -> Choreography {
    Choreography(
      stance: .lying(top: side),
      gesture: Gesture([
        .init(joint: .abduction(side), change: 98.degrees),
        .init(joint: .twist, change: 40.degrees * side.sign, out: 0.05...1, back: 0...0.97),
        .init(joint: .roll, change: -6.degrees * side.sign, out: 0.1...1, back: 0...0.95),
        .init(joint: .retraction(side), change: 14.degrees, out: 0.1...1, back: 0...0.9),
        .init(joint: .rotation(side), change: 18.degrees),
        .init(joint: .flexion(side), change: 8.degrees),
        .init(joint: .elbow(side), change: 8.degrees),
      ]),
      tempo: TempoRange(out: 1.9...3.4, turn: 0.2...0.9, back: 1.9...3.4, between: 0.3...1.2),
      breathesAlong: true)
  }

  /// Shoulder blades together: the arms are carried back and turn outward a little.
  private static let scapularSqueeze = Choreography(
    stance: .standing,
    gesture: Gesture(
      bothArms { side in
        [
          .init(joint: .retraction(side), change: 9.degrees),
          .init(joint: .elevation(side), change: -2.degrees),
          .init(joint: .rotation(side), change: 8.degrees),
          .init(joint: .flexion(side), change: -4.degrees),
          .init(joint: .abduction(side), change: 2.degrees),
          .init(joint: .elbow(side), change: 4.degrees),
        ]
      }),
    tempo: TempoRange(out: 0.8...1.2, turn: 5...6.5, back: 0.8...1.2, between: 2...5))

  /// Elbows travel back along the trunk while the forearms stay nearly upright.
  private static let bentOverRow = Choreography(
    stance: .bentOver,
    gesture: Gesture(
      bothArms { side in
        [
          .init(joint: .flexion(side), change: -62.degrees),
          .init(joint: .elbow(side), change: 92.degrees, out: 0...0.97, back: 0.03...1),
          .init(joint: .abduction(side), change: 10.degrees),
          .init(joint: .retraction(side), change: 12.degrees, out: 0.2...1, back: 0...0.9),
          .init(joint: .rotation(side), change: 6.degrees),
        ]
      } + [.init(joint: .pitch, change: -2.degrees)]),
    tempo: TempoRange(out: 0.8...1.6, turn: 0.1...0.4, back: 1...1.9, between: 0.1...0.8),
    usesWeights: true)

}
