extension Exercise {
  /// Every exercise that the product knows, in the order of the programme.
  public static let catalogue: [Exercise] = [
    shoulderRoll, childsPose, openBook, openBookHold, scapularSqueeze, bentOverRow,
    repetition, hold,
  ]

  /// The exercise of this id, or nil.
  public static func named(_ id: String) -> Exercise? { catalogue.first { $0.id == id } }

  static let shoulderRoll = Exercise(
    id: "shoulder-roll", title: "shoulder roll",
    summary: """
      Standing or sitting, draw a slow circle with the shoulders: up, back and down again \
      until they hang loose.
      """,
    dose: Target(reps: 10), placements: [.upperArm, .shoulder],
    parameters: .cycle(
      CycleParameters(minimumRangeDegrees: 3, maximumRangeDegrees: 60, tooFastSeconds: 1.5)))

  static let childsPose = Exercise(
    id: "childs-pose", title: "child's pose",
    summary: """
      From kneeling, sink back onto the heels and let the trunk come down with the arms long in \
      front; breathe there, then come up again.
      """,
    dose: Target(reps: 3, holdSeconds: 15, holdSecondsMax: 30),
    placements: [.upperArm, .upperBack, .shoulder, .wrist],
    // The hand lies where it stays while the trunk still sinks, by up to 0.34 s, of which
    // two thirds make hardly any cue early or late ('accuracy-trials hold-cues', simulated).
    leadSeconds: [.wrist: 0.23],
    parameters: .hold(HoldParameters(minimumRangeDegrees: 20, minimumHoldSeconds: 2)))

  static let openBook = Exercise(
    id: "open-book", title: "open book",
    summary: """
      Lying on the side with bent knees, let the top arm travel up and over to the other side \
      while breathing in, and bring it back while breathing out.
      """,
    isOneSided: true, dose: Target(reps: 10),
    placements: [.upperArm, .wrist, .upperBack],
    parameters: .cycle(
      CycleParameters(minimumRangeDegrees: 20, tooFastSeconds: 2, slowRepSeconds: 3)))

  static let openBookHold = Exercise(
    id: "open-book-hold", title: "open book, held",
    summary: """
      As the open book, but the arm stays open on the far side for a while before it comes back.
      """,
    isOneSided: true, dose: Target(reps: 5, holdSeconds: 30),
    placements: [.upperArm, .wrist, .upperBack],
    parameters: .hold(HoldParameters(minimumRangeDegrees: 30, minimumHoldSeconds: 2)))

  static let scapularSqueeze = Exercise(
    id: "scapular-squeeze", title: "scapular squeeze",
    summary: """
      Upright with loose arms, bring the shoulder blades toward each other, keep them there, \
      then let go.
      """,
    dose: Target(reps: 10, holdSeconds: 5), placements: [.upperArm, .shoulder],
    parameters: .hold(
      HoldParameters(
        minimumRangeDegrees: 1.5, maximumRangeDegrees: 40, accelerometerSmoothingSeconds: 2)))

  static let bentOverRow = Exercise(
    id: "bent-over-row", title: "bent-over row",
    summary: """
      Bent forward at the hips with a straight back, pull the weights toward the body and lower \
      them slowly.
      """,
    dose: Target(reps: 10), placements: [.upperArm, .wrist],
    parameters: .cycle(CycleParameters(minimumRangeDegrees: 6, tooFastSeconds: 1)))

  static let repetition = Exercise(
    id: "repetition", title: "repetition",
    summary: "Any movement that goes away from a resting position and comes back.",
    dose: nil, placements: Placement.allCases, parameters: .cycle(CycleParameters()))

  static let hold = Exercise(
    id: "hold", title: "hold",
    summary: "Any position that is taken, kept for a while and left again.",
    dose: nil, placements: Placement.allCases, parameters: .hold(HoldParameters()))
}

extension Program {
  /// Every programme that the product brings.
  public static let builtIn: [Program] = [upperBack, upperBackHolds]

  /// The built-in programme of this id, or nil.
  public static func named(_ id: String) -> Program? { builtIn.first { $0.id == id } }

  static let upperBack = Program(
    id: "upper-back", title: "Upper back pain at home", lines: lines(openBook: .openBook))

  static let upperBackHolds = Program(
    id: "upper-back-holds", title: "Upper back pain at home, open book held",
    lines: lines(openBook: .openBookHold))

  private static func lines(openBook: Exercise) -> [Line] {
    [.shoulderRoll, .childsPose, openBook, .scapularSqueeze, .bentOverRow].map { exercise in
      Line(
        exercise: exercise, sides: exercise.isOneSided ? [.left, .right] : [nil],
        target: exercise.dose ?? Target(reps: nil))
    }
  }
}
