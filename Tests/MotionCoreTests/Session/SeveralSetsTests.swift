import Testing

@testable import MotionCore

/// Sets of one exercise after each other, which nothing but their rests parts.
struct SeveralSetsTests {
  /// While the second one runs it could still be the end of the first: once it is as large, it is
  /// a set of its own, and does not wait for the end of the session to be one.
  @Test func aShortRestAmongSlowRepetitionsPartsWhileTheSessionRuns() {
    var course = Course()
    course.rest(6)
    for _ in 0..<2 {
      for _ in 0..<8 {
        course.move(toDegrees: 40, in: 2)
        course.rest(0.2)
        course.move(toDegrees: 0, in: 2)
        course.rest(4)
      }
      course.rest(6)
    }
    let program = Program(
      id: "own", title: "own",
      lines: [.init(exercise: .repetition, sets: 2, target: Target(reps: 8), restSeconds: 10)])
    var session = Session(plan: .program(program))
    var counts = [0, 0]
    for sample in WornSensor(noise: 0.03).samples(course) {
      for event in session.process(.sample(sample)) {
        switch event {
        case .repetition(let set, _, let count), .repetitionCorrected(let set, _, let count):
          counts[set] = count
        case .hold, .holdCorrected, .holdReached, .gap: break
        }
      }
    }
    #expect(counts == [8, 8])
    _ = session.finish()
    #expect(session.report.sets.map(\.count) == [8, 8])
  }
}
