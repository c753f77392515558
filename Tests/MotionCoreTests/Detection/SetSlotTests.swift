import Testing

@testable import MotionCore

@Suite struct SetSlotTests {
  private static let speeds = AngularSpeedHistory(rateHertz: Trapezoid.rateHertz)

  private static func slot() -> SetSlot {
    SetSlot(
      recorder: SetRecorder(
        set: 0, plan: PlannedSet(exercise: .bentOverRow), keepsWithdrawn: true,
        rateHertz: Trapezoid.rateHertz))
  }

  @Test func theSameBoutIsTakenOnce() throws {
    var slot = Self.slot()
    #expect(try slot.take(.of([.ok, .ok]), now: 10, speeds: Self.speeds).count == 2)
    #expect(try slot.take(.of([.ok, .ok]), now: 11, speeds: Self.speeds).isEmpty)
    #expect(try slot.take(.of([.ok, .ok, .ok]), now: 12, speeds: Self.speeds).count == 1)
  }

  @Test func aMovementThatWasNotOverIsTakenAnewWhenItIs() throws {
    var slot = Self.slot()
    let closed = try Bout.of([.ok, .ok])
    _ = slot.take(closed.cutShort(by: 20), now: 10, speeds: Self.speeds)
    let provisional = try #require(slot.recorder.reps.last)
    #expect(slot.take(closed, now: 11, speeds: Self.speeds).isEmpty)
    #expect(abs(try #require(slot.recorder.reps.last).end - provisional.end - 0.4) < 1e-9)
  }
}

extension Bout {
  /// The bout as it was while its last movement was on its way back, with the same score.
  fileprivate func cutShort(by frames: Int) -> Bout {
    var movements = movements
    if let last = movements.indices.last {
      movements[last].movement.end -= frames
      movements[last].movement.isProvisional = true
    }
    return Bout(
      identity: identity, score: score, features: features, model: SetModel(kind: .cycle),
      likeness: likeness,
      usualRange: usualRange, reference: reference, movements: movements)
  }
}
