@testable import MotionCore

/// A guided session with a person who can rest, move and press keys; at any speed, since its time
/// is the stream's.
struct GuidedSession {
  private(set) var guide: Guide
  private(set) var session: Session
  /// What the session took, markers included: what a recording would hold.
  private(set) var readings: [MotionReading] = []
  private(set) var events: [SessionEvent] = []
  private(set) var cues: [(time: Double, cue: GuideCue)] = []
  private(set) var isOver = false
  private var sensor = WornSensor(noise: 0.02)
  private var stride: Int64 { Int64(Units.nanosecondsPerSecond / sensor.rateHertz) }

  init(
    _ program: Program, placement: Placement = .upperArm, timing: GuideTiming = .short,
    hasGyroscope: Bool = true
  ) {
    guide = Guide(program: program, placement: placement, timing: timing)
    session = Session(plan: .program(program), placement: placement)
    sensor.hasGyroscope = hasGyroscope
  }

  /// Somebody who goes on with a session that was interrupted, some seconds later.
  init(goingOnWith past: GuidedSession, of program: Program, after seconds: Double) {
    self.init(program, placement: past.guide.placement)
    for reading in past.readings {
      readings.append(reading)
      let newEvents = session.process(reading)
      events += newEvents
      guide.recall(reading, newEvents, at: session.now)
    }
    sensor.startNanoseconds =
      past.sensor.startNanoseconds + Int64(seconds * Units.nanosecondsPerSecond)
    let last = readings.lazy.compactMap(\.sampleNanoseconds).last ?? 0
    take(.marker(Marker(nanoseconds: last, kind: .gap())))
  }

  /// Moves along a course that begins and ends in the resting position.
  mutating func perform(_ course: Course) {
    for sample in sensor.samples(course) where !isOver {
      take(.sample(sample))
      carryOut(
        guide.process(
          sample, at: session.now,
          hold: guide.current.flatMap { session.liveHold(of: $0) }))
    }
    sensor.startNanoseconds += Int64(course.seconds * Units.nanosecondsPerSecond) + stride
  }

  mutating func rest(_ seconds: Double) {
    var course = Course()
    course.rest(seconds)
    perform(course)
  }

  /// Rests until something is reported, for at most so many seconds.
  mutating func rest(atMost seconds: Double = 120, until isMeant: (GuideCue) -> Bool) {
    let (seen, end) = (cues.count, session.now + seconds)
    while !isOver, session.now < end, !cues[seen...].contains(where: { isMeant($0.cue) }) {
      rest(0.5)
    }
  }

  /// Rests until the next set begins.
  mutating func restUntilGo() {
    rest { if case .go = $0 { true } else { false } }
  }

  mutating func press(_ intents: GuideIntent...) {
    for intent in intents { carryOut(guide.take(intent)) }
  }

  mutating func end() { events += session.finish() }

  private mutating func take(_ reading: MotionReading) {
    readings.append(reading)
    let newEvents = session.process(reading)
    events += newEvents
    carryOut(guide.take(newEvents))
  }

  private mutating func carryOut(_ actions: [GuideAction]) {
    for action in actions {
      switch action {
      case .cue(let cue): cues.append((session.now, cue))
      case .note(let kind):
        let last = readings.lazy.compactMap(\.sampleNanoseconds).last ?? 0
        take(.marker(Marker(nanoseconds: last, kind: kind)))
      case .end: isOver = true
      }
    }
  }
}

extension GuidedSession {
  /// What the markers say, in order.
  var markers: [Marker.Kind] {
    readings.compactMap { if case .marker(let marker) = $0 { marker.kind } else { nil } }
  }

  var counts: [Int] { session.report.sets.map(\.count) }
  var outcomes: [Outcome] { session.report.sets.map(\.outcome) }

  /// The cues that came since so many had come.
  func announced(since index: Int = 0) -> [GuideCue] { cues[index...].map(\.cue) }

  /// The sets that began, in order.
  var begun: [Int] {
    announced().compactMap { if case .go(let set) = $0 { set } else { nil } }
  }
}

extension MotionReading {
  fileprivate var sampleNanoseconds: Int64? {
    if case .sample(let sample) = self { sample.nanoseconds } else { nil }
  }
}

extension GuideTiming {
  /// Shorter waits, so that a test has less to compute.
  static var short: GuideTiming {
    var timing = GuideTiming()
    (timing.explanationSeconds, timing.introductionSeconds) = (6, 6)
    timing.readySeconds = timing.countdownSeconds
    timing.idleSeconds = 20
    timing.fruitlessSeconds = 60
    return timing
  }
}

extension Program {
  /// Lines with a rest of 8 s, of exercises with what is asked of each.
  static func of(_ lines: (Exercise, Target, [Side?])...) -> Program {
    Program(
      id: "own", title: "own",
      lines: lines.map { .init(exercise: $0, sides: $2, target: $1, restSeconds: 8) })
  }

  /// Three rows, then two holds of 5 s.
  static let rowsAndHolds = Program.of(
    (.bentOverRow, Target(reps: 3), [nil]), (.hold, Target(reps: 2, holdSeconds: 5), [nil]))

  /// Three repetitions a side, then three rows.
  static let twoSides = Program.of(
    (.openBook, Target(reps: 3), [.left, .right]), (.bentOverRow, Target(reps: 3), [nil]))
}

extension Course {
  /// Three full repetitions with no rest around them.
  static let threeReps = Course.repetitions(3, edgeSeconds: 1)
  /// Two holds of 7 s.
  static let twoHolds = Course.holds([7, 7], edgeSeconds: 1)

  /// Somebody takes the sensor off and puts it on again.
  static var strap: Course {
    var course = Course()
    course.move(toDegrees: 60, in: 1)
    course.rest(0.3)
    course.move(toDegrees: -30, in: 1)
    course.rest(0.3)
    course.move(toDegrees: 0, in: 1)
    return course
  }

  /// Never still for a second.
  static func fidgeting(_ seconds: Double) -> Course {
    var course = Course()
    while course.seconds < seconds {
      course.move(toDegrees: 10, in: 0.5)
      course.move(toDegrees: 0, in: 0.5)
    }
    return course
  }
}
