import Testing

@testable import MotionCore

@Suite struct SetStateTests {
  private static let speeds = AngularSpeedHistory(rateHertz: Trapezoid.rateHertz)

  private static func state() -> SetState {
    SetState(
      recorder: SetRecorder(
        set: 0, plan: PlannedSet(exercise: .bentOverRow), keepsWithdrawn: true,
        rateHertz: Trapezoid.rateHertz))
  }

  @Test func theSameCandidateIsTakenOnce() throws {
    var state = Self.state()
    #expect(
      try state.take(.of([.ok, .ok]), confidence: nil, now: 10, speeds: Self.speeds).count == 2)
    #expect(try state.take(.of([.ok, .ok]), confidence: nil, now: 11, speeds: Self.speeds).isEmpty)
    #expect(
      try state.take(.of([.ok, .ok, .ok]), confidence: nil, now: 12, speeds: Self.speeds).count == 1
    )
  }

  @Test func aMovementThatWasNotOverIsTakenAnewWhenItIs() throws {
    var state = Self.state()
    let closed = try CandidateSet.of([.ok, .ok])
    _ = state.take(closed.cutShort(by: 20), confidence: nil, now: 10, speeds: Self.speeds)
    let provisional = try #require(state.recorder.reps.last)
    #expect(state.take(closed, confidence: nil, now: 11, speeds: Self.speeds).isEmpty)
    #expect(abs(try #require(state.recorder.reps.last).end - provisional.end - 0.4) < 1e-9)
  }

  /// Where the sets beside it are is known from what is sure, or from markers.
  @Test func aGuessBoundsNoOtherSet() throws {
    func state(_ probability: Double, isMarked: Bool = false) throws -> SetState {
      var state = Self.state()
      if isMarked { state.begin() }
      let confidence = Confidence(probability: probability, alternative: .walking)
      _ = try state.take(.of([.ok, .ok]), confidence: confidence, now: 10, speeds: Self.speeds)
      return state
    }
    let (sure, guessed) = (try state(0.6), try state(0.4))
    #expect(sure.sureSpan == sure.span && sure.span != nil)
    #expect(guessed.sureSpan == nil && guessed.span != nil)
    #expect(try state(0.4, isMarked: true).sureSpan != nil)
  }

  /// One movement is a set once the set is over. Going on takes nothing of it away.
  @Test func aSetOfOneThatGoesOnKeepsIt() throws {
    var state = Self.state()
    state.begin()
    state.end()
    let one = try CandidateSet.of([.ok])
    #expect(state.take(one, confidence: nil, now: 10, speeds: Self.speeds).count == 1)
    state.begin()
    #expect(state.take(nil, confidence: nil, now: 12, speeds: Self.speeds).isEmpty)
    #expect(state.recorder.reps.count == 1)
    _ = try state.take(.of([.ok, .ok, .ok]), confidence: nil, now: 30, speeds: Self.speeds)
    #expect(state.recorder.reps.count == 3)
    _ = state.take(nil, confidence: nil, now: 31, speeds: Self.speeds)
    #expect(state.recorder.reps.allSatisfy { !$0.isCounted })
  }
}

extension CandidateSet {
  /// The candidate set as it was while its last movement was on its way back, with the same score.
  fileprivate func cutShort(by frames: Int) -> CandidateSet {
    var movements = movements
    if let last = movements.indices.last {
      movements[last].movement.end -= frames
      movements[last].movement.isProvisional = true
    }
    return CandidateSet(
      identity: identity, score: score, features: features, similarity: similarity,
      usualRange: usualRange, usualAngle: usualRange, reference: reference, movements: movements)
  }
}
