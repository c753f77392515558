import ArgumentParser
import MotionCore
import MotionSimulator
import MotionReport
import MotionTuning

/// When a live session says that a hold is long enough, compared with when it truly is.
struct HoldCuesTrial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold-cues",
    abstract: "When a live session says 'let go', compared with the true prescribed time.",
    discussion: """
      Every hold exercise at every place that sees it, led by the guide and counted at once \
      (--exercise). A cue is early when it comes more than 0.2 s before a hold has its prescribed time, or where \
      nothing is held that long; late when it comes more than 0.4 s after that time; missing when \
      it does not come before the hold is over by as much.
      """)

  @OptionGroup var options: TrialOptions

  @Option(help: "How many simulated people do each.")
  var seeds = 24

  @Option(help: "The simulated people's randomness follows from this number.")
  var seed: UInt64 = 1

  @Flag(help: "Sensors without a gyroscope.")
  var withoutGyroscope = false

  @Option(help: "How the sets depart from plain ones, as 'simulate' has it.")
  var condition: Condition?

  func run() throws {
    let kinds = Exercise.catalogue.filter { $0.kind == .hold }.flatMap { exercise in
      exercise.placements.map { (exercise, $0) }
    }
    let cases = zip(0..., kinds).flatMap { place, kind in
      (0..<UInt64(seeds)).map { number in
        HoldCueCase(
          set: SimulatedSet(
            exercise: kind.0, placement: kind.1, condition: condition,
            hasGyroscope: !withoutGyroscope, seed: seed &+ UInt64(place) &* 1000 &+ number))
      }
    }
    let found = try cases.mapped(jobs: options.jobs) { ($0, try $0.cues()) }
    var table = TextTable(
      words: ["exercise", "placement"],
      figures: ["", "led, "].flatMap { way in
        ["holds", "early", "late", "missing", "first s", "last s"].map { way + $0 }
      })
    func add(_ words: [String], _ own: [(HoldCueCase, ledAndNot: [HoldCues])]) {
      table.add(words + [0, 1].flatMap { way in own.map { $0.ledAndNot[way] }.sum.fields })
    }
    for (exercise, placement) in kinds {
      add(
        [exercise.id, placement.rawValue],
        found.filter { $0.0.set.exercise == exercise && $0.0.set.placement == placement })
    }
    add(["all", ""], found)
    tell(table.lines)
    guard options.each else { return }
    for (one, ledAndNot) in found {
      for (way, cues) in zip(["alone", "guided"], ledAndNot) {
        tell(cues.faults.map { "\(one.set.name), \(way): \($0)" })
      }
    }
  }
}

extension Condition: ExpressibleByArgument {}

/// One set of holds and what is said of it.
private struct HoldCueCase: Sendable {
  /// The generic hold has no dose of its own.
  private static let genericDose = Target(reps: 5, holdSeconds: 10)
  /// From the start of leading to the first movement, in seconds: somebody hears it and begins.
  private static let leadSeconds = 1.5

  var set: SimulatedSet

  private var plan: PlannedSet {
    PlannedSet(
      exercise: set.exercise, side: set.exercise.isOneSided ? .right : nil,
      target: set.exercise.dose ?? Self.genericDose)
  }

  /// What is said without guidance, and with it.
  func cues() throws -> [HoldCues] {
    let simulation = try Simulated.simulation(
      .single(plan), at: set.placement, under: set.condition, hasGyroscope: set.hasGyroscope,
      seed: set.seed)
    let readings = simulation.allReadings
    let begin = simulation.labels.first { $0.kind == .set }?.start ?? 0
    let holds = simulation.labels.filter { $0.kind == .hold }
    let asked = plan.target?.holdSeconds ?? 0
    return [said(of: readings), said(of: readings, guidedFrom: begin - Self.leadSeconds)].map {
      HoldCues($0, of: holds, asked: asked)
    }
  }

