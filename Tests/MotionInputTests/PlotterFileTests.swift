import MotionCore
import Testing

@testable import MotionInput

/// What a board wrote for a serial plotter, kept in a file.
@Suite struct PlotterFileTests {
  private static let count = 300

  /// The lines of a board, each written in the same way.
  private static func lines(_ form: String = "t:T ax:V ay:0 az:9.8") -> [String] {
    (0..<count).map {
      form.replacing("T", with: "\(Double($0) / 50)").replacing("V", with: "0.\($0 % 7)")
    }
  }

  private static func read(_ lines: [String], end: String = "\n") throws -> Fixture.Outcome {
    try Fixture.read(lines.joined(separator: end))
  }

  @Test(
    arguments: [
      "t:T ax:V ay:0 az:9.8", "t = T, ax = V, ay = 0, az = 9.8", "t:T\tax:   V\tay:   0\taz: 9.8",
    ], ["\n", "\r\n"])
  func everyLineIsARow(form: String, end: String) throws {
    let outcome = try Self.read(Self.lines(form), end: end)
    #expect(outcome.samples.count == Self.count)
    for (place, sample) in outcome.samples.enumerated() {
      #expect(sample.nanoseconds == Int64(place) * 20_000_000)
      #expect(sample.specificForce.x == Double(place % 7) / 10 && sample.specificForce.z == 9.8)
    }
  }

  @Test(arguments: [
    "MPU-6050 ready", "Range:4 Rate:100 Filter:2", "clk_drv:0x00,q_drv:0x00,d_drv:0x00",
    "x:0.1 ay:0 az:9.8",
  ])
  func whatStandsAboveIsNoHeader(first: String) throws {
    let outcome = try Self.read([first] + Self.lines())
    #expect(outcome.samples.count == Self.count)
  }

  @Test func onlyLinesWithTheSameNamesAreRows() throws {
    var lines = Self.lines()
    for place in stride(from: 10, to: Self.count, by: 20) {
      lines[place] = "roll:1 pitch:40 yaw:100 heat:25"
    }
    lines[15] = "t:0.3 az:9.8 ay:0 ax:0.5"
    lines[100] = "t:2.0 ax:0."
    let outcome = try Self.read(lines)
    #expect(outcome.samples.count == Self.count - 16)
    #expect(outcome.samples.allSatisfy { $0.specificForce.z == 9.8 && $0.specificForce.x < 1 })
    #expect(outcome.samples[14].specificForce.x == 0.5)
  }

  @Test func aRateMayStandAbove() throws {
    let outcome = try Self.read(["# Sampling rate: 50 Hz"] + Self.lines("ax:V ay:0 az:9.8"))
    #expect(outcome.milliseconds.last == 5980)
  }

  @Test func itIsReadFromAFolderToo() throws {
    let directory = try TemporaryDirectory()
    _ = try directory.file("a.txt", Self.lines().joined(separator: "\n"))
    #expect(try RecordingSource(path: directory.path).readAll().count == Self.count)
  }

  /// Tables have such cells, too.
  @Test func cellsWithColonsAreNoLinesOfAPlotter() throws {
    let rows = (0..<Self.count).map { "12:00:\(Double($0) / 50 + 10),0.1,0,9.8,a:1 b:2 c:3" }
    let outcome = try Self.read(["time,ax,ay,az,note"] + rows)
    #expect(outcome.samples.count == Self.count)
  }
}
