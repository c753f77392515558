import MotionCore
import Testing

@testable import MotionInput

@Suite struct SenderClockTests {
  private static let second: Int64 = 1_000_000_000

  private static func force(_ seconds: Double) -> Measurement {
    Measurement(channel: .force, nanoseconds: Int64(seconds * 1e9), vector: .zero)
  }

  /// Where measurements go that have these times and arrive at these, in seconds.
  private static func places(
    _ times: [(time: Double, arrival: Double)]
  ) -> [SenderClock.Place] {
    var clock = SenderClock()
    return times.map { clock.place(force($0.time), arrival: Int64($0.arrival * 1e9)) }
  }

  @Test func timeBeginsAtZeroWhateverTheSendersClockShows() {
    #expect(
      Self.places([(1.7e9, 5), (1.7e9 + 0.5, 5.5)]) == [.at(0), .at(500_000_000)])
  }

  @Test func lateAndRepeatedMeasurementsAreLeftOut() {
    #expect(
      Self.places([(1, 0), (1.1, 0.1), (1.1, 0.1), (1.05, 0.2), (1.2, 0.2)]) == [
        .at(0), .at(100_000_000), .late, .late, .at(200_000_000),
      ])
  }

  /// The phone was out of reach for 30 s and then sends what it has of them at once.
  @Test func whatWaitedOnTheWayKeepsItsTime() {
    let places = Self.places([(0, 0), (0.5, 0.5), (1, 31), (1.5, 31), (30, 31)])
    #expect(places.last == .at(30 * Self.second))
  }

  @Test func aSingleImpossibleTimeIsLeftOut() {
    #expect(
      Self.places([(0, 0), (1000, 0.1), (0.2, 0.2), (-1000, 0.3), (0.4, 0.4)]) == [
        .at(0), .doubted, .at(200_000_000), .doubted, .at(400_000_000),
      ])
  }

  @Test func aClockThatStartsAnewGoesOnByThisMachinesClock() {
    let anew = (0..<5).map { (Double($0) / 10, 20 + Double($0) / 10) }
    let places = Self.places([(100, 0), (110, 10)] + anew)
    #expect(places[2...4].allSatisfy { $0 == .doubted })
    // 10 s of the stream, and 10.3 s until the fourth that agrees.
    #expect(places[5] == .restarted(20_300_000_000))
    #expect(places[6] == .at(20_400_000_000))
  }

  @Test func aClockMayStandStillWhereTheSenderSaysSo() {
    var clock = SenderClock()
    #expect(clock.place(Self.force(5), arrival: 0) == .at(0))
    clock.expectRestart(isCertain: true)
    #expect(clock.place(Self.force(5.1), arrival: 30 * Self.second) == .restarted(30 * Self.second))
  }

  @Test func aLostConnectionNeedNotMeanAnotherClock() {
    var clock = SenderClock()
    #expect(clock.place(Self.force(5), arrival: 0) == .at(0))
    clock.expectRestart(isCertain: false)
    #expect(clock.place(Self.force(12), arrival: 7 * Self.second) == .at(7 * Self.second))
    clock.expectRestart(isCertain: false)
    #expect(clock.place(Self.force(0), arrival: 9 * Self.second) == .restarted(9 * Self.second))
  }

  @Test func channelsOfABatchMayLieApart() {
    var clock = SenderClock()
    #expect(clock.place(Self.force(5), arrival: 0) == .at(0))
    #expect(clock.place(Self.force(7), arrival: 0) == .at(2 * Self.second))
    let rate = Measurement(channel: .rate, nanoseconds: 5 * Self.second, vector: .zero)
    #expect(clock.place(rate, arrival: 0) == .at(0))
  }

  @Test func timesBeyondAllCalendarsAreDoubted() {
    var clock = SenderClock()
    let late = Measurement(channel: .force, nanoseconds: .max, vector: .zero)
    #expect(clock.place(late, arrival: 0) == .doubted)
    #expect(clock.place(Self.force(1), arrival: 0) == .at(0))
  }
}
