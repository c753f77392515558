import Testing

@testable import MotionCore

@Suite struct VerdictTests {
  @Test func onlyFullMovementsAreCountedHoweverFastOrLong() {
    #expect(Verdict.allCases.filter(\.isCounted) == [.ok, .tooFast, .tooLong])
  }

  @Test func namesAreThoseOfTheReport() {
    #expect(
      Verdict.allCases.map(\.rawValue) == [
        "ok", "partial", "short", "too-fast", "too-long", "unfinished", "not-like-the-others",
      ])
    #expect(
      Outcome.allCases.map(\.rawValue) == [
        "done", "partly-done", "not-done", "not-started", "not-measured", "stopped-for-pain",
      ])
  }

  @Test(arguments: Verdict.allCases)
  func repetitionsAndHoldsCountByTheirVerdict(verdict: Verdict) {
    #expect(Repetition.of(verdict).isCounted == verdict.isCounted)
    #expect(Hold.of(verdict).isCounted == verdict.isCounted)
  }

  @Test func aHoldLastsFromItsStartToItsEnd() {
    #expect(Hold.of(.ok, start: 4.25, end: 9.5).seconds == 5.25)
  }
}

extension Repetition {
  /// A repetition of 2 s that only its verdict tells from others.
  static func of(_ verdict: Verdict) -> Repetition {
    Repetition(
      number: 1, start: 1, end: 3, verdict: verdict, tempo: [1, 0, 1, nil], announcedAt: 3)
  }
}

extension Hold {
  /// A hold that only its verdict and times tell from others.
  static func of(_ verdict: Verdict, start: Double = 1, end: Double = 6) -> Hold {
    Hold(number: 1, start: start, end: end, verdict: verdict, announcedAt: end)
  }
}
