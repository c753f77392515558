import Testing

@testable import MotionInput

/// What was measured once counts once.
@Suite struct RepeatedRowsTests {
  private static func moving(_ range: Range<Int>) -> String {
    range.map { "\(Double($0) / 100),\(Double($0 * 7919 % 997) / 5000),0.2,9.8\n" }.joined()
  }

  private static func read(_ rows: String) throws(InputError) -> Fixture.Outcome {
    try Fixture.read(Fixture.header + "\n" + rows)
  }

  @Test func aFileAppendedToItselfIsReadOnce() throws {
    let once = try Self.read(Self.moving(0..<400))
    let twice = try Self.read(Self.moving(0..<400) + Self.moving(0..<400))
    #expect(twice.samples == once.samples)
    #expect(twice.markers.isEmpty)
    #expect(twice.notices.contains { $0.contains("the same time and values") })
  }

  @Test func aBlockWrittenAgainIsReadOnce() throws {
    let outcome = try Self.read(
      Self.moving(0..<300) + Self.moving(100..<200) + Self.moving(300..<400))
    #expect(outcome.milliseconds == (0..<400).map { $0 * 10 })
  }

  /// A clock that began again measures something else, and rest without noise is alike anywhere.
  @Test func whatIsAlikeByChanceStays() throws {
    let still = (0..<200).map { "\(Double($0) / 100),0.1,0.2,9.8\n" }.joined()
    #expect(try Self.read(still + still).samples.count == 400)
    let other = (0..<400).map { "\(Double($0) / 100),\(Double($0 * 31 % 97) / 500),0.2,9.8\n" }
    #expect(try Self.read(Self.moving(0..<400) + other.joined()).samples.count == 800)
  }
}
