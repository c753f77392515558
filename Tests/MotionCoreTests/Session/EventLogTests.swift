import Testing

@testable import MotionCore

@Suite struct EventLogTests {
  private static func entry(_ start: Double, _ verdict: Verdict = .ok) -> Hold {
    Hold(number: 0, start: start, end: start + 5, verdict: verdict, announcedAt: start + 5)
  }

  /// A log that has reported these entries.
  private static func log(reported: [Hold], keepsWithdrawn: Bool = true) -> EventLog<Hold> {
    var log = EventLog<Hold>(keepsWithdrawn: keepsWithdrawn)
    _ = log.update(reported, now: 20)
    return log
  }

  @Test func newEntriesAreNumberedInOrderOfTime() {
    var log = EventLog<Hold>(keepsWithdrawn: true)
    let newEvents = log.update([Self.entry(0), Self.entry(10), Self.entry(20)], now: 30)
    #expect(log.entries.map(\.start) == [0, 10, 20])
    #expect(log.entries.map(\.number) == [1, 2, 3])
    #expect(newEvents.map(\.change) == [.new(count: 1), .new(count: 2), .new(count: 3)])
  }

  @Test func anEntryFoundAgainTakesItsNewTimesAndKeepsWhenItWasTold() {
    var log = Self.log(reported: [Self.entry(0)])
    #expect(log.update([Self.entry(-0.4)], now: 99).isEmpty)
    #expect(log.entries.map(\.start) == [-0.4])
    #expect(log.entries.map(\.announcedAt) == [5])
  }

  @Test func nothingIsToldBeforeItIsOver() {
    var log = Self.log(reported: [Self.entry(0)])
    var longer = Self.entry(0)
    longer.end = 8
    _ = log.update([longer], now: 9)
    #expect(log.entries.map(\.announcedAt) == [8])
  }

  @Test func theOneThatSharesMostTimeIsTheSame() {
    var log = Self.log(reported: [Self.entry(0, .partial), Self.entry(6)])
    _ = log.update([Self.entry(5)], now: 99)
    #expect(log.entries.first { $0.start == 5 }?.announcedAt == 11)
  }

  @Test func whatSharesNoTimeIsAnotherMovement() {
    var log = Self.log(reported: [Self.entry(0)])
    let newEvents = log.update([Self.entry(0), Self.entry(6)], now: 99)
    #expect(newEvents.map(\.change) == [.new(count: 2)])
  }

  @Test func repetitionsThatAreFoundHalfAPeriodLaterKeepTheirNumbers() {
    var log = Self.log(reported: [Self.entry(0), Self.entry(8), Self.entry(16)])
    let later = [Self.entry(4), Self.entry(12), Self.entry(20)]
    #expect(log.update(later, now: 30).isEmpty)
    #expect(log.update(later + [Self.entry(28)], now: 34).map(\.change) == [.new(count: 4)])
  }

  @Test func aNumberThatWasToldIsNotToldAgain() {
    var log = Self.log(reported: [Self.entry(10), Self.entry(20)])
    let newEvents = log.update([Self.entry(0), Self.entry(10), Self.entry(20)], now: 99)
    #expect(newEvents.map(\.change) == [.corrected] && newEvents.map(\.entry.number) == [1])
    let next = log.update(
      [Self.entry(0), Self.entry(10), Self.entry(20), Self.entry(30)], now: 99)
    #expect(next.map(\.change) == [.new(count: 4)])
  }

  @Test func anEarlierEntryShiftsTheNumbers() {
    var log = Self.log(reported: [Self.entry(10)])
    let newEvents = log.update([Self.entry(0), Self.entry(10)], now: 99)
    #expect(log.entries.map(\.number) == [1, 2])
    #expect(newEvents.map(\.entry.start) == [0])
  }

  @Test func whatWasOnlyListedIsForgottenWithoutAWord() {
    var log = Self.log(reported: [Self.entry(0, .partial)])
    let newEvents = log.update([Self.entry(10)], now: 99)
    #expect(log.entries.map(\.start) == [10])
    #expect(newEvents.map(\.change) == [.new(count: 1)])
  }

  @Test func whatWasCountedIsCorrectedOnceOnly() {
    var log = Self.log(reported: [Self.entry(0)])
    #expect(log.update([], now: 30).map(\.change) == [.corrected])
    #expect(log.entries.map(\.correctedAt) == [30])
    #expect(log.update([], now: 40).isEmpty)
    #expect(log.entries.map(\.correctedAt) == [30])
  }

  @Test func inAProgrammeWhatIsWithdrawnIsNotListedAndIsTheSameWhenItComesBack() {
    var log = Self.log(reported: [Self.entry(0), Self.entry(10)], keepsWithdrawn: false)
    #expect(log.update([Self.entry(10)], now: 30).map(\.change) == [.corrected])
    #expect(log.entries.map(\.start) == [10] && log.entries.map(\.number) == [1])
    let newEvents = log.update([Self.entry(0), Self.entry(10)], now: 40)
    #expect(newEvents.map(\.change) == [.corrected])
    #expect(log.entries.map(\.announcedAt) == [5, 15])
  }
}
