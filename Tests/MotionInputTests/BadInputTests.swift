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

  /// Found by the fuzzer: a rate beyond counting ended the program.
  @Test(arguments: [
    (1499.6, "about 1500 rows"), (1e30, "more than a billion rows"),
    (.infinity, "more than a billion rows"),
  ])
  func anyRateCanBeSaid(rate: Double, words: String) {
    let error = InputError.tooFast(path: "x.csv", rateHertz: rate)
    #expect(error.description.contains("there are \(words) a second"))
  }

  @Test func headerOnly() {
    #expect(throws: InputError.noSamples(path: "x.csv")) { try Fixture.read(Fixture.header) }
  }

  @Test(arguments: [
    ("time,x,y,z", "no known names of columns"),
    ("t [s],ax [m/s^2],ay [m/s^2]", "no column az"),
    ("t,ax,ay,az,gx", "no column gy, gz"),
    ("t,ax,ay,az,ax", "column 'ax' twice"),
    ("t [days],ax,ay,az", "column 't' in the unknown unit 'days'"),
    ("t,ax [ft/s^2],ay,az", "column 'ax' in the unknown unit 'ft/s^2'"),
    ("0.0,0.1,0.2", "numbers where the names of the columns should be"),
  ])
  func columnsThatAreNotThere(header: String, reason: String) throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read("# device: x\n" + header + "\n0,0,0,9.8\n")
    }
    #expect(error.description.hasPrefix("x.csv:2: \(reason); found columns: "))
    #expect(error.description.contains(MotioncheckFormat.example))
  }

  @Test(arguments: [
    ("0.0,0.1,0.2,9.8", "t [s],ax [m/s^2],ay [m/s^2],az [m/s^2]"),
    ("0;1;2;9;0;0;0", MotioncheckFormat.example.replacing(",", with: ";")),
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

  @Test(arguments: ["", "t,ax,ay,az\n"])
  func endlessLine(header: String) throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(header + String(repeating: "1", count: 70_000))
    }
    #expect(error.description.contains("65536 bytes"), "\(error)")
  }

  /// Nobody waits for the end of a stream that has no rows.
  @Test func aStreamWithoutLinesIsNoneAtOnce() {
    var rows = LiveRows(path: "x.csv")
    let bytes = [UInt8](repeating: 0x31, count: 70_000)
    #expect(throws: InputError.lineTooLong(path: "x.csv", line: 1)) {
      try rows.take(bytes.span, arrival: 0)
    }
  }

  /// A disk may lose a page of a recording: of whole rows, or of a part of one.
  @Test(arguments: [512, 4096, 70_000, 200_000], [1 << 12, 1 << 20])
  func aLostPageIsAGap(bytes: Int, pieceBytes: Int) throws {
    let rows = [Fixture.steady(300), Fixture.steady(300, from: 20)]
    let page = String(repeating: "\0", count: bytes)
    let outcome = try Fixture.read(
      "\(Fixture.header)\n\(rows[0])20.0,0.1\(page)9.8\n\(rows[1])", pieceBytes: pieceBytes)
    #expect(outcome.samples.count == 600)
    #expect(outcome.notices.contains { $0.hasPrefix("x.csv:302: 1 row: ") })
  }

  @Test(arguments: [512, 70_000])
  func aLineThatIsTooLongEndsNoStream(bytes: Int) throws {
    let outcome = try Fixture.read(
      "\(Fixture.header)\n\(Fixture.steady(200))2.0,\(String(repeating: "7", count: bytes))\n"
        + Fixture.steady(200, from: 3), pieceBytes: 1000, isLiveLine: true)
    #expect(outcome.samples.count == 400)
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

  /// An app may write 100 rows a second of a sensor that measures once in a while.
  @Test func valuesThatAreHeldForTooLong() throws {
    let rows = (0..<3600).map { row -> String in
      let height: Double = 9.81 + 0.3 * Double((row / 120) % 7 - 3)
      return "\(Double(row) / 100),0.1,0.2,\(height)\n"
    }
    let error = try #require(throws: InputError.self) {
      try Fixture.read(Fixture.header + "\n" + rows.joined())
    }
    #expect(error == .valuesHeld(path: "x.csv", seconds: 1.2))
    #expect(error.description.contains("every 1.2 s"))
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

  @Test func emptyDirectory() throws {
    let directory = try TemporaryDirectory()
    let error = try #require(throws: InputError.self) { try RecordingSource(path: directory.path) }
    #expect(error == .noRecording(path: directory.path, files: 0, why: nil))
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

  @Test func aTextWithoutLineEndsIsNotRepeatedInItsError() throws {
    let directory = try TemporaryDirectory()
    let text = (0..<2500).map { "name\($0) of a column" }.joined(separator: ",")
    let path = try directory.file("one-line.csv", text + "\n1,2,3\n")
    let error = #expect(throws: InputError.self) { try RecordingSource(path: path).readAll() }
    #expect((error?.description.count ?? 0) < 2000)
    #expect(error?.description.contains("and 2484 more") == true, "\(String(describing: error))")
  }

  @Test func aCellOfAnySizeIsNotRepeatedWholeInItsError() throws {
    let directory = try TemporaryDirectory()
    let cell = String(repeating: "9", count: 5000)
    let path = try directory.file(
      "a.labels.csv", "start,end,exercise,side,kind,count\n0,1,hold,,set,\(cell)\n")
    let error = #expect(throws: InputError.self) { try LabelFile.load(path) }
    #expect((error?.description.count ?? 0) < 1500, "\(String(describing: error))")
  }
}
