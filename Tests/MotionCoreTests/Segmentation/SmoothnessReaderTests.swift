import Testing

@testable import MotionCore

@Suite struct SmoothnessReaderTests {
  private static let leastJerk = -1.406

  /// A way out, a pause and a way back, each way a bell of speed.
  private struct Ways {
    var pause = 20
    var frames = 0..<220

    var shape: Trapezoid { Trapezoid(held: pause) }

    func speed(at index: Int) -> Double {
      [shape.outStart, shape.backEnd - shape.way].reduce(0) { speed, start in
        let phase = Double(index - start) / Double(shape.way)
        guard (0...1).contains(phase) else { return speed }
        return speed + 30 * phase * phase * (1 - phase) * (1 - phase)
      }
    }

    func smoothness(_ change: (inout Movement) -> Void = { _ in }) throws -> Double? {
      var history = AngularSpeedHistory(rateHertz: Trapezoid.rateHertz)
      for index in frames {
        history.process(.turning(speed(at: index), at: index))
      }
      var movement = try #require(shape.movement())
      change(&movement)
      return SmoothnessReader(speeds: history, rateHertz: Trapezoid.rateHertz)
        .smoothness(of: movement)
    }
  }

  @Test(arguments: [2, 20, 100])
  func theTurnIsNoPartOfIt(pause: Int) throws {
    let smoothness = try #require(try Ways(pause: pause).smoothness())
    #expect(abs(smoothness - Self.leastJerk) < 0.02)
  }

  @Test func aWayThatTheSignalCutsHasNone() throws {
    #expect(try Ways(frames: 35..<220).smoothness() == nil)
    #expect(try Ways(frames: 0..<110).smoothness() == nil)
    #expect(try Ways(frames: 220..<300).smoothness() == nil)
  }

  @Test func whatIsNotOverHasNone() throws {
    #expect(try Ways().smoothness { $0.isProvisional = true } == nil)
    #expect(try Ways().smoothness { $0.isUnfinished = true } == nil)
  }
}

/// The same through a whole session.
@Suite struct SmoothnessTests {
  private static let leastJerk = -1.406

  /// Repetitions whose way out stops half way, or does not.
  private static func course(isHalting: Bool) -> Course {
    var course = Course()
    course.rest(3)
    for _ in 0..<5 {
      if isHalting {
        course.move(toDegrees: 20, in: 0.5)
        course.rest(0.4)
        course.move(toDegrees: 40, in: 0.5)
      } else {
        course.move(toDegrees: 40, in: 1)
      }
      course.rest(0.2)
      course.move(toDegrees: 0, in: 1)
      course.rest(0.6)
    }
    course.rest(3)
    return course
  }

  private static func reps(_ course: Course, _ sensor: WornSensor) -> [Repetition] {
    SessionRun(.repetition, samples: sensor.samples(course)).reps
  }

  @Test(arguments: [25.0, 50, 100, 250])
  func evenWaysAreThoseOfLeastJerk(rateHertz: Double) throws {
    let reps = Self.reps(
      Self.course(isHalting: false), WornSensor(rateHertz: rateHertz, noise: 0.03))
    #expect(reps.count == 5)
    for rep in reps { #expect(abs(try #require(rep.smoothness) - Self.leastJerk) < 0.05) }
  }

  @Test func haltingWaysAreLessSmooth() throws {
    let reps = Self.reps(Self.course(isHalting: true), WornSensor(noise: 0.03))
    #expect(reps.count == 5)
    for rep in reps { #expect(try #require(rep.smoothness) < Self.leastJerk - 0.3) }
  }

  @Test func withoutAGyroscopeItIsNotKnown() {
    let reps = Self.reps(
      Self.course(isHalting: false), WornSensor(hasGyroscope: false, noise: 0.03))
    #expect(reps.count == 5)
    #expect(reps.allSatisfy { $0.smoothness == nil && $0.timeUnderTension != nil })
  }
}
