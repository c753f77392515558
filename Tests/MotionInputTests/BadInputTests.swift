import Glibc
import MotionCore
import Testing

@testable import MotionInput

/// Recordings that cannot be used give one clear error.
@Suite struct UnusableRecordingTests {
  @Test(arguments: ["", "\n\n", "  \r\n", "# device: x\n"])
  func emptyFile(text: String) {
    #expect(throws: InputError.empty(path: "x.csv")) { try Fixture.read(text) }
  }

  @Test func headerOnly() {
    #expect(throws: InputError.noSamples(path: "x.csv")) { try Fixture.read(Fixture.header) }
  }

  @Test(arguments: [
    ("time,x,y,z", "no known names of columns"),
    ("t [s],ax [m/s^2],ay [m/s^2]", "no column az"),
    ("t,ax,ay,az,gx", "no column gy, gz"),
    ("t,ax,ay,az,ax", "column 'ax' twice"),
    ("t [min],ax,ay,az", "column 't' in the unknown unit 'min'"),
    ("t,ax [ft/s^2],ay,az", "column 'ax' in the unknown unit 'ft/s^2'"),
    ("0.0,0.1,0.2", "numbers where the names of the columns should be"),
  ])
  func columnsThatAreNotThere(header: String, reason: String) throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read("# device: x\n" + header + "\n0,0,0,9.8\n")
    }
    #expect(error.description.hasPrefix("x.csv:2: \(reason); found columns: "))
    #expect(error.description.contains(CanonicalColumns.example))
  }

  @Test(arguments: [
    ("0.0,0.1,0.2,9.8", "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]"),
    ("0;1;2;9;0;0;0", CanonicalColumns.example.replacing(",", with: ";")),
  ])
  func rowsWithoutAHeaderAreRefusedWithTheHeaderThatMayFit(row: String, header: String) throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read("# device: x\n" + row + "\n" + row + "\n")
    }
    #expect(error == .noHeader(path: "x.csv", line: 2, header: header))
    #expect(error.description.hasSuffix("put this header above them: \(header)"))
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
      [0x1F, 0x8A, 0x08], [0x74, 0x00], [0x74, 0x1F, 0x8B],
    ] as [[UInt8]])
  func binaryFile(bytes: [UInt8]) {
    #expect(throws: InputError.binary(path: "x.csv")) { try Fixture.read(bytes: bytes) }
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 0x08, 0], "gzip"), ([0x50, 0x4B, 0x03, 0x04], "zip"),
      ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0x03], "bzip2"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x28, 0xB5, 0x2F, 0xFD, 0x04], "zstd"),
    ] as [([UInt8], String)])
  func compressedFile(bytes: [UInt8], form: String) throws {
    let error = InputError.compressed(path: "x.csv", form: form)
    #expect(throws: error) { try Fixture.read(bytes: bytes) }
    #expect(
      error.description
        == "x.csv: looks compressed with \(form); unpack it first and give the file that comes out")
    let directory = try TemporaryDirectory()
    let path = try directory.file("x.yaml", bytes: bytes + [0])
    #expect(throws: InputError.compressed(path: path, form: form)) { try ProgramFile.load(path) }
  }

  @Test func endlessLine() {
    #expect(throws: InputError.lineTooLong(path: "x.csv", line: 2)) {
      try Fixture.read("t,ax,ay,az\n" + String(repeating: "1", count: 70_000)) as Fixture.Outcome
    }
  }

  @Test(arguments: [
    (0.2, "gravity was removed"), (1.0, "the values are in g"), (96.2, "the header says [g]"),
    (8192, "raw counts"),
  ])
  func accelerationThatIsNotNinePointEight(size: Double, advice: String) throws {
    let times = (0..<100).map { Double($0) / 10 }
    let error = try #require(throws: InputError.self) {
      try Fixture.read(Fixture.header + "\n" + Fixture.rows(at: times, z: size))
    }
    guard case .noGravity(_, let median) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(abs(median - size) < 0.2)
    #expect(error.description.contains(advice))
  }

  @Test func accelerationWithoutGravityIsFoundInShortRecordingsToo() {
    #expect(throws: InputError.self) { try Fixture.read(Fixture.header + "\n0,0,0,1\n") }
  }

  @Test func oneStrongMovementIsStillGravity() throws {
    let text = Fixture.header + "\n0,0,0,60\n0.01,0,0,50\n" + Fixture.steady(20, from: 0.02)
    #expect(try Fixture.read(text).samples.count == 22)
  }

  @Test func millisecondsUnderAHeaderOfSeconds() throws {
    let text = Fixture.header + "\n" + Fixture.rows(at: (0..<50).map { Double($0 * 10) })
    let error = try #require(throws: InputError.self) { try Fixture.read(text) }
    #expect(error == .tooSlow(path: "x.csv", medianStepSeconds: 10))
    #expect(error.description.contains("[ms]"))
  }

  @Test(arguments: [10.0, 50, 250], ["ms", "us"])
  func secondsUnderAHeaderOfMilliseconds(rateHertz: Double, unit: String) throws {
    let rows = Fixture.rows(at: (0..<500).map { Double($0) / rateHertz })
    let error = try #require(throws: InputError.self) {
      try Fixture.read("t [\(unit)],ax,ay,az\n" + rows)
    }
    guard case .tooFast(_, let rate) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(rate > 0.9 * rateHertz * 1000)
    #expect(error.description.contains("(say [s], [ms], [us] or [ns])"))
  }

  @Test func clockThatStands() {
    let rows = (0..<5000).map { "1,0,\($0 % 2),9.8\n" }.joined()
    #expect(throws: InputError.clockStands(path: "x.csv", line: 2, rows: 4096)) {
      try Fixture.read(Fixture.header + "\n" + rows)
    }
  }

  @Test func everyRowBroken() throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(Fixture.header + "\na,b,c,d\n1,2,3\n1,nan,2,3\n")
    }
    #expect(
      error.description
        == "x.csv:2: none of 3 rows can be used; the first: text where a number should be: 'a'")
  }
}

