import MotionSimulator
import Testing

@testable import MotionCore

/// What a session makes of markers and of time without samples.
@Suite struct SessionMarkerTests {
  private static let sensor = WornSensor(noise: 0.03)

  private static func program(_ exercises: Exercise...) -> SessionPlan {
    .program(
      Program(
        id: "own", title: "own",
        lines: exercises.map {
          .init(exercise: $0, target: Target(reps: 5, holdSeconds: $0.kind == .hold ? 5 : nil))
        }))
  }

  /// The samples with markers at their times, in seconds.
  private static func readings(
    _ samples: [IMUSample], _ markers: [(Double, Marker.Kind)] = []
  ) -> [MotionReading] {
    let notes = markers.map { seconds, kind in
      Marker(nanoseconds: Int64(seconds * Units.nanosecondsPerSecond), kind: kind)
    }
    let timed =
      samples.map { ($0.nanoseconds, 1, MotionReading.sample($0)) }
      + notes.map { ($0.nanoseconds, 0, MotionReading.marker($0)) }
    return timed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func gaps(_ run: SessionRun) -> [Gap] {
    run.events.compactMap { event in
      if case .gap(let gap) = event { gap } else { nil }
    }
  }

  @Test func aMarkedGapIsOneHoweverShort() {
    let samples = Self.sensor.samples(.repetitions(6))
    let run = SessionRun(
      .single(PlannedSet(exercise: .repetition)),
      readings: Self.readings(samples, [(9.01, .gap())]))
    #expect(Self.gaps(run) == [Gap(start: 9, end: 9.02)])
    #expect(run.report.quality.gaps == Self.gaps(run))
  }

  @Test func aMarkedSetIsLookedForBetweenItsMarkersOnly() {
    // six repetitions, of which the markers enclose the first four
    let samples = Self.sensor.samples(.repetitions(6))
    let run = SessionRun(
      Self.program(.bentOverRow),
      readings: Self.readings(
        samples, [(2.5, .setStart(exercise: "bent-over-row", side: nil)), (13.6, .setEnd)]))
    #expect(run.counts == [4])
    #expect(run.reps.allSatisfy { $0.start > 2.5 && $0.end < 13.6 })
  }

  @Test func markersTellSetsOfTheSameMovementApart() {
    let samples = Self.sensor.samples(.repetitions(9))
    let start = Marker.Kind.setStart(exercise: "bent-over-row", side: nil)
    let markers: [(Double, Marker.Kind)] = [
      (2.5, start), (13.55, .setEnd), (13.6, start), (27.4, .setEnd),
    ]
    let run = SessionRun(
      Self.program(.bentOverRow, .bentOverRow), readings: Self.readings(samples, markers))
    #expect(run.counts == [4, 5])
    #expect(run.report.sets.map(\.outcome) == [.partlyDone, .done])
  }

  @Test func aNumberTellsSetsApartAndLetsOneGoOn() {
    let samples = Self.sensor.samples(.repetitions(9))
    let start = { (number: Int) in
      Marker.Kind.setStart(exercise: "bent-over-row", side: nil, number: number)
    }
    let markers: [(Double, Marker.Kind)] = [
      (2.5, start(2)), (13.55, .setEnd), (13.6, start(1)), (19, .setEnd), (19.01, start(2)),
      (27.4, .setEnd),
    ]
    let run = SessionRun(
      Self.program(.bentOverRow, .bentOverRow), readings: Self.readings(samples, markers))
    #expect(run.counts == [2, 7])
  }

  @Test func whereMarkersSayWhereSetsAreTheyAreLookedForNowhereElse() {
    let samples = Self.sensor.samples(.repetitions(9))
    for markers in [[(0.5, Marker.Kind.setEnd)], [(0.5, .setStart(exercise: "no", side: nil))]] {
      let run = SessionRun(
        Self.program(.bentOverRow), readings: Self.readings(samples, markers))
      #expect(run.counts == [0])
      #expect(run.report.sets[0].outcome == .notStarted)
    }
    #expect(
      SessionRun(Self.program(.bentOverRow), readings: Self.readings(samples)).counts == [9])
  }

  @Test func painAfterASetBelongsToItEvenWhereNothingWasDone() {
    let samples = Self.sensor.samples(.repetitions(6))
    let markers: [(Double, Marker.Kind)] = [
      (2.5, .setStart(exercise: "bent-over-row", side: nil)), (13.6, .setEnd),
      (14, .setStart(exercise: "shoulder-roll", side: nil)), (14.5, .pain(level: nil)),
      (17, .pain(level: 6)),
    ]
    let run = SessionRun(
      Self.program(.bentOverRow, .shoulderRoll), readings: Self.readings(samples, markers))
    #expect(run.report.sets.map(\.outcome) == [.partlyDone, .stoppedForPain])
    #expect(run.report.sets.map(\.pain) == [nil, 6])
  }

  @Test(arguments: [nil, 4])
  func painEndsTheSetAndIsItsOutcome(level: Int?) {
    let samples = Self.sensor.samples(.repetitions(6))
    let run = SessionRun(
      .single(PlannedSet(exercise: .repetition)),
      readings: Self.readings(samples, [(14, .pain(level: level))]))
    #expect(run.report.sets[0].outcome == .stoppedForPain)
    #expect(run.report.sets[0].pain == level)
  }

  @Test func aSensorThatIsStillAndSilentIsHoldingOn() {
    // nothing is sent while nothing changes
    let samples = WornSensor().samples(.holds([6, 6, 6]))
    var session = Session(plan: .single(PlannedSet(exercise: .hold)))
    var last: IMUSample?
    var events: [SessionEvent] = []
    for (index, sample) in samples.enumerated() {
      if sample.specificForce != last?.specificForce || sample.angularRate != last?.angularRate {
        events += session.process(.sample(sample))
        last = sample
      } else if index.isMultiple(of: 10) {
        events += session.advance(toNanoseconds: sample.nanoseconds)
      }
    }
    events += session.finish()
    #expect(session.report.quality.gaps.isEmpty)
    #expect(session.report.sets[0].count == 3)
    #expect(session.report.sets[0].holds.allSatisfy { abs($0.seconds - 6.67) < 0.2 })
  }

  @Test func timeThatHasPassedAlreadyBringsNothingAbout() {
    var session = Session(plan: .single(PlannedSet(exercise: .hold)))
    #expect(session.advance(toNanoseconds: 5).isEmpty)
    for sample in Self.sensor.samples(.holds([6, 6])) { _ = session.process(.sample(sample)) }
    let before = session.report
    #expect(session.advance(toNanoseconds: 1_000_000_000).isEmpty)
    #expect(session.report == before)
  }

  @Test func theReachedMinimumIsToldWhileTheHoldGoesOn() {
    let target = Target(reps: 5, holdSeconds: 5)
    let run = SessionRun(
      .hold, target: target, samples: Self.sensor.samples(.holds([8, 8, 8, 8, 8])))
    let reported = run.events.compactMap { event in
      if case .holdReached(set: 0, let time) = event { time } else { nil }
    }
    // from the first one on; the i-th starts at 4.66 + 14 i
    #expect(reported.count == 5)
    for time in reported {
      let sinceStart = (time - 4.66).truncatingRemainder(dividingBy: 14)
      #expect(abs(sinceStart - 5) < 0.2)
    }
  }
}
