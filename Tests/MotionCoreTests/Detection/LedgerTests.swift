import Testing

@testable import MotionCore

@Suite struct LedgerTests {
  private static func entry(_ start: Double, _ verdict: Verdict = .ok) -> Hold {
    Hold(number: 0, start: start, end: start + 5, verdict: verdict, announcedAt: start + 5)
  }

  /// A ledger that was told these entries.
  private static func ledger(told: [Hold], keepsWithdrawn: Bool = true) -> Ledger<Hold> {
    var ledger = Ledger<Hold>(keepsWithdrawn: keepsWithdrawn)
    _ = ledger.update(told, now: 20)
    return ledger
  }

  @Test func newEntriesAreNumberedInOrderOfTime() {
    var ledger = Ledger<Hold>(keepsWithdrawn: true)
    let news = ledger.update([Self.entry(0), Self.entry(10), Self.entry(20)], now: 30)
    #expect(ledger.entries.map(\.start) == [0, 10, 20])
    #expect(ledger.entries.map(\.number) == [1, 2, 3])
    #expect(news.map(\.change) == [.new(count: 1), .new(count: 2), .new(count: 3)])
  }

  @Test func anEntryFoundAgainTakesItsNewTimesAndKeepsWhenItWasTold() {
    var ledger = Self.ledger(told: [Self.entry(0)])
    #expect(ledger.update([Self.entry(-0.4)], now: 99).isEmpty)
    #expect(ledger.entries.map(\.start) == [-0.4])
    #expect(ledger.entries.map(\.announcedAt) == [5])
  }

  @Test func nothingIsToldBeforeItIsOver() {
    var ledger = Self.ledger(told: [Self.entry(0)])
    var longer = Self.entry(0)
    longer.end = 8
    _ = ledger.update([longer], now: 9)
    #expect(ledger.entries.map(\.announcedAt) == [8])
  }

  @Test func theOneThatSharesMostTimeIsTheSame() {
    var ledger = Self.ledger(told: [Self.entry(0, .partial), Self.entry(6)])
    _ = ledger.update([Self.entry(5)], now: 99)
    #expect(ledger.entries.first { $0.start == 5 }?.announcedAt == 11)
  }

  @Test func whatSharesNoTimeIsAnotherMovement() {
    var ledger = Self.ledger(told: [Self.entry(0)])
    let news = ledger.update([Self.entry(0), Self.entry(6)], now: 99)
    #expect(news.map(\.change) == [.new(count: 2)])
  }

  @Test func repetitionsThatAreFoundHalfAPeriodLaterKeepTheirNumbers() {
    var ledger = Self.ledger(told: [Self.entry(0), Self.entry(8), Self.entry(16)])
    let later = [Self.entry(4), Self.entry(12), Self.entry(20)]
    #expect(ledger.update(later, now: 30).isEmpty)
    #expect(ledger.update(later + [Self.entry(28)], now: 34).map(\.change) == [.new(count: 4)])
  }

  @Test func aNumberThatWasToldIsNotToldAgain() {
    var ledger = Self.ledger(told: [Self.entry(10), Self.entry(20)])
    let news = ledger.update([Self.entry(0), Self.entry(10), Self.entry(20)], now: 99)
    #expect(news.map(\.change) == [.corrected] && news.map(\.entry.number) == [1])
    let next = ledger.update(
      [Self.entry(0), Self.entry(10), Self.entry(20), Self.entry(30)], now: 99)
    #expect(next.map(\.change) == [.new(count: 4)])
  }

  @Test func anEarlierEntryShiftsTheNumbers() {
    var ledger = Self.ledger(told: [Self.entry(10)])
    let news = ledger.update([Self.entry(0), Self.entry(10)], now: 99)
    #expect(ledger.entries.map(\.number) == [1, 2])
    #expect(news.map(\.entry.start) == [0])
  }

  @Test func whatWasOnlyListedIsForgottenWithoutAWord() {
    var ledger = Self.ledger(told: [Self.entry(0, .partial)])
    let news = ledger.update([Self.entry(10)], now: 99)
    #expect(ledger.entries.map(\.start) == [10])
    #expect(news.map(\.change) == [.new(count: 1)])
  }

  @Test func whatWasCountedIsCorrectedOnceOnly() {
    var ledger = Self.ledger(told: [Self.entry(0)])
    #expect(ledger.update([], now: 30).map(\.change) == [.corrected])
    #expect(ledger.entries.map(\.correctedAt) == [30])
    #expect(ledger.update([], now: 40).isEmpty)
    #expect(ledger.entries.map(\.correctedAt) == [30])
  }

  @Test func inAProgrammeWhatIsWithdrawnIsNotListedAndIsTheSameWhenItComesBack() {
    var ledger = Self.ledger(told: [Self.entry(0), Self.entry(10)], keepsWithdrawn: false)
    #expect(ledger.update([Self.entry(10)], now: 30).map(\.change) == [.corrected])
    #expect(ledger.entries.map(\.start) == [10] && ledger.entries.map(\.number) == [1])
    let news = ledger.update([Self.entry(0), Self.entry(10)], now: 40)
    #expect(news.map(\.change) == [.corrected])
    #expect(ledger.entries.map(\.announcedAt) == [5, 15])
  }
}
