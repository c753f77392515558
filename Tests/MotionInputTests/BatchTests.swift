import MotionCore
import Testing

@testable import MotionInput

/// Batches of rows with one time are spread over the time that they took.
@Suite struct BatchTests {
  static func batch(_ time: Double, _ count: Int) -> String {
    (0..<count).map { "\(time),0,\($0),9.8\n" }.joined()
  }

  @Test func batchesAreSpreadSinceTheTimeBefore() throws {
    let text = Fixture.header + "\n" + Self.batch(0.1, 1) + Self.batch(0.2, 4) + Self.batch(0.3, 2)
    let outcome = try Fixture.read(text)
    #expect(outcome.milliseconds == [100, 125, 150, 175, 200, 250, 300])
    #expect(
      outcome.notices == [
        "x.csv:3: 6 rows, the first here: several rows with the same time; "
          + "spread evenly since the time before"
      ])
  }

  @Test func firstBatchTakesTheRateFromTheNext() throws {
    let outcome = try Fixture.read(
      Fixture.header + "\n" + Self.batch(1.0, 4) + Self.batch(1.2, 4))
    #expect(outcome.milliseconds == [850, 900, 950, 1000, 1050, 1100, 1150, 1200])
  }

  @Test func markersKeepTheirPlaceInABatch() throws {
    let outcome = try Fixture.read(
      Fixture.header + "\n" + Self.batch(1.0, 1) + Self.batch(1.2, 1)
        + "# marker 1.1 set-end\n1.2,5,5,9\n1.3,0,0,9\n")
    #expect(outcome.milliseconds == [1000, 1100, 1200, 1300])
    #expect(outcome.readings[2] == .marker(Marker(nanoseconds: 1_100_000_000, kind: .setEnd)))
  }

  @Test func batchWithoutARateKeepsItsLastRow() throws {
    let outcome = try Fixture.read(
      Fixture.header + "\n" + Self.batch(1, 4) + Self.batch(5, 1))
    #expect(outcome.milliseconds == [1000, 5000])
    #expect(outcome.samples[0].specificForce.y == 3)
    #expect(outcome.notices.count == 1)
  }
}
