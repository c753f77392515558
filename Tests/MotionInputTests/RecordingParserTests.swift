import MotionCore
import Testing

@testable import MotionInput

@Suite struct RecordingParserTests {
  static let recording =
    "# device: DualSense 054c:0ce6\n# placement: wrist\n# recorded: 2026-01-02T03:04:05Z\n"
    + "# made for a test\n" + Fixture.header + "\n" + Fixture.steady(50)
    + "# marker 0.5 set-start open-book left\n" + Fixture.steady(50, from: 0.5)

  @Test func readsRowsMarkersAndMetadataInOrder() throws {
    let outcome = try Fixture.read(Self.recording)
    #expect(outcome.samples.count == 100)
    #expect(
      outcome.readings[50]
        == .marker(
          Marker(
            nanoseconds: 500_000_000, kind: .setStart(exercise: "open-book", side: .left))))
    #expect(
      outcome.metadata
        == RecordingMetadata(
          device: "DualSense 054c:0ce6", placement: .wrist, recordedAt: "2026-01-02T03:04:05Z",
          comments: ["made for a test"]))
    #expect(outcome.notices.isEmpty)
    #expect(outcome.samples[1].specificForce == Vector3(0.1, 0.2, 9.81))
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func sizeOfThePiecesMakesNoDifference(pieceBytes: Int) throws {
    let text = Self.recording + "0.7,x,0,0\n5,0,0,9.8\n5,0,0,9.8\n5,0,1,9.8\n6.1,0,0,9.8"
    #expect(try Fixture.read(text, pieceBytes: pieceBytes) == Fixture.read(text))
  }

  @Test func toleratesByteOrderMarkCarriageReturnsQuotesSpacesAndBlankLines() throws {
    let text =
      "\u{FEFF}\"t [s]\", \"ax [g]\", ay [g] ,az [g]\r\n\r\n \"0.00\" , 0 ,0, \"1\" \r\n0.01,0,0,1\r\n"
    let outcome = try Fixture.read(text)
    #expect(outcome.milliseconds == [0, 10])
    #expect(outcome.samples[0].specificForce == Vector3(0, 0, 9.80665))
    #expect(outcome.notices.isEmpty)
  }

  @Test func picksColumnsByNameInAnyOrderAndIgnoresOthers() throws {
    let text =
      "note,gz [deg/s],gy [deg/s],gx [deg/s],az,ay,ax,t [ms]\n\"a, b\",180,90,0,9.81,2,1,10\nc,0,0,0,9.81,2,1,20\n"
    let first = try #require(try Fixture.read(text).samples.first)
    #expect(first.nanoseconds == 10_000_000)
    #expect(first.specificForce == Vector3(1, 2, 9.81))
    #expect(first.angularRate == Vector3(0, 1.5708, 3.14159))
  }

  @Test(arguments: [
    ("s", "1700000000.123456", 1_700_000_000_123_456_000),
    ("ms", "1500.5", 1_500_500_000), ("us", "-3", -3000),
    ("ns", "1700000000123456789", 1_700_000_000_123_457_000),
  ])
  func readsTimeExactlyInEachUnit(unit: String, text: String, nanoseconds: Int64) throws {
    let outcome = try Fixture.read("t [\(unit)],ax,ay,az\n\(text),0,0,9.8\n")
    #expect(outcome.samples.first?.nanoseconds == nanoseconds)
  }

  @Test func lastRowWithoutLineEndIsRead() throws {
    #expect(try Fixture.read(Fixture.header + "\n0,0,0,9.8\n0.01,0,0,9.8").samples.count == 2)
  }

  @Test func headerInTheMiddleIsNoFault() throws {
    let outcome = try Fixture.read(
      Fixture.header + "\n" + Fixture.steady(5) + Fixture.header + "\n"
        + Fixture.steady(5, from: 0.05))
    #expect(outcome.samples.count == 10)
    #expect(outcome.notices.isEmpty)
  }

  @Test func unknownMarkersAndPlacementsAreToldAndIgnored() throws {
    let outcome = try Fixture.read(
      "# placement: ankle\n" + Fixture.header + "\n# marker soon set-end\n# marker 1 jump\n"
        + Fixture.steady(5))
    #expect(outcome.markers.isEmpty)
    #expect(
      outcome.notices == [
        "x.csv:1: unknown placement 'ankle' ignored; allowed: upper-arm, wrist, shoulder, upper-back",
        "x.csv:3: unknown 'marker soon set-end' ignored; known: marker SECONDS set-start ID "
          + "[left|right] [NUMBER], set-end, pain [0-10], gap (2 such lines, the first here)",
      ])
  }
}
