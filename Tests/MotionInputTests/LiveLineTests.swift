import MotionCore
import Testing

@testable import MotionInput

@Suite struct LiveLineTests {
  static let rows = "0.01,0,0,9.8\n0.02,0,0,9.8\n0.03,0,0,9.8\n"

  private static func read(_ text: String) throws(InputError) -> Fixture.Outcome {
    try Fixture.read(text, isLiveLine: true)
  }

  /// Whoever waits for the end of a movement waits while the sensor lies still.
  @Test func equalRowsPassAtOnce() throws {
    var parser = RecordingParser(path: "x.csv", isLiveLine: true)
    let still = (0..<500).map { "\(Double($0) / 100),0,0,9.8\n" }.joined()
    let bytes = Array((Fixture.header + "\n" + still).utf8)
    #expect(try parser.parse(bytes.span).count >= 499)
  }

  @Test func needsNoHeaderAndDropsItsFirstLine() throws {
    let outcome = try Self.read(".81\n" + Self.rows)
    #expect(outcome.milliseconds == [10, 20, 30])
    #expect(
      outcome.notices == ["x.csv: no header came; the values were taken as s, m/s^2 and rad/s"])
  }

  @Test func aHeaderIsUsedWhereItComes() throws {
    let outcome = try Self.read("t [ms],ax [g],ay [g],az [g]\n10,0,0,1\n20,0,0,1\n")
    #expect(outcome.milliseconds == [10, 20])
    #expect(outcome.samples[0].specificForce.z == 9.80665)
    #expect(outcome.notices == [])
  }

  /// As in a recording.
  @Test func theColumnsMayBeNamedInAComment() throws {
    let names = "# written today\n# az [g], ax [g], ay [g], t [ms]\n"
    let outcome = try Self.read(names + "1,0,0,10\n1,0,0,20\n")
    #expect(outcome.milliseconds == [10, 20])
    #expect(outcome.samples[0].specificForce.z == 9.80665)
    #expect(outcome.notices == [])
  }

  /// As an ESP32 does, whose start-up text has commas too.
  @Test func whatABoardSaysWhenItStartsIsLeftOutAndCounted() throws {
    let greeting = "ets Jul 29 2019\r\nclk_drv:0x00,q_drv:0x00,d_drv:0x00\r\n\u{1}\u{7F}x\r\n"
    let outcome = try Self.read(greeting + Fixture.header + "\n" + Self.rows)
    #expect(outcome.milliseconds == [10, 20, 30])
    #expect(
      outcome.notices == [
        "x.csv:1: 3 rows, the first here: text before the first row; left out"
      ])
  }

  /// Opening its port makes an Arduino start again.
  @Test func aBoardThatStartsAgainTellsItsUnitsLate() throws {
    let text = "0\n900.00,0,0,1\n900.01,0,0,1\nt [s],ax [g],ay [g],az [g]\n0.00,0,0,1\n0.01,0,0,1\n"
    let outcome = try Self.read(text + "0.02,0,0,1\n")
    #expect(outcome.samples.map(\.specificForce.z).suffix(3) == [9.80665, 9.80665, 9.80665])
    #expect(outcome.markers.map(\.kind) == [.gap(reason: .clockRestart)])
    #expect(outcome.notices.allSatisfy { $0.contains("the clock starts again") })
  }

  @Test func aLateHeaderWithOtherColumnsIsRefused() {
    #expect(throws: InputError.self) {
      try Self.read("0\n" + Self.rows + Fixture.sixAxisHeader + "\n0.04,0,0,9.8,0,0,0\n")
    }
  }

  @Test func aHeaderThatNobodyKnowsIsNotTakenForStartUpText() throws {
    let error = try #require(throws: InputError.self) {
      try Self.read("time,left,right,up\n" + Self.rows)
    }
    #expect(error.description.contains("x.csv:1: no known names of columns; found columns: time"))
  }

  @Test func rowsOfAnotherWidthAreRefused() throws {
    let error = try #require(throws: InputError.self) { try Self.read("1,2\n1,2\n") }
    #expect(error.description.contains("a row of 2 numbers and no header"))
  }

  @Test func noiseWithoutEndIsSaidToBeNoise() throws {
    let noise = String(repeating: "\u{1}~\u{7F}\n", count: LiveLine.mostOtherLines + 1)
    let error = try #require(throws: InputError.self) { try Self.read(noise) }
    #expect(error.description.contains("the board's own speed"))
    #expect(throws: InputError.noLayout(path: "x.csv", lines: 1)) { try Self.read("hello\n") }
  }

  @Test func brokenLinesAreCountedAndLeftOut() throws {
    let outcome = try Self.read(
      Fixture.header + "\n0.01,0,0,9.8\n0.0\u{0}2,0,0,9.8\n0.03,0,0\n0.04,0,0,9.8\n")
    #expect(outcome.milliseconds == [10, 40])
    #expect(outcome.notices.count == 2)
  }

  /// What these lines give, of which one comes every 10 ms.
  private static func arriving(_ lines: [String]) throws(InputError) -> Fixture.Outcome {
    var parser = RecordingParser(path: "x", isLiveLine: true)
    var readings: [MotionReading] = []
    for (place, line) in lines.enumerated() {
      readings += try parser.parse(
        Array((line + "\n").utf8).span, arrival: 5_000_000_000 + Int64(place) * 10_000_000)
    }
    readings += try parser.finish()
    return Fixture.Outcome(
      readings: readings, notices: parser.notices, metadata: parser.metadata)
  }

  @Test(arguments: [
    ["x", "0 0.1 9.8"], ["ax ay az"], ["ax [m/s^2],ay [m/s^2],az [m/s^2]"], ["starting up"],
  ])
  func rowsWithoutATimeAreAsOldAsTheirArrival(head: [String]) throws {
    let delimiter = head[0].contains(",") ? "," : " "
    let rows = (0..<300).map { "0.\($0 % 7)\(delimiter)0.1\(delimiter)9.8" }
    let outcome = try Self.arriving(head + rows)
    #expect(outcome.samples.count >= 298)
    let steps = zip(outcome.milliseconds, outcome.milliseconds.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { (9...11).contains($0) } && outcome.milliseconds[0] == 0)
    #expect(outcome.notices.contains { $0.contains("the rows have no time") })
  }

  @Test(arguments: ["ax:V ay:0.1 az:9.8", "ax:V,ay:0.1,az:9.8", "ax: V\tay: 0.1\taz: 9.8"])
  func linesOfAPlotterNameTheirValues(form: String) throws {
    let outcome = try Self.arriving((0..<300).map { form.replacing("V", with: "0.\($0 % 7)") })
    #expect(outcome.samples.count >= 299)
    #expect(outcome.samples.allSatisfy { $0.specificForce.z == 9.8 && $0.angularRate == nil })
  }

  @Test func aPlotterMayGiveTheTimeToo() throws {
    let outcome = try Self.arriving(
      (0..<300).map { "t:\(Double($0) / 50) ax:0.\($0 % 7) ay:0 az:9.8" })
    #expect(outcome.milliseconds.prefix(3) == [0, 20, 40])
  }

  /// What begins in the middle of a line, or names other values, is none of the rows.
  @Test func onlyLinesWithTheSameNamesAreRowsOfAPlotter() throws {
    var lines = (0..<300).map { "ax:0.\($0 % 7) ay:0 az:9.8" }
    lines[0] = "x:0.1 ay:0 az:9.8"
    for place in stride(from: 20, to: 300, by: 20) { lines[place] = "roll:1 pitch:40 yaw:100" }
    lines[30] = "az:9.8 ay:0 ax:0.2"
    let outcome = try Self.arriving(lines)
    #expect(outcome.samples.count >= 280)
    #expect(outcome.samples.allSatisfy { $0.specificForce.z == 9.8 && $0.specificForce.y == 0 })
  }

  /// A board that was unplugged for 20 s: its own clock starts again, this machine's does not.
  @Test func aPauseIsAsLongAsThisMachineSays() throws {
    var parser = RecordingParser(path: "x", isLiveLine: true)
    var readings: [MotionReading] = []
    for (start, arrival) in [(0, 0), (0, 22)] {
      for place in 0..<200 {
        let line = "\(Double(start) + Double(place) / 100),0.\(place % 7),0,9.8\n"
        let text = place == 0 && arrival == 0 ? Fixture.header + "\n" + line : line
        readings += try parser.parse(
          Array(text.utf8).span,
          arrival: Int64(arrival) * 1_000_000_000 + Int64(place) * 10_000_000)
      }
    }
    readings += try parser.finish()
    let outcome = Fixture.Outcome(readings: readings, notices: [], metadata: parser.metadata)
    let steps = zip(outcome.milliseconds, outcome.milliseconds.dropFirst()).map { $1 - $0 }
    #expect(steps.max() == 20_010)
    #expect(outcome.markers.map(\.kind) == [.gap(reason: .clockRestart)])
  }
}
