import Foundation
import Testing

/// What is in a recording, before any exercise is named.
@Suite struct InspectTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let recording = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Recordings/bent-over-row.csv").standardizedFileURL.path

  private struct Inspection: Decodable {
    struct Span: Decodable { let start, end: Double }
    let format: String
    let placement: String?
    let samples: Int
    let rateHertz: Double
    let hasGyroscope: Bool
    let badRows: Int
    let gaps: [Span]
    let movements: [Span]
    let decisions: [String]
  }

  private static func inspected(_ path: String) throws -> Inspection {
    let result = try Motioncheck.run("inspect", path, "--format", "json")
    #expect(result.status == 0 && result.errors == "")
    return try JSONDecoder().decode(Inspection.self, from: Data(result.output.utf8))
  }

  @Test func saysHowARecordingWasUnderstood() throws {
    let inspection = try Self.inspected(Self.recording)
    #expect(inspection.format == "motioncheck" && inspection.placement == "wrist")
    #expect(inspection.samples == 2137 && inspection.rateHertz == 25 && inspection.hasGyroscope)
    #expect(inspection.badRows == 0 && inspection.gaps.isEmpty)
    #expect(inspection.decisions.count == 2)
  }

  /// The labels say that ten rows were done from second 31 to second 58.
  @Test func whereSomethingMovedIsSeen() throws {
    let movements = try Self.inspected(Self.recording).movements
    #expect(movements.contains { $0.start < 32 && $0.end > 57 })
    #expect(movements.allSatisfy { $0.start < $0.end })
  }

  @Test func whatWasLeftOutIsAGapAndIsSaid() throws {
    var lines = try String(contentsOfFile: Self.recording, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    lines.removeSubrange(400..<500)
    lines[300] = "x,y,z"
    let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "torn.csv")
    let result = try Motioncheck.run("inspect", path)
    #expect(result.status == 0)
    #expect(result.output.contains(", 1 row left out\n"))
    // Whatever the width of the page.
    let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("\(path):301: 1 row: text where a number should be"))
    let inspection = try Self.inspected(path)
    #expect(inspection.gaps.count == 1 && inspection.badRows == 1)
    #expect(inspection.gaps.allSatisfy { (3.5...4.5).contains($0.end - $0.start) })
  }

  @Test func aPersonReadsItInLines() throws {
    let result = try Motioncheck.run("inspect", Self.recording)
    #expect(result.status == 0)
    for line in ["placement     wrist", "2137 samples", "25.0 samples a second", "what decided"] {
      #expect(result.output.contains(line), "\(line)")
    }
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func drawsIt() throws {
    let drawing = folder.path("drawn.svg")
    #expect(try Motioncheck.run("inspect", Self.recording, "--plot", drawing).status == 0)
    let text = try folder.read("drawn.svg")
    #expect(text.hasPrefix("<svg") && text.contains("</svg>"))
  }

  @Test func whatIsNoRecordingIsOneError() throws {
    let path = try folder.write("a,b\n1,2\n", to: "other.csv")
    let result = try Motioncheck.run("inspect", path)
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.hasPrefix("Error: \(path):1:"))
  }
}
