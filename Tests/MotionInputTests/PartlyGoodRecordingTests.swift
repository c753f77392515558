import MotionCore
import Testing

@testable import MotionInput

/// Where part of a recording is good, that part is used and the rest is told.
@Suite struct PartlyGoodRecordingTests {
  static func recording(_ rows: String) -> String {
    Fixture.header + "\n" + Fixture.steady(20) + rows + Fixture.steady(20, from: 0.3)
  }

  private static let alphabet = "abcdefghijklmnopqrstuvwx"

  @Test(arguments: [
    ("0.25,x,0,9.8\n", "text where a number should be: 'x'"),
    ("0.25,1.5.2,0,9.8\n", "text where a number should be: '1.5.2'"),
    ("0.25,x\u{7F}y,0,9.8\n", "text where a number should be: 'x?y'"),
    ("0.25,abcdefghijklmnopqrstuvwxyz,0,9.8\n", "text where a number should be: '\(alphabet)...'"),
    ("0.25,,0,9.8\n", "nothing where a number should be"),
    ("0.25,0,0,\n", "nothing where a number should be"),
    ("0.25,nan,0,9.8\n", "not a finite number (NaN, infinite or out of range)"),
    ("0.25,0,-Infinity,9.8\n", "not a finite number (NaN, infinite or out of range)"),
    ("0.25,0,1e999,9.8\n", "not a finite number (NaN, infinite or out of range)"),
    ("1e30,0,0,9.8\n", "not a finite number (NaN, infinite or out of range)"),
    ("0.25,0,0\n", "another number of fields than the header has"),
    ("0.25,0,0,9.8,1\n", "another number of fields than the header has"),
    ("0.1,0,0,9.8\n", "a time before that of an earlier row"),
    ("99,0,0,9.8\n", "a time far ahead of the rows around it"),
  ])
  func oneBadRowIsLeftOut(row: String, reason: String) throws {
    let outcome = try Fixture.read(Self.recording(row))
    #expect(outcome.samples.count == 40)
    #expect(outcome.notices == ["x.csv:22: 1 row: \(reason); left out"])
  }

  @Test func decimalCommasAreReadBetweenSemicolons() throws {
    let rows = (0..<9).map { "0,0\($0);0;-0,5;9,8\n" }.joined()
    let outcome = try Fixture.read("t;ax;ay;az\n" + rows)
    #expect(outcome.milliseconds == (0..<9).map { $0 * 10 })
    #expect(outcome.samples[0].specificForce == Vector3(0, -0.5, 9.8))
  }

