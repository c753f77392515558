import MotionCore
import Testing

@testable import MotionInput

@Suite struct TableFormatTests {
  @Test(arguments: [",", ";", "\t"])
  func phyphoxWithGravityIsRead(delimiter: String) throws {
    let header =
      ["Time (s)", "Acceleration x (m/s^2)", "Acceleration y (m/s^2)", "Acceleration z (m/s^2)"]
      + ["Absolute acceleration (m/s^2)"]
    let rows = [
      ["0.000000000E0", "1.5E-1", "-2.0E0", "9.364549000E0", "9.6E0"],
      ["1.0E-2", "0", "0", "9.8E0", "9.8E0"],
    ]
    let text = ([header.map { "\"\($0)\"" }] + rows).map { $0.joined(separator: delimiter) }
    let outcome = try Fixture.read(text.joined(separator: "\n"))
    #expect(outcome.milliseconds == [0, 10])
    #expect(outcome.samples[0].specificForce == Vector3(0.15, -2, 9.36455))
  }

  @Test func phyphoxWithoutGravityIsRefusedWithAdvice() throws {
    let error = try #require(throws: InputError.self) {
      let header = ["x", "y", "z"].map { "\t\"Linear Acceleration \($0) (m/s^2)\"" }.joined()
      return try Fixture.read("\"Time (s)\"\(header)\n0\t0\t0\t0\n")
    }
    #expect(error.description.hasPrefix("x.csv:1: this phyphox file holds linear acceleration"))
    #expect(error.description.contains("'Acceleration (with g)'"))
  }

  @Test func phyphoxGyroscopeAloneIsRefused() throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(
        "Time (s),Gyroscope x (rad/s),Gyroscope y (rad/s),Gyroscope z (rad/s)\n0,0,0,0\n")
    }
    #expect(error.description.contains("holds no acceleration, only rotation"))
  }

  @Test func metaBaseAccelerometerIsRead() throws {
    let outcome = try Fixture.read(
      "epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n"
        + "1547474646637,2019-01-14T15:04:06.637,0.000,0,-1,0\n"
        + "1547474646717,2019-01-14T15:04:06.717,0.080,0,-1,0\n")
    #expect(outcome.milliseconds == [1_547_474_646_637, 1_547_474_646_717])
    #expect(outcome.samples[0].specificForce == Vector3(0, -9.80665, 0))
  }

  @Test func metaBaseGyroscopeIsRefusedWithAdvice() throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(
        "epoch (ms),time (01:00),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)\n")
    }
    #expect(error.description.contains("--gyroscope"))
  }
}

@Suite struct ConversionTests {
  let directory: TemporaryDirectory
  let input: String
  var output: String { directory.path + "/out.csv" }

  init() throws {
    directory = try TemporaryDirectory()
    input = try directory.file(
      "in.csv",
      "# placement: wrist\nt [ms],ax [g],ay [g],az [g]\n0,0,0,1\n10,0,x,1\n20,0,0,1\n20,0,1,0\n"
        + "# marker 0.015 set-end\n5000,0.123456,0,1\n5010,0,0,1\n")
  }

  @Test func readingTheResultIsReadingTheOriginal() throws {
    let span = try Conversion(to: output).run(RecordingSource(path: input))
    let original = try RecordingSource(path: input)
    let result = try RecordingSource(path: output)
    #expect(try result.readAll() == original.readAll())
    #expect(result.metadata == original.metadata)
    #expect(result.notices.isEmpty && !original.notices.isEmpty)
    #expect(span.samples == 5)
    #expect(span.seconds == 5.01)
  }

  /// One that fails when most of it is written already.
  @Test func nothingIsLeftOfAConversionThatFails() throws {
    let count = RowBlock.mostRows + 20_000
    let rows = (0..<count).map { "\($0)0,0,0,9.8\($0 % 7)\n" }.joined()
    let long = String(repeating: "1", count: LineSplitter.longestLineBytes + 1)
    let bad = try directory.file("bad.csv", "t [ms],ax,ay,az\n" + rows + long + "\n")
    var written: [MotionReading] = []
    let source = try RecordingSource(path: bad)
    #expect(throws: InputError.lineTooLong(path: bad, line: count + 2)) {
      while let readings = try source.next() { written += readings }
    }
    #expect(written.count > RowBlock.mostRows / 2)
    #expect(throws: InputError.self) { try Conversion(to: output).run(RecordingSource(path: bad)) }
    #expect(throws: InputError.missing(path: output)) { try RecordingSource(path: output) }
  }

  @Test func keepsAFileThatExistsUnlessToldToReplaceIt() throws {
    let kept = try directory.file("out.csv", "precious")
    #expect(throws: InputError.outputExists(path: kept)) {
      try Conversion(to: kept).run(RecordingSource(path: input))
    }
    _ = try Conversion(to: kept, replacing: true).run(RecordingSource(path: input))
    #expect(try RecordingSource(path: kept).readAll().count == 6)
  }

  @Test func aRecordingCanReplaceItself() throws {
    let before = try RecordingSource(path: input).readAll()
    _ = try Conversion(to: input, replacing: true).run(RecordingSource(path: input))
    #expect(try RecordingSource(path: input).readAll() == before)
  }
}

@Suite struct RecordedSpanTests {
  @Test func countsSamplesTimeAndRate() {
    var span = RecordedSpan()
    #expect(span.rateHertz == nil)
    for index in 0..<11 {
      span.note([
        .sample(
          IMUSample(nanoseconds: 7_000_000_000 + Int64(index) * 20_000_000, specificForce: .zero))
      ])
    }
    #expect(span.samples == 11)
    #expect(span.seconds == 0.2)
    #expect(span.rateHertz == 50)
  }
}
