import MotionCore
import Testing

@testable import MotionInput

/// Rows that cannot be read are missing wherever they stand.
@Suite struct UnreadableEdgesTests {
  private static let bad = (0..<2000).map { _ in "nan,nan,nan,nan\n" }.joined()

  private static func read(_ rows: String) throws(InputError) -> Fixture.Outcome {
    try Fixture.read(Fixture.header + "\n" + rows)
  }

  @Test func thoseAtTheEndAreAGap() throws {
    let outcome = try Self.read(Fixture.steady(300) + Self.bad)
    let marker = try #require(outcome.readings.last)
    #expect(
      marker
        == .marker(Marker(nanoseconds: 22_990_000_000, kind: .gap(reason: .unreadable))))
  }

  @Test func thoseAtTheBeginAreAGapFromTheFirstOn() throws {
    let outcome = try Self.read(Self.bad + Fixture.steady(300, from: 30))
    #expect(
      outcome.readings.first
        == .marker(Marker(nanoseconds: 10_000_000_000, kind: .gap(reason: .unreadable))))
    var timeline = Timeline()
    timeline.begin(at: 10_000_000_000)
    #expect(timeline.seconds(of: 30_000_000_000) == 20)
  }

  @Test func whatItMayHideIsNotMeasured() throws {
    let exercise = try #require(Exercise.named("repetition"))
    for rows in [
      Fixture.steady(300) + Self.bad + Self.bad,
      Self.bad + Fixture.steady(300, from: 30),
    ] {
      var session = Session(
        plan: .single(PlannedSet(exercise: exercise, target: Target(reps: 3))),
        placement: .upperArm)
      for reading in try Self.read(rows).readings { _ = session.process(reading) }
      _ = session.finish()
      #expect(session.report.sets[0].outcome == .notMeasured)
    }
  }

  /// Found by the fuzzer: so many times the years between the two readable rows is no time.
  @Test(arguments: [("", bad), (bad, ""), (bad, bad)])
  func yearsBetweenTwoRowsAreNoRate(before: String, after: String) throws {
    let rows = before + Fixture.rows(at: [0, 2_000_000_123.25]) + after
    let readings = try Self.read(rows).readings
    let last = try #require(readings.map(\.nanoseconds).max())
    let first = try #require(readings.map(\.nanoseconds).min())
    let longest = 2 * Int64(2000 * Units.nanosecondsPerSecond)
    #expect(last - first <= 2_000_000_123_250_000_000 + longest)
  }

  @Test func aTornRowIsNone() throws {
    #expect(try Self.read(Fixture.steady(300) + "3.0,0.1,0.").markers.isEmpty)
  }

  @Test func valuesBeyondAnySensorAreNoneOfThem() throws {
    let huge = (0..<200).map { "\(3 + Double($0) / 100),0,0,1e9\n" }.joined()
    let outcome = try Self.read(Fixture.steady(300) + huge)
    #expect(outcome.markers.map(\.kind) == [.gap(reason: .unreadable)])
  }

  // MARK: - What cannot be measured from

  @Test func aRateBesideTimesIsRefused() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("a.csv", Fixture.header + "\n" + Fixture.steady(300))
    let error = try #require(throws: InputError.self) {
      try RecordingSource(path: path, options: ReadingOptions(rateHertz: 50)).readAll()
    }
    #expect(error.description.contains("--rate is for rows without a time"))
  }
}
