import MotionSimulator
import Testing

@testable import MotionCore

/// Holds are timed live from the first one on.
@Suite struct HoldWatchTests {
  private static let kinds: [(Exercise, Placement)] = [
    (.childsPose, .upperArm), (.childsPose, .upperBack), (.openBookHold, .upperArm),
    (.scapularSqueeze, .upperArm),
  ]

  @Test(arguments: kinds)
  func everyHoldIsSaidToBeLongEnoughWhenItIs(exercise: Exercise, placement: Placement) throws {
    let set = PlannedSet(
      exercise: exercise, side: exercise.isOneSided ? .right : nil, target: exercise.dose)
    let simulation = try Simulation(
      SimulationConfiguration(plan: .single(set), placement: placement, seed: 11))
    var session = Session(plan: .single(set), placement: placement)
    var cues: [Double] = []
    for reading in simulation.readings(withMarkers: false) {
      for case .holdReached in session.process(reading) { cues.append(session.now) }
    }
    let asked = try #require(set.target?.holdSeconds)
    let due = simulation.labels.filter { $0.kind == .hold }.map { $0.start + asked }
    #expect(cues.count == due.count)
    for (cue, due) in zip(cues, due) { #expect((-0.2...0.4).contains(cue - due)) }
  }

  /// A hold is provisional until a second one shows that it is the exercise.
  @Test func theFirstHoldIsProvisional() {
    var session = Session(
      plan: .single(PlannedSet(exercise: .hold, target: Target(reps: 3, holdSeconds: 5))))
    var seen: [(start: Double, isProvisional: Bool)] = []
    for sample in WornSensor(noise: 0.02).samples(.holds([8, 8, 8], edgeSeconds: 4)) {
      _ = session.process(.sample(sample))
      if let hold = session.liveHold(of: 0), abs(hold.start - (seen.last?.start ?? -9)) > 3 {
        seen.append((hold.start, hold.isProvisional))
      }
    }
    #expect(seen.map(\.isProvisional) == [true, true, false])
  }

  /// Letting go for a moment does not end a hold, and nothing is said of it meanwhile.
  @Test func aPositionThatIsLeftForAMomentGoesOn() {
    var course = Course()
    course.rest(3)
    course.move(toDegrees: 40, in: 1)
    course.rest(4)
    course.move(toDegrees: 20, in: 0.2)
    course.move(toDegrees: 40, in: 0.3)
    course.rest(4)
    var session = Session(
      plan: .single(PlannedSet(exercise: .hold, target: Target(reps: 3, holdSeconds: 6))))
    var (starts, wasLeft): (Set<Int>, Bool) = ([], false)
    for sample in WornSensor(noise: 0.02).samples(course) {
      _ = session.process(.sample(sample))
      guard let hold = session.liveHold(of: 0) else { continue }
      starts.insert(Int(hold.start.rounded()))
      wasLeft = wasLeft || hold.leftAt != nil
    }
    #expect(wasLeft)
    #expect(starts == [4])
  }

  /// Somebody who shifts the other way first has not begun to rest in the position that follows.
  @Test func aStepTheOtherWayIsNotAHold() {
    var course = Course()
    course.rest(5)
    course.move(toDegrees: -4, in: 0.5)
    course.rest(0.8)
    for _ in 0..<3 {
      course.move(toDegrees: 40, in: 1)
      course.rest(8)
      course.move(toDegrees: 0, in: 1)
      course.rest(5)
    }
    var session = Session(
      plan: .single(PlannedSet(exercise: .hold, target: Target(reps: 3, holdSeconds: 6))))
    var cues: [Double] = []
    for sample in WornSensor(noise: 0.02).samples(course) {
      for case .holdReached in session.process(.sample(sample)) { cues.append(session.now) }
    }
    // Eighty percent of each way are done a second after 6.3, 21.3 and 36.3 s, or a little before.
    #expect(cues.count == 3)
    for (cue, arrival) in zip(cues, [7.3, 22.3, 37.3]) {
      #expect((-0.4...0.4).contains(cue - arrival - 6), "\(cue)")
    }
  }

  @Test func aPositionThatSinksSlowlyIsStillHeld() {
    var course = Course()
    course.rest(3)
    course.move(toDegrees: 40, in: 1)
    course.rest(4)
    course.move(toDegrees: 26, in: 6)
    course.rest(3)
    var session = Session(
      plan: .single(PlannedSet(exercise: .hold, target: Target(reps: 3, holdSeconds: 6))))
    var last: LiveHold?
    for sample in WornSensor(noise: 0.02).samples(course) {
      _ = session.process(.sample(sample))
      guard let hold = session.liveHold(of: 0) else { continue }
      last = hold
      #expect(hold.leftAt == nil)
    }
    #expect(last.map { Int($0.start.rounded()) } == 4)
  }
}
