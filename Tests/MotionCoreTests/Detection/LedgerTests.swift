import Testing

@testable import MotionCore

@Suite struct LedgerTests {
  private static func entry(_ start: Double, _ verdict: Verdict = .ok) -> Hold {
    Hold(number: 0, start: start, end: start + 5, verdict: verdict, announcedAt: start + 5)
  }

  private static func ledger(told: [Hold], found: [Hold], now: Double = 99) -> Ledger<Hold> {
    Ledger(told: told, found: found, keepsWithdrawn: true, now: now)
  }

  @Test func newEntriesAreNumberedInOrderOfTime() {
    let ledger = Self.ledger(told: [], found: [Self.entry(20), Self.entry(0), Self.entry(10)])
    #expect(ledger.entries.map(\.start) == [0, 10, 20])
    #expect(ledger.entries.map(\.number) == [1, 2, 3])
    #expect(ledger.news.map(\.isNew) == [true, true, true])
  }

  @Test func anEntryFoundAgainTakesItsNewTimesAndKeepsWhenItWasTold() {
    let ledger = Self.ledger(told: [Self.entry(0)], found: [Self.entry(0.4)])
    #expect(ledger.news.isEmpty)
    #expect(ledger.entries.map(\.start) == [0.4])
    #expect(ledger.entries.map(\.announcedAt) == [5])
  }

  @Test func theOneThatSharesMostTimeIsTheSame() {
    let told = [Self.entry(0, .partial), Self.entry(6)]
    let ledger = Self.ledger(told: told, found: [Self.entry(4)])
    #expect(ledger.entries.first { $0.start == 4 }?.announcedAt == 11)
  }

  @Test func anEarlierEntryShiftsTheNumbers() {
    let ledger = Self.ledger(
      told: [Self.entry(10)], found: [Self.entry(0), Self.entry(10)])
    #expect(ledger.entries.map(\.number) == [1, 2])
    #expect(ledger.news.map(\.entry.start) == [0])
  }

  @Test func whatWasOnlyListedIsForgottenWithoutAWord() {
    let ledger = Self.ledger(told: [Self.entry(0, .partial)], found: [Self.entry(10)])
    #expect(ledger.entries.map(\.start) == [10])
    #expect(ledger.news.map(\.isNew) == [true])
  }

  @Test func whatWasCountedIsCorrectedOnceOnly() {
    let first = Self.ledger(told: [Self.entry(0)], found: [], now: 30)
    #expect(first.entries.map(\.correctedAt) == [30])
    #expect(first.news.map(\.isNew) == [false])
    let second = Self.ledger(told: first.entries, found: [], now: 40)
    #expect(second.entries.map(\.correctedAt) == [30])
    #expect(second.news.isEmpty)
  }
}