/// What cannot be opened gives one clear error.
@Suite struct UnusablePathTests {
  @Test func missingFile() {
    #expect(throws: InputError.missing(path: "/nowhere/x.csv")) {
      try RecordingSource(path: "/nowhere/x.csv")
    }
  }

  @Test func directory() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: InputError.directory(path: directory.path)) {
      try RecordingSource(path: directory.path)
    }
  }

  @Test func noPermission() {
    #expect(InputError.opening("x.csv", code: EACCES) == .unreadable(path: "x.csv"))
    #expect(InputError.unreadable(path: "x.csv").description.contains("chmod u+r x.csv"))
  }

  @Test func emptyDeviceIsAnEmptyRecording() throws {
    let source = try RecordingSource(path: "/dev/null")
    #expect(throws: InputError.empty(path: "/dev/null")) { try source.readAll() }
  }

  @Test func badHeaderOfAFileIsFoundWhenItIsOpened() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("a.csv", "a,b\n1,2\n")
    #expect(throws: InputError.self) { try RecordingSource(path: path) }
  }
}

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

  @Test func decimalCommasAreNamed() throws {
    let rows = (0..<9).map { "0,0\($0);0;-0,5;9,8\n" }.joined()
    let error = try #require(throws: InputError.self) { try Fixture.read("t;ax;ay;az\n" + rows) }
    #expect(
      error.description
        == "x.csv:2: none of 9 rows can be used; the first: a decimal comma; write numbers with a "
        + "point: '0,00'")
  }

  @Test(arguments: [
    "1e30,0,9.8,0,0,0", "0,-1e308,9.8,0,0,0", "0,0,1000.1,0,0,0", "0,0,9.8,1e30,0,0",
    "0,0,9.8,0,-200.1,0", "0,0,9.8,0,0,1e5",
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

  @Test func theLimitIsInTheUnitsOfMeasurement() throws {
    let header = Fixture.sixAxisHeader.replacing("m/s^2", with: "g")
      .replacing("rad/s", with: "deg/s")
    let outcome = try Fixture.read(
      header + "\n0,0,0,1,4000,0,0\n0.01,0,0,1,0,0,0\n0.02,0,0,150,0,0,0\n")
    #expect(outcome.milliseconds == [0, 10])
  }

  @Test func whereEveryRowIsBeyondTheRangeTheRecordingCannotBeUsed() throws {
    let rows = (0..<9).map { "0.0\($0),0,0,9.8,0,1e30,0\n" }.joined()
    let error = try #require(throws: InputError.self) {
      try Fixture.read(Fixture.sixAxisHeader + "\n" + rows)
    }
    #expect(error.description.hasPrefix("x.csv:2: none of 9 rows can be used; the first: a value"))
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
      outcome.notices == ["x.csv:23: 1 row: the same time and values as the row before; left out"])
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
    #expect(outcome.readings[3] == .marker(Marker(nanoseconds: 7_020_000_000, kind: .gap)))
    #expect(
      outcome.readings.last == .marker(Marker(nanoseconds: 8_040_000_000, kind: .setEnd)))
    #expect(
      outcome.notices == [
        "x.csv:5: 1 row: the clock starts again; a gap of unknown length is assumed"
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
