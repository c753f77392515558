import MotionSimulator
import Testing

@testable import MotionCore

@Suite struct SessionTests {
  private static let exercises = [Exercise.repetition, .hold]

  private static func samples(
    _ exercise: Exercise, sensor: WornSensor = WornSensor(noise: 0.03)
  ) -> [IMUSample] {
    sensor.samples(exercise.kind == .cycle ? .repetitions(6) : .holds([5, 6, 7]))
  }

  private static func plan(_ exercise: Exercise) -> SessionPlan {
    .single(PlannedSet(exercise: exercise))
  }

  @Test(arguments: exercises)
  func anEmptyStreamHasAReport(exercise: Exercise) {
    let run = SessionRun(exercise, samples: [])
    #expect(run.events.isEmpty)
    #expect(run.counts == [0])
    #expect(run.report.quality == Quality())
  }

  @Test(arguments: exercises, 1...3)
  func fewSamplesAreNoMovement(exercise: Exercise, count: Int) {
    let run = SessionRun(exercise, samples: Array(Self.samples(exercise).prefix(count)))
    #expect(run.count == 0 && run.events.isEmpty)
    #expect(run.report.quality.samples == count)
  }

  @Test(arguments: exercises, [0.0, 0.1])
  func aStillSensorBringsNothingAbout(exercise: Exercise, noise: Double) {
    var course = Course()
    course.rest(40)
    let run = SessionRun(exercise, samples: WornSensor(noise: noise).samples(course))
    #expect(run.events.isEmpty)
    #expect(run.reps.isEmpty && run.holds.isEmpty)
  }

  @Test(arguments: exercises)
  func theSameReadingsGiveTheSameEvents(exercise: Exercise) {
    let samples = Self.samples(exercise)
    let (one, other) = (
      SessionRun(exercise, samples: samples), SessionRun(exercise, samples: samples)
    )
    #expect(!one.events.isEmpty)
    #expect(one.events == other.events)
    #expect(one.report == other.report)
  }

  @Test(arguments: exercises)
  func lookingAtTheReportChangesNothing(exercise: Exercise) {
    let samples = Self.samples(exercise)
    var session = Session(plan: Self.plan(exercise))
    let running = samples.flatMap { sample -> [SessionEvent] in
      _ = session.report
      return session.process(.sample(sample))
    }
    #expect(running + session.finish() == SessionRun(exercise, samples: samples).events)
  }

  @Test(arguments: exercises)
  func aCopyGoesItsOwnWay(exercise: Exercise) {
    let samples = Self.samples(exercise)
    var session = Session(plan: Self.plan(exercise))
    var running: [SessionEvent] = []
    for (index, sample) in samples.enumerated() {
      if index == samples.count / 2 {
        // what live shows when it is asked to end early
        var copy = session
        _ = copy.finish()
      }
      running += session.process(.sample(sample))
    }
    #expect(running + session.finish() == SessionRun(exercise, samples: samples).events)
  }

  @Test(arguments: exercises)
  func theClocksOriginDoesNotMatter(exercise: Exercise) {
    let late = WornSensor(noise: 0.03, startNanoseconds: 86_400_000_000_000)
    #expect(
      SessionRun(exercise, samples: Self.samples(exercise, sensor: late)).events
        == SessionRun(exercise, samples: Self.samples(exercise)).events)
  }

  @Test(arguments: exercises)
  func samplesThatCannotBeUsedChangeNothing(exercise: Exercise) {
    let clean = Self.samples(exercise)
    let dirty = clean.enumerated().flatMap { index, sample -> [IMUSample] in
      guard index.isMultiple(of: 40) else { return [sample] }
      var (repeated, broken) = (sample, sample)
      repeated.specificForce = Vector3(50, 50, 50)
      broken.specificForce.x = .nan
      broken.nanoseconds += 1
      return [sample, repeated, broken]
    }
    #expect(
      SessionRun(exercise, samples: dirty).events == SessionRun(exercise, samples: clean).events)
  }

  @Test(arguments: exercises)
  func theFinalReportIsWhatTheEventsTold(exercise: Exercise) {
    let run = SessionRun(exercise, samples: Self.samples(exercise))
    var verdicts: [Int: Verdict] = [:]
    for event in run.events {
      switch event {
      case .repetition(_, let rep, _), .repetitionCorrected(_, let rep, _):
        verdicts[rep.number] = rep.verdict
      case .hold(_, let hold, _), .holdCorrected(_, let hold, _):
        verdicts[hold.number] = hold.verdict
      case .holdReached, .gap: break
      }
    }
    #expect(verdicts.values.count(where: \.isCounted) == run.count)
  }

  @Test func aPauseInTheStreamIsAGapInEventsAndQuality() throws {
    let samples = Self.samples(.repetition).without(8..<9.5)
    let run = SessionRun(.repetition, samples: samples)
    let gaps = run.events.compactMap { event in
      if case .gap(let gap) = event { gap } else { nil }
    }
    let gap = try #require(gaps.first)
    #expect(gaps.count == 1 && run.report.quality.gaps == gaps)
    #expect(abs(gap.start - 7.98) < 0.001 && abs(gap.end - 9.5) < 0.001)
  }

  @Test func aShortLossIsBridged() {
    let samples = Self.samples(.repetition).without(8..<8.4)
    let run = SessionRun(.repetition, samples: samples)
    #expect(run.report.quality.gaps.isEmpty)
    #expect(run.count == 6)
  }

  @Test(arguments: [true, false])
  func qualityDescribesTheStream(hasGyroscope: Bool) throws {
    let sensor = WornSensor(rateHertz: 25, hasGyroscope: hasGyroscope)
    let samples = Self.samples(.repetition, sensor: sensor)
    let quality = SessionRun(.repetition, samples: samples).report.quality
    #expect(quality.samples == samples.count)
    #expect(quality.hasGyroscope == hasGyroscope)
    #expect(abs(try #require(quality.rateHertz) - 25) < 0.01)
    #expect(abs(quality.seconds - Double(samples.count - 1) / 25) < 1e-6)
  }

  @Test func everyPlannedSetIsInTheReportEvenIfNothingWasDone() throws {
    let program = try #require(Program.named("upper-back"))
    var course = Course()
    course.rest(10)
    let samples = WornSensor(noise: 0.03).samples(course)
    let run = SessionRun(
      .program(program), placement: .wrist, readings: samples.map { .sample($0) })
    #expect(run.report.sets.map(\.plan) == program.sets)
    #expect(run.counts == [0, 0, 0, 0, 0, 0])
    #expect(run.report.placement == .wrist)
    #expect(!run.report.isTargetMet)
  }
}
