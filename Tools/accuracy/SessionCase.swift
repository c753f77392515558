import ArgumentParser
import MotionCore
import MotionSimulator
import MotionTuning

/// Which sessions a trial simulates of each kind.
struct SessionOptions: ParsableArguments {
  @Option(help: "How many sessions of each kind at each placement.")
  var sessions = 3

  @Option(help: "The first session's randomness follows from this number, the next from the next.")
  var seed: UInt64 = 1

  @Option(
    help: "Where the sensor is worn; may be repeated (default: everywhere).",
    transform: Placement.parsed)
  var placement: [Placement] = []

  @Flag(help: "Accelerometer only.")
  var noGyroscope = false

  /// Every planned set of the sessions with what was found of it.
  func sets(_ kinds: [SessionKind], jobs: Int) throws -> [FoundSet] {
    let placements = placement.isEmpty ? Placement.allCases : placement
    let cases = kinds.flatMap { kind in
      placements.flatMap { placement in
        (0..<sessions).map { number in
          SessionCase(
            kind: kind, placement: placement, number: number, hasGyroscope: !noGyroscope,
            seed: seed &+ UInt64(number))
        }
      }
    }
    return try cases.mapped(jobs: jobs) { try $0.sets() }.flatMap(\.self)
  }
}

extension Placement {
  /// The placement of a name.
  @Sendable static func parsed(_ name: String) throws -> Placement {
    guard let placement = Placement(rawValue: name) else {
      let known = allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(name)' is no placement; known are \(known).")
    }
    return placement
  }
}

/// What is done in a session.
struct SessionKind: Sendable {
  /// Kinds that are summed up together.
  let family: String
  let program: Program
  var leftOut: Set<String> = []
  var conditions: [Condition?] = [nil]
  /// Rests as the programme asks for them, or nearly; else as the simulator's people take them.
  var restFraction: ClosedRange<Double>?

  static let all = programmes + oneLeftOut

  /// Conditions of the built-in programmes, one session each.
  private static let varied: [Condition?] = [
    nil, .partialReps, .walking, .restless, .tremor, .drift, .rests,
  ]

  private static let programmes = Program.builtIn.map {
    SessionKind(family: $0.id, program: $0, conditions: varied)
  }

  private static let oneLeftOut = Program.builtIn.prefix(1).flatMap { program in
    program.lines.map {
      SessionKind(family: "one left out", program: program, leftOut: [$0.exercise.id])
    }
  }

  /// Programmes of several sets of each exercise.
  ///
  /// - Parameter restFraction: how much of the prescribed rest is taken.
  static func severalSets(_ restFraction: ClosedRange<Double>) -> [SessionKind] {
    [10.0, 20, 30].map { seconds in
      SessionKind(
        family: "\(seconds.fixed(0)) s", program: .severalSets(rest: seconds),
        restFraction: restFraction)
    }
  }
}

extension Program {
  /// Three sets of eight rolls, squeezes and rows, and two of six open books a side.
  fileprivate static func severalSets(rest seconds: Double) -> Program {
    let doses = [
      ("shoulder-roll", 3, 8), ("open-book", 2, 6), ("scapular-squeeze", 3, 8),
      ("bent-over-row", 3, 8),
    ]
    return Program(
      id: "several-sets", title: "Several sets",
      lines: doses.compactMap { id, sets, reps in
        Exercise.named(id).map { exercise in
          var target = exercise.dose ?? Target(reps: nil)
          target.reps = reps
          return Line(
            exercise: exercise, sides: exercise.isOneSided ? [.left, .right] : [nil], sets: sets,
            target: target, restSeconds: seconds)
        }
      })
  }
}

/// One session of a person.
struct SessionCase: Sendable {
  let kind: SessionKind
  let placement: Placement
  let number: Int
  let hasGyroscope: Bool
  let seed: UInt64

  private var condition: Condition? { kind.conditions[number % kind.conditions.count] }

  /// Every planned set with what was found of it.
  func sets() throws -> [FoundSet] {
    let simulation = try Simulated.simulation(
      .program(kind.program), at: placement, under: condition, hasGyroscope: hasGyroscope,
      leftOut: kind.leftOut, restFraction: kind.restFraction, seed: seed)
    var session = Session(plan: .program(kind.program), placement: placement)
    for reading in simulation.readings(withMarkers: false) { _ = session.process(reading) }
    _ = session.finish()
    let truths = SetTruth.ofSets(kind.program.sets, labels: simulation.labels)
    return zip(session.report.sets, truths).enumerated().map { place, pair in
      FoundSet(
        session: self, planned: pair.0.plan, number: place + 1, outcome: pair.0.outcome,
        count: pair.0.count, truth: pair.1.count)
    }
  }

  var name: String {
    let left = kind.leftOut.map { "without \($0)" }
    return ([kind.family] + left + [placement.rawValue, condition?.rawValue ?? "clean"])
      .joined(separator: ", ") + ", seed \(seed)"
  }
}

/// A planned set of a session and what was found of it.
struct FoundSet: Sendable {
  let session: SessionCase
  let planned: PlannedSet
  /// Which set of the programme, from 1.
  let number: Int
  let outcome: Outcome
  let count: Int
  let truth: Int

  var error: Int { count - truth }
  /// True where the sensor's place sees the exercise.
  var isSeen: Bool { planned.exercise.placements.contains(session.placement) }
  var isLeftOut: Bool { session.kind.leftOut.contains(planned.exercise.id) }

  var isWrong: Bool {
    guard isSeen else { return outcome != .notMeasured }
    return isLeftOut ? outcome != .notDone : error != 0
  }

  var line: String {
    "\(session.name): set \(number), \(planned.exercise.id): \(count) of \(truth), "
      + outcome.rawValue
  }
}