  /// When a hold is said to be long enough, in seconds.
  private func said(of readings: [MotionReading]) -> [Double] {
    var session = Session(plan: .single(plan), placement: set.placement)
    return readings.flatMap { reading in
      session.process(reading).compactMap {
        if case .holdReached = $0 { session.now } else { nil }
      }
    }
  }

  private func said(of readings: [MotionReading], guidedFrom begin: Double) -> [Double] {
    let program = Program(
      id: "holds", title: "holds",
      lines: [
        .init(
          exercise: plan.exercise, sides: [plan.side], target: plan.target ?? Self.genericDose)
      ])
    var person = LedPerson(program, placement: set.placement)
    for reading in readings {
      person.take(reading, isLed: person.now >= begin)
    }
    return person.reached
  }
}

/// A person who is led through a programme of one set.
private struct LedPerson {
  private var session: Session
  private var guide: Guide
  private var hasBegun = false
  /// When a hold was said to be long enough.
  private(set) var reached: [Double] = []
  private var nanoseconds: Int64 = 0

  init(_ program: Program, placement: Placement) {
    session = Session(plan: .program(program), placement: placement)
    guide = Guide(program: program, placement: placement)
  }

  var now: Double { session.now }

  /// Takes a reading; once the person is led the set begins at once.
  mutating func take(_ reading: MotionReading, isLed: Bool) {
    let events = session.process(reading)
    guard isLed, case .sample(let sample) = reading else { return }
    carryOut(guide.take(events))
    nanoseconds = sample.nanoseconds
    carryOut(
      guide.process(
        sample, at: session.now,
        hold: guide.current.flatMap { session.liveHold(of: $0) }))
    if !hasBegun { carryOut(guide.take(.next)) }
    hasBegun = true
  }

  private mutating func carryOut(_ actions: [GuideAction]) {
    for action in actions {
      switch action {
      case .cue(.holdReached): reached.append(session.now)
      case .note(let kind):
        let events = session.process(.marker(Marker(nanoseconds: nanoseconds, kind: kind)))
        carryOut(guide.take(events))
      case .cue, .end: break
      }
    }
  }
}

/// How true the cues of some holds are.
private struct HoldCues: Sendable {
  /// A cue may come this long after the prescribed time, in seconds.
  private static let latestSeconds = 0.4
  /// Labels are as exact as this, in seconds: they are of the joint that leads the movement, and a
  /// sensor elsewhere on the body may arrive by as much before it.
  private static let exactSeconds = 0.2

  var holds = 0
  var early = 0
  var late = 0
  var missing = 0
  /// How far cues were from the prescribed time, in seconds.
  var offsets: [Double] = []
  /// What was wrong, for a person.
  var faults: [String] = []

  init() {}

  /// Compares when cues came with holds, of which those count that last as long as was asked for.
  init(_ cues: [Double], of labels: [Label], asked: Double) {
    var rest = cues
    for (number, hold) in zip(1..., labels) where hold.end - hold.start >= asked {
      holds += 1
      let due = hold.start + asked
      let own = rest.filter { (hold.start...hold.end + Self.latestSeconds).contains($0) }
      rest.removeAll { own.contains($0) }
      guard let first = own.first else {
        missing += 1
        faults.append("hold \(number): missing")
        continue
      }
      offsets.append(first - due)
      if first < due - Self.exactSeconds { early += 1 }
      if first > due + Self.latestSeconds { late += 1 }
      if !(due - Self.exactSeconds...due + Self.latestSeconds).contains(first) {
        faults.append("hold \(number): \((first - due).fixed(2)) s")
      }
    }
    early += rest.count
    faults += rest.map { "at \($0.fixed(1)) s: nothing is held that long" }
  }

  var fields: [String] {
    ["\(holds)", "\(early)", "\(late)", "\(missing)"]
      + [offsets.min().fixed(2), offsets.max().fixed(2)]
  }
}

extension [HoldCues] {
  fileprivate var sum: HoldCues {
    var sum = HoldCues()
    for one in self {
      sum.holds += one.holds
      sum.early += one.early
      sum.late += one.late
      sum.missing += one.missing
      sum.offsets += one.offsets
    }
    return sum
  }
}
