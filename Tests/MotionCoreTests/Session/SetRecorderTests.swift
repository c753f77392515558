import Testing

@testable import MotionCore

@Suite struct SetRecorderTests {
  private static let length = Trapezoid().length

  private static func recorder(
    _ exercise: Exercise = .bentOverRow, target: Target? = nil
  ) -> SetRecorder {
    SetRecorder(
      set: 2, plan: PlannedSet(exercise: exercise, target: target), keepsWithdrawn: true,
      rateHertz: Trapezoid.rateHertz)
  }

  /// What a person hears: how each movement is reported.
  private enum News: Equatable {
    case reported(Int, Verdict, count: Int)
    case corrected(Int, Verdict, count: Int)
  }

  private static func newEvents(_ events: [SessionEvent]) -> [News] {
    events.compactMap { event in
      switch event {
      case .repetition(2, let rep, let count): .reported(rep.number, rep.verdict, count: count)
      case .repetitionCorrected(2, let rep, let count):
        .corrected(rep.number, rep.verdict, count: count)
      case .hold(2, let hold, let count): .reported(hold.number, hold.verdict, count: count)
      case .holdCorrected(2, let hold, let count):
        .corrected(hold.number, hold.verdict, count: count)
      default: nil
      }
    }
  }

  @Test func nothingFoundIsNothingTold() {
    var recorder = Self.recorder()
    #expect(recorder.update(nil, now: 5).isEmpty)
    #expect(recorder.reps.isEmpty && recorder.count == 0)
  }

  @Test func eachMovementIsToldOnceWithTheCountSoFar() throws {
    var recorder = Self.recorder()
    let first = try recorder.update(.of([.ok, .ok]), now: 10)
    #expect(Self.newEvents(first) == [.reported(1, .ok, count: 1), .reported(2, .ok, count: 2)])
    #expect(try recorder.update(.of([.ok, .ok]), now: 11).isEmpty)
    let third = try recorder.update(.of([.ok, .ok, .partial]), now: 12)
    #expect(Self.newEvents(third) == [.reported(3, .partial, count: 2)])
    #expect(recorder.reps.map(\.announcedAt) == [10, 10, 12])
    #expect(recorder.reps.allSatisfy { $0.correctedAt == nil })
  }

  @Test func aNewVerdictIsACorrectionWithItsTime() throws {
    var recorder = Self.recorder()
    _ = try recorder.update(.of([.ok, .ok, .ok]), now: 10)
    let events = try recorder.update(.of([.notLikeTheOthers, .ok, .ok]), now: 15)
    #expect(Self.newEvents(events) == [.corrected(1, .notLikeTheOthers, count: 2)])
    #expect(recorder.reps.map(\.announcedAt) == [10, 10, 10])
    #expect(recorder.reps.map(\.correctedAt) == [15, nil, nil])
  }

  @Test func whatWasCountedAndIsNoLongerFoundStaysListedWithAReason() throws {
    var recorder = Self.recorder()
    _ = try recorder.update(.of([.ok, .ok, .ok]), now: 10)
    let events = try recorder.update(.of([nil, .ok, .ok]), now: 20)
    #expect(Self.newEvents(events) == [.corrected(1, .notLikeTheOthers, count: 2)])
    #expect(recorder.reps.map(\.isCounted) == [false, true, true])
    #expect(recorder.reps.first?.reason != nil)
  }

  @Test func timesAndTempoAreSecondsOfTheStream() throws {
    var recorder = Self.recorder()
    _ = try recorder.update(.of([.ok, .ok]), now: 10)
    // ways of 0.8 s of which the marks leave 60 %, 0.4 s at the peak, rests of 1.2 s
    let (rep, last) = (try #require(recorder.reps.first), try #require(recorder.reps.last))
    #expect(abs(rep.start - 0.76) < 0.03 && abs(rep.end - 2.44) < 0.03)
    let expected = [0.48, 0.72, 0.48, 1.52]
    for (seconds, expected) in zip(rep.tempo, expected) {
      #expect(abs(try #require(seconds) - expected) < 0.06)
    }
    #expect(last.number == 2 && last.tempo.count == 4 && last.tempo.last == .some(nil))
  }

  @Test func smoothnessIsMeasuredOnceAndKept() throws {
    var speeds = AngularSpeedHistory(rateHertz: Trapezoid.rateHertz)
    for index in 0..<2 * Self.length {
      let speed = 0.5 + 0.5 * Double(index % 20) / 20
      speeds.process(.turning(speed, at: index))
    }
    var recorder = Self.recorder()
    _ = try recorder.update(.of([.ok, .ok]), now: 10, speeds: speeds)
    let measured = recorder.reps.map(\.smoothness)
    #expect(measured.allSatisfy { $0 != nil })
    _ = try recorder.update(.of([.ok, .ok, .ok]), now: 12)
    #expect(recorder.reps.map(\.smoothness) == measured + [nil])
  }

  // held above 80 % for 0.72 s
  @Test(
    arguments: [
      (nil, Verdict.ok, false), (0.5, .ok, true), (0.75, .ok, false), (2, .short, false),
    ] as [(Double?, Verdict, Bool)])
  func aHoldIsClassifiedByThePrescribedTime(
    prescribedSeconds: Double?, verdict: Verdict, isReached: Bool
  ) throws {
    var exercise = Exercise.hold
    exercise.parameters = .hold(HoldParameters(minimumHoldSeconds: 0.3))
    var recorder = Self.recorder(
      exercise, target: prescribedSeconds.map { Target(reps: 2, holdSeconds: $0) })
    _ = try recorder.update(.of([.ok, .ok]), now: 10)
    #expect(recorder.reps.isEmpty)
    #expect(recorder.holds.map(\.verdict) == [verdict, verdict])
    #expect(recorder.count == (verdict == .ok ? 2 : 0))
    for hold in recorder.holds {
      #expect(abs(hold.seconds - 0.72) < 0.03)
      #expect((hold.reachedAt != nil) == isReached)
      #expect((hold.reason != nil) == (verdict == .short))
      if let reachedAt = hold.reachedAt {
        #expect(reachedAt > hold.start && reachedAt <= hold.end)
      }
    }
  }
}

extension SetRecorder {
  /// An update from a sensor without a gyroscope.
  fileprivate mutating func update(_ candidate: CandidateSet?, now: Double) -> [SessionEvent] {
    update(candidate, now: now, speeds: AngularSpeedHistory(rateHertz: Trapezoid.rateHertz))
  }
}
