import Testing

@testable import MotionCore

struct HoldTallyTests {
  private static let parameters = HoldParameters(minimumRangeDegrees: 5)
  private static let target = Target(reps: 10, holdSeconds: 5)

  /// A hold that lasted so long, from its beginning on.
  private func end(_ tally: inout HoldTally, from start: Double, lasting seconds: Double)
    -> EndedHold
  {
    tally.take(
      LiveHold(start: start, leftAt: start + seconds), number: tally.nextNumber,
      at: start + seconds + 0.3, target: Self.target, Self.parameters)
  }

  private func judged(from start: Double, lasting seconds: Double, _ verdict: Verdict = .ok) -> Hold
  {
    Hold(
      number: 1, start: start, end: start + seconds, verdict: verdict,
      announcedAt: start + seconds + 1)
  }

  /// Somebody begins the next one before the session has counted the one before.
  @Test func theNextNumberDoesNotWaitForTheCount() {
    var tally = HoldTally(counted: 2)
    #expect(tally.nextNumber == 3)
    #expect(end(&tally, from: 10, lasting: 6).isLongEnough == true)
    #expect((tally.done, tally.nextNumber) == (3, 4))
    tally.take(count: 3, judged: judged(from: 10, lasting: 6))
    #expect((tally.done, tally.nextNumber) == (3, 4))
  }

  @Test func firstHoldsAreCountedTogether() {
    var tally = HoldTally()
    for start in [10.0, 20] { _ = end(&tally, from: start, lasting: 5) }
    #expect(tally.nextNumber == 3)
    tally.take(count: 1, judged: judged(from: 10, lasting: 5))
    #expect(tally.nextNumber == 3)
    tally.take(count: 2, judged: judged(from: 20, lasting: 5))
    #expect(tally.nextNumber == 3)
  }

  @Test func whatTheSessionDoesNotCountIsDoneAgain() {
    var tally = HoldTally(counted: 2)
    _ = end(&tally, from: 10, lasting: 5)
    tally.take(count: 2, judged: judged(from: 10, lasting: 5, .partial))
    #expect(tally.nextNumber == 3)
  }

  /// A hold that may be taken again for a second is judged before it is given up.
  @Test(arguments: [(Verdict.ok, 3), (.partial, 2)])
  func whatWasJudgedBeforeIsNotAwaited(verdict: Verdict, count: Int) {
    var tally = HoldTally(counted: 2)
    let number = tally.nextNumber
    tally.take(count: count, judged: judged(from: 10.1, lasting: 5, verdict))
    let ended = tally.take(
      LiveHold(start: 10, leftAt: 15), number: number, at: 16.1, target: Self.target,
      Self.parameters)
    #expect((ended.number, ended.done) == (3, count))
    #expect(tally.nextNumber == count + 1)
  }

  /// What is judged anew says nothing of a later hold that is not judged yet.
  @Test func aCorrectionLeavesWhatIsAwaited() {
    var tally = HoldTally(counted: 2)
    _ = end(&tally, from: 20, lasting: 5)
    tally.take(count: 1, judged: judged(from: 10, lasting: 5, .partial))
    #expect(tally.nextNumber == 3)
  }

  /// The prescribed time less ten percent is counted; what is nearer to that than a hold can be
  /// timed is not called too short.
  @Test(arguments: [(5.0, true), (4.5, true), (4.3, nil), (4.0, false)] as [(Double, Bool?)])
  func onlyWhatIsCertainlyShortIsCalledSo(seconds: Double, isLongEnough: Bool?) {
    var tally = HoldTally()
    let ended = end(&tally, from: 10, lasting: seconds)
    #expect(ended.isLongEnough == isLongEnough)
    #expect(ended.done == (isLongEnough == true ? 1 : 0))
  }
}
