import MotionCore
import Testing

@testable import MotionInput

/// A stray control byte costs its line, however the bytes come.
@Suite struct ControlByteTests {
  private static let rows = Fixture.steady(200)

  private static func damaged(_ line: Int) -> String {
    var lines = rows.split(separator: "\n").map(String.init)
    lines[line] = "\u{1}" + lines[line]
    return Fixture.header + "\n" + lines.map { $0 + "\n" }.joined()
  }

  @Test(arguments: [1, 150], [Int.max, 7])
  func inARowItCostsTheRow(line: Int, pieceBytes: Int) throws {
    for isLiveLine in [false, true] {
      let outcome = try Fixture.read(
        Self.damaged(line), pieceBytes: pieceBytes, isLiveLine: isLiveLine)
      #expect(outcome.samples.count == 199)
      #expect(outcome.notices.count == 1)
    }
  }

  @Test func aRecordingOfSuchAStreamCanBeRead() throws {
    let text = "# device: a\u{1B}[2J\u{7}\u{202E}b\n" + Fixture.header + "\n" + Self.rows
    let live = try Fixture.read(text, isLiveLine: true)
    #expect(live.metadata.device == "a\u{FFFD}[2J\u{FFFD}\u{FFFD}b")
    var written = CanonicalText()
    written.append(RecordingMetadata(device: "raw\u{1B}", comments: ["\u{0}"]))
    written.append(live.metadata)
    for reading in live.readings { written.append(reading) }
    #expect(written.bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    #expect(try Fixture.read(bytes: written.bytes).readings == live.readings)
  }

  @Test func equalComplaintsAreMadeOnce() throws {
    let lines = String(repeating: "# placement: ankle\n", count: 1000)
    let outcome = try Fixture.read(lines + Fixture.header + "\n" + Self.rows)
    #expect(outcome.notices.count == 1)
    #expect(outcome.notices[0].hasPrefix("x.csv:1: unknown placement 'ankle'"))
    #expect(outcome.notices[0].hasSuffix("(1000 such lines, the first here)"))
  }
}