  @Test(arguments: [
    "1e30,0,9.8,0,0,0", "0,-1e308,9.8,0,0,0", "0,0,1000.1,0,0,0",
  ])
  func aValueBeyondAnyWornSensorIsLeftOut(values: String) throws {
    let still = (0..<40).map { "\(Double($0) / 100),0,0,9.8,0,0,0\n" }.joined()
    let outcome = try Fixture.read(
      Fixture.sixAxisHeader + "\n" + still + "0.4,\(values)\n0.41,0,1000,9.8,-200,0,0\n")
    #expect(outcome.milliseconds == (0..<40).map { $0 * 10 } + [410])
    #expect(
      outcome.notices == [
        "x.csv:42: 1 row: a value beyond any worn sensor's range (1000.0 m/s^2, 200.0 rad/s); "
          + "left out"
      ])
  }

  @Test(arguments: ["1e30,0,0", "0,-200.1,0", "0,0,1e5"])
  func aRotationBeyondAnyWornSensorCostsNoAcceleration(rotation: String) throws {
    let still = (0..<400).map { "\(Double($0) / 100),0,0,9.8,0,0,0.1\n" }.joined()
    let outcome = try Fixture.read(
      Fixture.sixAxisHeader + "\n" + still + "4,0,0,9.8,\(rotation)\n4.01,0,0,9.8,0,0,0\n")
    #expect(outcome.samples.count == 402)
    #expect(outcome.samples[400].angularRate == Vector3(0, 0, 0.1))
    #expect(
      outcome.notices == [
        "x.csv:402: 1 row: a rotation beyond any worn sensor's range (200.0 rad/s); taken as in the "
          + "row before"
      ])
  }

  @Test func theLimitIsInTheUnitsOfMeasurement() throws {
    let header = Fixture.sixAxisHeader.replacing("m/s^2", with: "g")
      .replacing("rad/s", with: "deg/s")
    let outcome = try Fixture.read(
      header + "\n0,0,0,1,4000,0,0\n0.01,0,0,1,0,0,0\n0.02,0,0,150,0,0,0\n")
    #expect(outcome.milliseconds == [0, 10])
  }

  /// Where all are, the values are not in the unit that the header names, and that is what helps.
  @Test func whereEveryRowIsBeyondTheRangeTheRecordingCannotBeUsed() throws {
    let rows = (0..<9).map { "0.0\($0),0,9.8,5000,0,0,0\n" }.joined()
    let error = try #require(throws: InputError.self) {
      try Fixture.read(Fixture.sixAxisHeader + "\n" + rows)
    }
    #expect(
      error.description.hasPrefix("x.csv: the acceleration is about 5000.01 m/s^2 in size"))
    #expect(error.description.hasSuffix("raw counts; convert them and name the unit in the header"))
  }

  @Test func manyBadRowsGiveOneSentenceWithTheFirstLine() throws {
    let outcome = try Fixture.read(Self.recording("0.25,x,0,0\n0.26,y,0,0\n0.27,nan,0,0\n"))
    #expect(
      outcome.notices == [
        "x.csv:22: 2 rows, the first here: text where a number should be: 'x'; left out",
        "x.csv:24: 1 row: not a finite number (NaN, infinite or out of range); left out",
      ])
  }

  @Test func fileCutInTheMiddleOfARow() throws {
    let outcome = try Fixture.read(Fixture.header + "\n" + Fixture.steady(10) + "0.10,0.1,0.")
    #expect(outcome.samples.count == 10)
    #expect(
      outcome.notices == [
        "x.csv:12: 1 row: another number of fields than the header has; left out"
      ])
  }

  @Test func aRowWrittenTwiceIsLeftOut() throws {
    let outcome = try Fixture.read(Self.recording("0.25,1,2,9\n0.25,1,2,9\n"))
    #expect(outcome.samples.count == 41)
    #expect(
      outcome.notices == ["x.csv:23: 1 row: the same time and values as an earlier row; left out"])
  }

  @Test func gapOfTenMinutesIsPassedOn() throws {
    let text = Fixture.header + "\n" + Fixture.steady(3) + Fixture.steady(2, from: 600)
    let outcome = try Fixture.read(text)
    #expect(outcome.milliseconds == [0, 10, 20, 600_000, 600_010])
    #expect(outcome.notices.isEmpty)
  }

  @Test func clockThatStartsAgainGoesOnBehindAGap() throws {
    let text =
      Fixture.header + "\n" + Fixture.steady(3, from: 7) + Fixture.steady(3)
      + "# marker 0.02 set-end\n"
    let outcome = try Fixture.read(text)
    #expect(outcome.milliseconds == [7000, 7010, 7020, 8020, 8030, 8040])
    #expect(
      outcome.readings[3]
        == .marker(Marker(nanoseconds: 7_020_000_000, kind: .gap(reason: .clockRestart))))
    #expect(
      outcome.readings.last == .marker(Marker(nanoseconds: 8_040_000_000, kind: .setEnd)))
    #expect(
      outcome.notices == [
        "x.csv:5: 1 row: the clock starts again, or was set; a gap of unknown length is assumed"
      ])
  }

  @Test func smallStepBackLosesOnlyTheRowsThatOverlap() throws {
    let text = Fixture.header + "\n" + Fixture.steady(5) + Fixture.rows(at: [0.025, 0.035, 0.045])
    let outcome = try Fixture.read(text)
    #expect(outcome.milliseconds == [0, 10, 20, 30, 40, 45])
    #expect(
      outcome.notices == [
        "x.csv:7: 2 rows, the first here: a time before that of an earlier row; left out"
      ])
  }
}
